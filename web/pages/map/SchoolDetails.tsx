import { useTranslation } from 'react-i18next'
import type { Answer } from '../../api.ts'
import { capacity, date } from '../../format.ts'
import type { Target } from '../../map/selection.ts'
import { areaName, useAreas } from '../../shell/scope.ts'
import { useLanguage } from '../../text/i18n.ts'
import { LatestEvents, MunicipalityLink } from './DetailParts.tsx'
import { Frame } from './Frame.tsx'

/** A riding school: agreements with hours, accession and coverage, and events. An unknown area is said, not guessed. */
export function SchoolDetails({
  data,
  onSelect,
  onClose,
}: {
  readonly data: Answer<'ridingSchool'>
  readonly onSelect: (target: Target) => void
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const areas = useAreas().data
  const code = data.address.municipality
  const total = data.agreements.reduce((sum, { hoursTenths }) => sum + hoursTenths, 0)
  return (
    <Frame
      eyebrow={[t('map.inspector.ridingSchool'), areaName(areas, code)].filter(Boolean).join(' · ')}
      title={data.name}
      onClose={onClose}
    >
      <div className="inspector-body">
        <p className="headline">
          <strong>{capacity(total, 'hoursTenths', language)}</strong>
          <span>{t('map.unit.hoursTenthsLong')}</span>
        </p>
        <p className="meta">{data.address.text}</p>
        {!data.approved && <p className="meta warn">{t('map.inspector.notApproved')}</p>}
        <MunicipalityLink code={code} onSelect={onSelect} />
        <section className="inspector-section">
          <h3>
            {t('map.inspector.agreements')} <span className="tab-count">{data.agreements.length}</span>
          </h3>
          <ul className="plain-list">
            {data.agreements.map((row) => (
              <li key={`${row.agreement}-${row.from}`}>
                <strong>
                  {capacity(row.hoursTenths, 'hoursTenths', language)} {t('map.unit.hoursTenths')}
                </strong>
                <span className="meta">
                  {row.accessionDate === null
                    ? t('map.inspector.accessionUnknown')
                    : t('map.inspector.accession', { date: date(row.accessionDate, language) })}{' '}
                  · {t('map.inspector.since', { date: date(row.from, language) })}
                </span>
                {row.area.kind === 'unknown' && <span className="meta warn">{t('map.inspector.areaUnknown')}</span>}
              </li>
            ))}
          </ul>
        </section>
        <LatestEvents events={data.events} />
      </div>
    </Frame>
  )
}
