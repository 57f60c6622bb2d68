import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'
import { useProblemWords } from './problem.ts'

/** What went wrong, what still works (`children` offers it), how to try again, and the code to quote. */
export function ErrorState({
  title,
  error,
  what,
  text,
  onRetry,
  children,
}: {
  readonly title?: string
  readonly error: unknown
  /** What happened, where the page knows better than the error. */
  readonly what?: string
  /** What still works. */
  readonly text?: string
  readonly onRetry?: () => void
  readonly children?: ReactNode
}) {
  const { t } = useTranslation()
  const words = useProblemWords()(error)
  return (
    <div className="state" role="alert">
      <span className="state-icon state-error">
        <Icon name="warning" size={20} />
      </span>
      <h2>{title ?? t('shell.problem.title')}</h2>
      <p>
        {what ?? words.text} {text}
      </p>
      <div className="state-actions">
        {children}
        {onRetry && (
          <Button icon="retry" onPress={onRetry}>
            {t('shell.state.retry')}
          </Button>
        )}
      </div>
      <p className="state-code">{words.code}</p>
    </div>
  )
}
