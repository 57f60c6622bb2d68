import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Answer, viewQuery } from '../../api.ts'
import { useAreaNames } from '../../parts/areaNames.ts'
import { Button } from '../../parts/Button.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { Failed } from '../../parts/Failed.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { useWriting } from '../../parts/useWriting.ts'
import { WriteButton } from '../../parts/WriteButton.tsx'
import { useScope } from '../../shell/scope.ts'
import { useMoment } from '../../time/moment.ts'
import { CaseTable } from './CaseTable.tsx'
import { filterCases } from './filterCases.ts'

/** The list of cases within the reader's reach. */
export function CasesPage() {
  const { t } = useTranslation()
  const { params } = useMoment()
  const { status = 'open', municipality } = useSearch({ from: '/sager' })
  const navigate = useNavigate({ from: '/sager' })
  const names = useAreaNames()
  const { region } = useScope()
  const why = useWriting()('case.open')
  const [q, setQ] = useState('')
  const searchId = useId()
  const { data, error, refetch } = useQuery(
    viewQuery('cases', {
      ...params,
      ...(region === null ? {} : { region }),
      status,
      ...(municipality === undefined ? {} : { municipality }),
    }),
  )
  const show = (next: typeof status) => void navigate({ search: (was) => ({ ...was, status: next }) })
  const rows = data === undefined ? [] : filterCases(data.rows, q, names.municipality)
  return (
    <div className="page page-wide">
      <header className="page-head">
        <div>
          <h1>{t('cases.list.title')}</h1>
          {data !== undefined && (
            <p className="page-lead">{t('cases.list.summary', { count: data.open, total: data.total })}</p>
          )}
        </div>
        <div className="page-aside">
          <Link to="/sager/tavle" className="button button-secondary">
            {t('worklist.board.link')}
          </Link>
          <Link to="/sager/frister" className="button button-secondary">
            {t('worklist.calendar.link')}
          </Link>
          <Link to="/sager/afgoerelser" className="button button-secondary">
            {t('rulings.list.link')}
          </Link>
          <WriteButton kind="primary" icon="plus" why={why} onPress={() => void navigate({ to: '/sager/ny' })}>
            {t('cases.list.new')}
          </WriteButton>
        </div>
      </header>
      <div className="list-tools">
        <Segmented
          label={t('cases.list.filter')}
          value={status}
          onChange={show}
          options={[
            { value: 'open', label: t('cases.list.open') },
            { value: 'closed', label: t('cases.list.closed') },
            { value: 'all', label: t('cases.list.all') },
          ]}
        />
        <div className="list-search">
          <label className="visually-hidden" htmlFor={searchId}>
            {t('cases.list.search')}
          </label>
          <input
            id={searchId}
            type="search"
            value={q}
            placeholder={t('cases.list.searchHint')}
            onChange={(event) => setQ(event.target.value)}
          />
        </div>
      </div>
      <section className="panel list-panel" aria-label={t('cases.list.title')}>
        {error !== null ? (
          <Failed error={error} onRetry={() => void refetch()} />
        ) : data === undefined ? (
          <Skeleton rows={8} />
        ) : rows.length > 0 ? (
          <CaseTable rows={rows} names={names} />
        ) : (
          <NoCases data={data} status={status} q={q} onShowAll={() => show('all')} onClear={() => setQ('')} />
        )}
      </section>
    </div>
  )
}

function NoCases({
  data,
  status,
  q,
  onShowAll,
  onClear,
}: {
  readonly data: Answer<'cases'>
  readonly status: 'open' | 'closed' | 'all'
  readonly q: string
  readonly onShowAll: () => void
  readonly onClear: () => void
}) {
  const { t } = useTranslation()
  if (data.rows.length > 0)
    return (
      <EmptyState icon="search" title={t('cases.list.noHit', { q })} text={t('cases.list.noHitWhy')}>
        <Button onPress={onClear}>{t('cases.list.clear')}</Button>
      </EmptyState>
    )
  const titles = { open: 'cases.list.emptyOpen', closed: 'cases.list.emptyClosed', all: 'cases.list.emptyAll' } as const
  return (
    <EmptyState title={t(titles[status])} text={t('cases.list.emptyWhy')}>
      {status !== 'all' && data.total > 0 && (
        <Button onPress={onShowAll}>{t('cases.list.showAll', { total: data.total })}</Button>
      )}
    </EmptyState>
  )
}
