import { Link, useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { RequestError } from '../api.ts'
import { EmptyState } from './EmptyState.tsx'
import { ErrorState } from './ErrorState.tsx'

/** What came instead of a page's content: the way to the login where that is all that is missing, else the error. */
export function Failed({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const { t } = useTranslation()
  const here = useLocation().href
  if (!(error instanceof RequestError) || error.problem.status !== 401)
    return <ErrorState error={error} onRetry={onRetry} />
  return (
    <EmptyState icon="lock" title={t('shell.signIn')} text={t('shell.problem.signInNeeded')}>
      <Link to="/log-ind" search={{ next: here }} className="button button-primary">
        {t('shell.signIn')}
      </Link>
    </EmptyState>
  )
}
