import type { ReactNode } from 'react'
import { Icon, type IconName } from './Icon.tsx'

/** Nothing here: what, why, and the next step. */
export function EmptyState({
  icon = 'inbox',
  title,
  text,
  children,
  tone = 'neutral',
}: {
  readonly icon?: IconName
  readonly title: string
  readonly text: string
  /** Buttons of the next step. */
  readonly children?: ReactNode
  readonly tone?: 'neutral' | 'ok'
}) {
  return (
    <div className="state">
      <span className={`state-icon state-${tone}`}>
        <Icon name={icon} size={20} />
      </span>
      <h2>{title}</h2>
      <p>{text}</p>
      {children !== undefined && <div className="state-actions">{children}</div>}
    </div>
  )
}
