import { useTranslation } from 'react-i18next'
import { capacityStatusWords } from '#events/glossary'
import type { Answer } from '../../api.ts'
import { capacity, date } from '../../format.ts'
import type { Target } from '../../map/selection.ts'
import { usePersonNames } from '../../parts/usePersonNames.ts'
import { useMay } from '../../session.ts'
import { areaName, useAreas } from '../../shell/scope.ts'
import { useLanguage } from '../../text/i18n.ts'
import { ClinicTimeline } from './ClinicTimeline.tsx'
import { LatestEvents, MunicipalityLink } from './DetailParts.tsx'
import { Frame } from './Frame.tsx'

const specialties = ['51', '62', '57', '65'] as const

/** A clinic: capacity and where it comes from, provider numbers, addresses with their periods, events. */
export function ClinicDetails({
  data,
  onSelect,
  onClose,
}: {
  readonly data: Answer<'clinic'>
  readonly onSelect: (target: Target) => void
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const areas = useAreas().data
  const knowsNames = useMay()('persons.read')
  const nameOf = usePersonNames(data.providers.map(({ holder }) => holder))
  const unit = t(`map.unit.${data.unit}`)
  const code = data.addresses.find(({ kind }) => kind === 'main')?.address.municipality ?? null
  const specialty = (text: string) => {
    const known = specialties.find((one) => one === text)
    return known === undefined ? text : t(`map.specialty.${known}`)
  }
  return (
    <Frame
      eyebrow={[t('map.inspector.clinic'), areaName(areas, code)].filter(Boolean).join(' · ')}
      title={data.name}
      onClose={onClose}
    >
      <div className="inspector-body">
        <p className="headline">
          <strong>{capacity(data.capacity, data.unit, language)}</strong>
          <span>{t(`map.unit.${data.unit}Long`)}</span>
        </p>
        <dl className="facts">
          {data.bySpecialty.map((row) => (
            <div key={row.specialty}>
              <dt>{specialty(row.specialty)}</dt>
              <dd>
                {capacity(row.capacity, data.unit, language)} {unit}
              </dd>
            </div>
          ))}
        </dl>
        <MunicipalityLink code={code} onSelect={onSelect} />
        <ClinicTimeline steps={data.capacityTimeline} on={data.at.effectiveOn} />
        <section className="inspector-section">
          <h3>{t('map.inspector.addresses')}</h3>
          <ul className="plain-list">
            {data.addresses.map((row) => (
              <li key={`${row.addressId}-${row.from}`}>
                <strong>{row.address.text}</strong>
                <span className="meta">
                  {t(row.kind === 'main' ? 'map.inspector.mainAddress' : 'map.inspector.extraAddress')} ·{' '}
                  {row.to === null
                    ? t('map.inspector.since', { date: date(row.from, language) })
                    : t('map.inspector.period', { from: date(row.from, language), to: date(row.to, language) })}
                </span>
                {row.address.position === null && (
                  <span className="meta warn">{t('map.inspector.positionUnknown')}</span>
                )}
              </li>
            ))}
          </ul>
        </section>
        <section className="inspector-section">
          <h3>
            {t('map.inspector.providers')} <span className="tab-count">{data.providers.length}</span>
          </h3>
          <ul className="plain-list">
            {data.providers.map((row) => (
              <li key={row.number}>
                <strong>{t('map.inspector.providerNumber', { number: row.number })}</strong>
                {knowsNames && <span className="meta">{nameOf(row.holder)}</span>}
                <span className="meta">
                  {capacityStatusWords[row.status][language]}
                  {row.hoursTenths !== null &&
                    ` · ${capacity(row.hoursTenths, 'hoursTenths', language)} ${t('map.unit.hoursTenths')}`}{' '}
                  · {t('map.inspector.since', { date: date(row.from, language) })}
                </span>
                <span className="meta">
                  {t('map.inspector.competences')}:{' '}
                  {row.competences.length === 0 ? t('map.inspector.noCompetences') : row.competences.join(', ')}
                </span>
              </li>
            ))}
          </ul>
        </section>
        <LatestEvents events={data.events} />
      </div>
    </Frame>
  )
}
