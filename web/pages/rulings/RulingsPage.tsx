import './rulings.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { ApplicationType } from '#events/case'
import { RulingOutcome } from '#events/docket'
import { type Answer, viewQuery } from '../../api.ts'
import { useAreaNames } from '../../parts/areaNames.ts'
import { Button } from '../../parts/Button.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { Failed } from '../../parts/Failed.tsx'
import { Page } from '../../parts/Page.tsx'
import { Select } from '../../parts/Select.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { useScope } from '../../shell/scope.ts'
import { useWords } from '../../text/words.ts'
import { filterRulings, type RulingFilter, yearsOf } from './filterRulings.ts'
import { RulingTable } from './RulingTable.tsx'

/** An auditor's way in: every ruling within the reader's reach, by year, outcome, type and words. */
export function RulingsPage() {
  const { t } = useTranslation()
  const { region } = useScope()
  const { data, error, refetch } = useQuery(viewQuery('rulings', region === null ? {} : { region }))
  return (
    <Page
      title={t('rulings.list.title')}
      wide
      lead={data !== undefined && t('rulings.list.lead', { count: data.rows.length })}
      aside={
        <Link to="/sager" className="button button-secondary">
          {t('rulings.list.toCases')}
        </Link>
      }
    >
      {error !== null ? (
        <Failed error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <Skeleton rows={8} />
      ) : (
        <Rulings rows={data.rows} />
      )}
    </Page>
  )
}

function Rulings({ rows }: { readonly rows: Answer<'rulings'>['rows'] }) {
  const { t } = useTranslation()
  const names = useAreaNames()
  const filter: RulingFilter = useSearch({ from: '/sager/afgoerelser' })
  const navigate = useNavigate({ from: '/sager/afgoerelser' })
  const shown = filterRulings(rows, filter, names.municipality)
  if (rows.length === 0)
    return <EmptyState icon="file" title={t('rulings.list.none')} text={t('rulings.list.noneWhy')} />
  const clear = () =>
    void navigate({
      search: ({ year: _, outcome: __, type: ___, q: ____, ...was }) => was,
      replace: true,
    })
  return (
    <>
      <Filters rows={rows} filter={filter} />
      <p className="muted rulings-shown" role="status">
        {t('rulings.list.shown', { shown: shown.length, total: rows.length })}
      </p>
      <section className="panel list-panel" aria-label={t('rulings.list.title')}>
        {shown.length > 0 ? (
          <RulingTable rows={shown} names={names} />
        ) : (
          <EmptyState icon="search" title={t('rulings.list.noHit')} text={t('rulings.list.noHitWhy')}>
            <Button onPress={clear}>{t('rulings.list.clear')}</Button>
          </EmptyState>
        )}
      </section>
    </>
  )
}

const any = 'any'

function Filters({ rows, filter }: { readonly rows: Answer<'rulings'>['rows']; readonly filter: RulingFilter }) {
  const { t } = useTranslation()
  const words = useWords()
  const navigate = useNavigate({ from: '/sager/afgoerelser' })
  const id = useId()
  const change = (part: RulingFilter) => void navigate({ search: (was) => ({ ...was, ...part }), replace: true })
  const types = ApplicationType.options.filter((type) => rows.some((row) => row.type === type))
  const chosen = <Value extends string>(value: Value | typeof any) => (value === any ? undefined : value)
  return (
    <div className="list-tools">
      <Select
        label={t('rulings.list.year')}
        value={filter.year ?? any}
        options={[
          { value: any, label: t('rulings.list.everyYear') },
          ...yearsOf(rows).map((year) => ({ value: year, label: year })),
        ]}
        onChange={(year) => change({ year: chosen(year) })}
      />
      <Select
        label={t('rulings.list.outcome')}
        value={filter.outcome ?? any}
        options={[
          { value: any, label: t('rulings.list.everyOutcome') },
          ...RulingOutcome.options.map((outcome) => ({ value: outcome, label: words.ruling(outcome) })),
          { value: 'withdrawn', label: t('rulings.list.withdrawn') },
        ]}
        onChange={(outcome) => change({ outcome: chosen(outcome) })}
      />
      <Select
        label={t('rulings.list.type')}
        value={filter.type ?? any}
        options={[
          { value: any, label: t('rulings.list.everyType') },
          ...types.map((type) => ({ value: type, label: words.type(type) })),
        ]}
        onChange={(type) => change({ type: chosen(type) })}
      />
      <div className="list-search">
        <label className="visually-hidden" htmlFor={id}>
          {t('rulings.list.search')}
        </label>
        <input
          id={id}
          type="search"
          value={filter.q ?? ''}
          placeholder={t('rulings.list.searchHint')}
          onChange={(event) => change({ q: event.target.value === '' ? undefined : event.target.value })}
        />
      </div>
    </div>
  )
}
