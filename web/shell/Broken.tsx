import type { ErrorComponentProps } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { RequestError } from '../api.ts'
import { ErrorState } from '../parts/ErrorState.tsx'

/** Shown in place of a page that could not be drawn. */
export function Broken({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation()
  const refused = error instanceof RequestError
  return (
    <ErrorState
      title={refused ? t('shell.problem.title') : t('shell.state.brokenTitle')}
      error={error}
      onRetry={reset}
    />
  )
}
