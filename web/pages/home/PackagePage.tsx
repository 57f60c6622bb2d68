import './home.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type ActivityPeriod, daysOf } from '#events/activity'
import type { MunicipalityCode } from '#events/identifiers'
import { type Answer, RequestError, viewQuery } from '../../api.ts'
import { date, instant } from '../../format.ts'
import { useAreaNames } from '../../parts/areaNames.ts'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { Failed } from '../../parts/Failed.tsx'
import { Page } from '../../parts/Page.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { Select } from '../../parts/Select.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { useSession } from '../../session.ts'
import { useLanguage } from '../../text/i18n.ts'
import { useWords } from '../../text/words.ts'
import { useMoment } from '../../time/moment.ts'
import { usePeriodName } from '../followUp/usePeriodName.ts'
import { PackageFiles } from './PackageFiles.tsx'
import { PackageTable } from './PackageTable.tsx'
import { PackageTrends } from './PackageTrends.tsx'

type Package = Answer<'halfYearPackage'>

/** One half-year's package as it was published, edition by edition. */
export function PackagePage() {
  const { t } = useTranslation()
  const { municipality, period } = useParams({ from: '/halvaarsdata/$municipality/$period' })
  const { edition } = useSearch({ from: '/halvaarsdata/$municipality/$period' })
  const { params } = useMoment()
  const names = useAreaNames()
  const periodName = usePeriodName()
  const signedIn = useSession() !== undefined
  const { data, error, refetch } = useQuery({
    ...viewQuery('halfYearPackage', {
      ...params,
      municipality,
      period,
      ...(edition === undefined ? {} : { edition }),
    }),
    enabled: signedIn,
  })
  const name = names.municipality(municipality)
  const isClosed = error instanceof RequestError && [401, 403, 404].includes(error.problem.status)
  return (
    <Page
      wide
      title={t('home.package.title', { period: periodName(period) })}
      lead={t('home.package.lead', { name })}
      aside={
        <Link to="/egne-noegletal" search={{ kommune: municipality }}>
          {t('home.package.back')}
        </Link>
      }
    >
      {isClosed ? (
        <EmptyState icon="lock" title={t('home.closedTitle')} text={t('home.closedText')} />
      ) : error !== null ? (
        <Failed error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <Skeleton rows={10} />
      ) : (
        <Content data={data} municipality={municipality} period={period} />
      )}
    </Page>
  )
}

function Content({
  data,
  municipality,
  period,
}: {
  readonly data: Package
  readonly municipality: MunicipalityCode
  readonly period: ActivityPeriod
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { content, shown, finding } = data
  if (shown === null) {
    const due = typeof finding?.params.dueOn === 'string' ? finding.params.dueOn : daysOf(period).to
    return <EmptyState title={t('home.package.none')} text={t('home.package.noneWhy', { date: date(due, language) })} />
  }
  return (
    <div className="home">
      <About data={data} />
      {content === null ? (
        <EmptyState icon="file" title={t('home.package.notKept')} text={t('home.package.unknownNote')} />
      ) : (
        <>
          <PackageTrends municipality={municipality} until={period} content={content} />
          {content.specialties.map((told) => (
            <PackageTable key={told.specialty} told={told} minCell={content.minCell} previous={data.previous} />
          ))}
        </>
      )}
    </div>
  )
}

function About({ data }: { readonly data: Package }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useWords()
  const navigate = useNavigate({ from: '/halvaarsdata/$municipality/$period' })
  const { editions, shown, finding, intact, municipality, period } = data
  const edition = editions.find((one) => one.edition === shown)
  const newest = editions[0]
  if (edition === undefined || newest === undefined) return null
  const show = (wanted: number) =>
    void navigate({ search: (was) => ({ ...was, edition: wanted === newest.edition ? undefined : wanted }) })
  return (
    <Panel
      title={t('home.package.of', { edition: edition.edition, all: editions.length })}
      aside={
        editions.length > 1 && (
          <Select
            label={t('home.packages.edition')}
            value={String(edition.edition)}
            options={editions.map((one) => ({
              value: String(one.edition),
              label: `${t('home.package.edition', { edition: one.edition })}${one === newest ? ` (${t('home.package.newest')})` : ''}`,
            }))}
            onChange={(wanted) => show(Number(wanted))}
          />
        )
      }
      className="package-about"
    >
      {edition !== newest && (
        <p className="warn">
          {t('home.package.older')}{' '}
          <button type="button" className="link" onClick={() => show(newest.edition)}>
            {t('home.package.showNewest')}
          </button>
        </p>
      )}
      <p>
        {t('home.package.deliveredOn', { date: date(edition.deliveredOn, language) })}.{' '}
        {t('home.package.recorded', { at: instant(edition.recordedAt, language) })}.
      </p>
      {finding !== null && <p>{words.finding(finding)}</p>}
      {!edition.complete && <p className="warn">{t('home.package.incomplete')}</p>}
      {edition.reason !== null && <p>{t('home.package.reason', { reason: edition.reason })}</p>}
      {data.content !== null && <PackageFiles municipality={municipality} period={period} edition={edition.edition} />}
      {intact !== null && (
        <p className={intact ? 'muted' : 'warn'}>
          {t(intact ? 'home.package.intact' : 'home.package.broken')}{' '}
          <code className="checksum">{edition.checksum}</code>
        </p>
      )}
    </Panel>
  )
}
