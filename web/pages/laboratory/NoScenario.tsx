import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { RequestError } from '../../api.ts'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { Failed } from '../../parts/Failed.tsx'
import { useTitle } from '../../parts/Page.tsx'

/** A scenario that is not there, or not shared with the reader, and the way to those that are. */
export function NoScenario({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const { t } = useTranslation()
  useTitle(t('laboratory.unknown.title'))
  const isUnknown = error instanceof RequestError && [400, 403, 404].includes(error.problem.status)
  return (
    <>
      <header className="page-head">
        <h1>{t('laboratory.list.title')}</h1>
      </header>
      <section className="panel">
        {isUnknown ? (
          <EmptyState icon="layers" title={t('laboratory.unknown.title')} text={t('laboratory.unknown.text')}>
            <Link className="button button-primary" to="/lofter" search={{}}>
              {t('laboratory.unknown.list')}
            </Link>
          </EmptyState>
        ) : (
          <Failed error={error} onRetry={onRetry} />
        )}
      </section>
    </>
  )
}
