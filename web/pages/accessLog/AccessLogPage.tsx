import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { AccessLogPage as Answer } from '#api/accessLog'
import { read, request } from '../../api.ts'
import { number } from '../../format.ts'
import { Awaited } from '../../parts/Awaited.tsx'
import { Button } from '../../parts/Button.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { Page } from '../../parts/Page.tsx'
import { Select } from '../../parts/Select.tsx'
import { searchOf } from '../../search.ts'
import { useLanguage } from '../../text/i18n.ts'
import { AccessTable } from './AccessTable.tsx'

/** Who of committee and secretariat read what is theirs alone, a year at a time, the newest first. */
export function AccessLogPage() {
  const { t } = useTranslation()
  const language = useLanguage()
  const navigate = useNavigate({ from: '/adgangslog' })
  const { year, before } = useSearch({ from: '/adgangslog' })
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: ['accessLog', year, before],
    queryFn: async ({ signal }) =>
      read(Answer, await request(`/api/access-log${searchOf({ year, before })}`, { signal })),
    // It grows with every reading, also with this one's neighbours.
    staleTime: 0,
    placeholderData: (was) => was,
  })
  const page = (next: number | undefined) => void navigate({ search: (was) => ({ ...was, before: next }) })
  const years = data === undefined ? [] : [...new Set([data.year, ...data.years])].toSorted((a, b) => b - a)
  return (
    <Page
      title={t('accessLog.title')}
      lead={t('accessLog.lead')}
      wide
      aside={
        data !== undefined && (
          <Select
            label={t('accessLog.year')}
            showLabel
            value={String(data.year)}
            options={years.map((one) => ({ value: String(one), label: String(one) }))}
            onChange={(one) => void navigate({ search: (was) => ({ ...was, year: one, before: undefined }) })}
          />
        )
      }
    >
      <section className="panel list-panel" aria-label={t('accessLog.title')} aria-busy={isFetching}>
        {data === undefined ? (
          <Awaited rows={12} error={error} onRetry={() => void refetch()} />
        ) : data.rows.length === 0 ? (
          <EmptyState icon="list" title={t('accessLog.emptyTitle')} text={t('accessLog.emptyWhy')} />
        ) : (
          <AccessTable rows={data.rows} />
        )}
      </section>
      {data !== undefined && data.rows.length > 0 && (
        <nav className="pager" aria-label={t('accessLog.pages')}>
          <span className="muted">
            {t('accessLog.count', { count: data.total, total: number(data.total, language) })}
          </span>
          {before !== undefined && <Button onPress={() => page(undefined)}>{t('events.first')}</Button>}
          {data.next !== null && <Button onPress={() => page(data.next ?? undefined)}>{t('events.older')}</Button>}
        </nav>
      )}
    </Page>
  )
}
