import './events.css'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Answer, viewQuery } from '../../api.ts'
import { number } from '../../format.ts'
import { Awaited } from '../../parts/Awaited.tsx'
import { Button } from '../../parts/Button.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { Page } from '../../parts/Page.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { useMoment } from '../../time/moment.ts'
import { EventFilters } from './EventFilters.tsx'
import { EventSheet } from './EventSheet.tsx'
import { EventTable } from './EventTable.tsx'

type Row = Answer<'events'>['rows'][number]

/** Rows on a page of the log. */
const PAGE = 50

/** The log as a list, newest first, as it was at the moment looked at. */
export function EventsPage() {
  const { t } = useTranslation()
  const language = useLanguage()
  const { params } = useMoment()
  const navigate = useNavigate({ from: '/haendelser' })
  const { before, stream, type, municipality, corrections } = useSearch({ from: '/haendelser' })
  const [open, setOpen] = useState<Row | null>(null)
  const filters = {
    ...(stream === undefined ? {} : { stream }),
    ...(type === undefined ? {} : { type }),
    ...(municipality === undefined ? {} : { municipality }),
    ...(corrections === undefined ? {} : { corrections }),
  }
  const { data, error, refetch, isFetching } = useQuery({
    ...viewQuery('events', { ...params, ...filters, limit: PAGE, ...(before === undefined ? {} : { before }) }),
    placeholderData: (was) => was,
  })
  const isFiltered = Object.keys(filters).length > 0
  const clear = () =>
    void navigate({
      search: (was) => ({
        ...was,
        before: undefined,
        stream: undefined,
        type: undefined,
        municipality: undefined,
        corrections: undefined,
      }),
    })
  const page = (next: number | undefined) => void navigate({ search: (was) => ({ ...was, before: next }) })
  return (
    <Page title={t('events.title')} lead={t('events.lead')} wide>
      <EventFilters filters={filters} onClear={isFiltered ? clear : null} />
      <section className="panel list-panel" aria-label={t('events.title')} aria-busy={isFetching}>
        {data === undefined ? (
          <Awaited rows={12} error={error} onRetry={() => void refetch()} />
        ) : data.rows.length === 0 ? (
          <EmptyState icon="list" title={t('events.emptyTitle')} text={t('events.emptyWhy')}>
            {isFiltered && <Button onPress={clear}>{t('events.clear')}</Button>}
          </EmptyState>
        ) : (
          <EventTable rows={data.rows} on={data.at.effectiveOn} onOpen={setOpen} />
        )}
      </section>
      {data !== undefined && data.rows.length > 0 && (
        <nav className="pager" aria-label={t('events.pages')}>
          <span className="muted">{t('events.count', { total: number(data.total, language) })}</span>
          {before !== undefined && <Button onPress={() => page(undefined)}>{t('events.first')}</Button>}
          {before !== undefined && <Button onPress={() => window.history.back()}>{t('events.newer')}</Button>}
          {data.next !== null && <Button onPress={() => page(data.next ?? undefined)}>{t('events.older')}</Button>}
        </nav>
      )}
      <EventSheet row={open} onClose={() => setOpen(null)} />
    </Page>
  )
}
