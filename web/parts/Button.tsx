import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { Icon, type IconName } from './Icon.tsx'

type Native = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'aria-disabled' | 'disabled' | 'onClick'>

/**
 * A button. `notReady` keeps it focusable and says why it does nothing: show the same sentence beside it, under the id
 * `reasonId`. `busy` swaps the icon for a spinner and ignores clicks.
 */
export function Button({
  kind = 'secondary',
  icon,
  busy = false,
  notReady = false,
  reasonId,
  onPress,
  children,
  className = '',
  type = 'button',
  ...rest
}: Native & {
  readonly kind?: 'primary' | 'secondary' | 'text'
  readonly icon?: IconName
  readonly busy?: boolean
  readonly notReady?: boolean
  readonly reasonId?: string
  readonly onPress?: () => void
  readonly children: ReactNode
}) {
  const blocked = busy || notReady
  return (
    <button
      {...rest}
      type={type}
      className={`button button-${kind} ${className}`}
      aria-disabled={blocked || undefined}
      aria-busy={busy || undefined}
      {...(notReady && reasonId !== undefined ? { 'aria-describedby': reasonId } : {})}
      onClick={(event) => {
        if (blocked) event.preventDefault()
        else onPress?.()
      }}
    >
      {busy ? <span className="spinner" aria-hidden="true" /> : icon && <Icon name={icon} />}
      {children}
    </button>
  )
}

/** A button that shows an icon only; `label` is its name. `notReady` keeps it focusable and it does nothing. */
export function IconButton({
  icon,
  label,
  notReady = false,
  onPress,
  className = '',
  size = 18,
  ...rest
}: Native & {
  readonly icon: IconName
  readonly label: string
  readonly notReady?: boolean
  readonly onPress?: () => void
  readonly size?: number
}) {
  return (
    <button
      {...rest}
      type="button"
      className={`icon-button ${className}`}
      aria-label={label}
      title={label}
      aria-disabled={notReady || undefined}
      onClick={() => {
        if (!notReady) onPress?.()
      }}
    >
      <Icon name={icon} size={size} />
    </button>
  )
}
