import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../api.ts'
import { capacity, date, none, number, perInhabitantDecimals } from '../../format.ts'
import type { Target } from '../../map/selection.ts'
import { EventList } from '../../parts/EventList.tsx'
import { Tabs } from '../../parts/Tabs.tsx'
import { Verdict, VerdictIcon } from '../../parts/Verdict.tsx'
import { useMay } from '../../session.ts'
import { useLanguage } from '../../text/i18n.ts'
import { useWords } from '../../text/words.ts'
import { CoverageStory } from './CoverageStory.tsx'
import { Frame } from './Frame.tsx'
import { OwnOffer } from './OwnOffer.tsx'
import { StripPlot } from './StripPlot.tsx'

export type Tab = 'overview' | 'clinics' | 'schools' | 'cases' | 'events'
type Data = Answer<'municipality'>

/** A municipality: headline, where it stands, figures, findings, events; clinics, schools and cases in their tabs. */
export function MunicipalityDetails({
  data,
  compared,
  coverage,
  tab,
  onTab,
  onSelect,
  onClose,
}: {
  readonly data: Data
  readonly compared: Answer<'municipalities'> | undefined
  readonly coverage: Answer<'coverage'> | undefined
  readonly tab: Tab
  readonly onTab: (tab: Tab) => void
  readonly onSelect: (target: Target) => void
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const may = useMay()
  const count = (label: string, of: number) => (
    <>
      {label} <span className="tab-count">{of}</span>
    </>
  )
  const tabs = [
    { id: 'overview' as const, label: t('map.inspector.tab.overview') },
    { id: 'clinics' as const, label: count(t('map.inspector.tab.clinics'), data.clinics.length) },
    { id: 'schools' as const, label: count(t('map.inspector.tab.schools'), data.schools.length) },
    ...(may('case.read')
      ? [{ id: 'cases' as const, label: count(t('map.inspector.tab.cases'), data.cases.length) }]
      : []),
    { id: 'events' as const, label: t('map.inspector.tab.events') },
  ]
  const selected = tabs.some(({ id }) => id === tab) ? tab : 'overview'
  const eyebrow = [t('map.inspector.municipality', { code: data.row.code }), data.regionName]
    .filter(Boolean)
    .join(' · ')
  return (
    <Frame eyebrow={eyebrow} title={data.row.name} onClose={onClose}>
      <Tabs label={data.row.name} tabs={tabs} selected={selected} onSelect={onTab}>
        {selected === 'overview' && (
          <>
            {coverage !== undefined && <CoverageStory code={data.row.code} coverage={coverage} onSelect={onSelect} />}
            <Overview data={data} compared={compared} />
          </>
        )}
        {selected === 'clinics' && <Clinics data={data} onSelect={onSelect} />}
        {selected === 'schools' && <Schools data={data} onSelect={onSelect} />}
        {selected === 'cases' && <Cases data={data} />}
        {selected === 'events' && <Events data={data} limit={50} />}
      </Tabs>
    </Frame>
  )
}

function Overview({
  data,
  compared,
}: {
  readonly data: Data
  readonly compared: Answer<'municipalities'> | undefined
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { row, unit } = data
  const unitWord = t(`map.unit.${unit}`)
  const decimals = perInhabitantDecimals(unit)
  return (
    <>
      {row.per10000 === null ? (
        <p className="headline-note">{t('map.inspector.unknownHeadline')}</p>
      ) : (
        <p className="headline">
          <strong>{number(row.per10000, language, decimals)}</strong>
          <span>{t('map.inspector.perInhabitants', { unit: t(`map.unit.${unit}Long`) })}</span>
        </p>
      )}
      {row.per10000 !== null && compared !== undefined && (
        <StripPlot rows={compared.rows} code={row.code} decimals={decimals} name={row.name} />
      )}
      <dl className="facts">
        <Fact label={t('map.inspector.population')} value={number(row.population, language)} />
        <Fact label={t('map.inspector.capacity')} value={`${capacity(row.capacity, unit, language)} ${unitWord}`} />
        <Fact label={t('map.inspector.clinics')} value={number(row.clinics, language)} />
        <Fact label={t('map.inspector.providers')} value={number(row.providers, language)} />
        <Fact label={t('map.inspector.schools')} value={number(row.ridingSchools, language)} />
        <Fact
          label={t('map.inspector.ridingHours')}
          value={`${capacity(row.ridingHoursTenths, 'hoursTenths', language)} ${t('map.unit.hoursTenths')}`}
        />
        {data.formerCounties.length > 0 && (
          <Fact
            label={t('map.inspector.formerCounty', { count: data.formerCounties.length })}
            value={data.formerCounties.join(', ')}
          />
        )}
      </dl>
      <OwnOffer municipality={data.row.code} />
      <Findings data={data} />
      <Events data={data} limit={4} />
    </>
  )
}

function Fact({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  )
}

const outcomes = [
  ['breach', 'breach'],
  ['needsConsultation', 'needs-consultation'],
  ['needsInformation', 'needs-information'],
  ['pass', 'pass'],
] as const

function Findings({ data }: { readonly data: Data }) {
  const { t } = useTranslation()
  const { findings } = data.row
  const present = findings === null ? [] : outcomes.filter(([key]) => findings[key] > 0)
  return (
    <section className="inspector-section">
      <h3>{t('map.inspector.findings')}</h3>
      {findings === null ? (
        <p className="meta">{none}</p>
      ) : present.length === 0 ? (
        <p className="meta">{t('map.inspector.findingsNone')}</p>
      ) : (
        <ul className="finding-list">
          {present.map(([key, outcome]) => (
            <li key={key}>
              <VerdictIcon outcome={outcome} />
              {t(`map.finding.${key}`, { count: findings[key] })}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Events({ data, limit }: { readonly data: Data; readonly limit: number }) {
  const { t } = useTranslation()
  const may = useMay()
  const rows = data.events.slice(0, limit)
  return (
    <section className="inspector-section">
      <header className="section-head">
        <h3>{t('map.inspector.events')}</h3>
        {may('events.read') && (
          <Link to="/haendelser" search={{ municipality: data.row.code }}>
            {t('map.inspector.eventsAll')}
          </Link>
        )}
      </header>
      {rows.length === 0 ? <p className="meta">{t('map.inspector.eventsNone')}</p> : <EventList events={rows} />}
    </section>
  )
}

function Clinics({ data, onSelect }: { readonly data: Data; readonly onSelect: (target: Target) => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  if (data.clinics.length === 0) return <p className="meta inspector-empty">{t('map.inspector.clinicsNone')}</p>
  return (
    <ul className="place-list">
      {data.clinics
        .toSorted((a, b) => (b.capacity ?? -1) - (a.capacity ?? -1))
        .map((clinic) => (
          <li key={clinic.clinic}>
            <button type="button" onClick={() => onSelect({ kind: 'clinic', id: clinic.clinic })}>
              <strong>{clinic.name}</strong>
              <span className="meta">{clinic.address?.text ?? t('map.inspector.noAddress')}</span>
              {clinic.address?.certainty === 'confirm' && (
                <span className="meta warn">{t('map.inspector.confirmMunicipality')}</span>
              )}
            </button>
            <span className="place-figure">
              {capacity(clinic.capacity, data.unit, language)} {t(`map.unit.${data.unit}`)}
            </span>
          </li>
        ))}
    </ul>
  )
}

function Schools({ data, onSelect }: { readonly data: Data; readonly onSelect: (target: Target) => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  if (data.schools.length === 0) return <p className="meta inspector-empty">{t('map.inspector.schoolsNone')}</p>
  return (
    <ul className="place-list">
      {data.schools.map((school) => (
        <li key={school.school}>
          <button type="button" onClick={() => onSelect({ kind: 'school', id: school.school })}>
            <strong>{school.name}</strong>
            <span className="meta">{school.address.text}</span>
            {school.areaUnknown && <span className="meta warn">{t('map.inspector.areaUnknown')}</span>}
            {!school.approved && <span className="meta warn">{t('map.inspector.notApproved')}</span>}
          </button>
          <span className="place-figure">
            {capacity(school.hoursTenths, 'hoursTenths', language)} {t('map.unit.hoursTenths')}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Cases({ data }: { readonly data: Data }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useWords()
  if (data.cases.length === 0) return <p className="meta inspector-empty">{t('map.inspector.casesNone')}</p>
  return (
    <ul className="place-list">
      {data.cases.map((row) => (
        <li key={row.case}>
          <Link to="/sager/$case" params={{ case: row.case }}>
            <strong>
              {row.number} {words.kind(row)}
            </strong>
            <span className="meta">
              {words.status(row.status)} · {date(row.wantedFrom, language)}
            </span>
          </Link>
          {row.worst !== null && <Verdict outcome={row.worst} />}
        </li>
      ))}
    </ul>
  )
}
