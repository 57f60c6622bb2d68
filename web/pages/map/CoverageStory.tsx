import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { diagnosisGroups } from '#events/diagnosisGroups'
import type { MunicipalityCode } from '#events/identifiers'
import { type Answer, viewQuery } from '../../api.ts'
import { none, number, percent } from '../../format.ts'
import type { Target } from '../../map/selection.ts'
import { useLanguage } from '../../text/i18n.ts'
import { useMoment } from '../../time/moment.ts'
import { useCoverageChoice } from './useCoverage.ts'

/** How one municipality is covered for the group on the map: its share, and the nearest three therapists. */
export function CoverageStory({
  code,
  coverage,
  onSelect,
}: {
  readonly code: MunicipalityCode
  readonly coverage: Answer<'coverage'>
  readonly onSelect: (target: Target) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { params } = useMoment()
  const { scenario } = useSearch({ from: '/kort' })
  const { group, max } = useCoverageChoice()
  const asked = { ...params, ...(scenario === undefined ? {} : { scenario }), group, max, code }
  const place = useQuery(viewQuery('coveragePlace', asked as Parameters<typeof viewQuery<'coveragePlace'>>[1])).data
  const row = coverage.rows.find(({ municipality }) => municipality === code)
  const name = diagnosisGroups.find(({ id }) => id === group)?.words[language] ?? group
  if (row === undefined) return null
  return (
    <section className="inspector-section coverage-story">
      <h3>{t('map.coverage.title', { group: name })}</h3>
      <p className="headline">
        <strong>{percent(row.share, language, 1)}</strong>
        <span>{t('map.coverage.headline', { count: max })}</span>
      </p>
      <dl className="facts">
        <div>
          <dt>{t('map.coverage.mean')}</dt>
          <dd>{row.meanMinutes === null ? none : t('map.coverage.about', { count: Math.round(row.meanMinutes) })}</dd>
        </div>
        <div>
          <dt>{t('map.coverage.persons')}</dt>
          <dd>{number(row.persons, language)}</dd>
        </div>
      </dl>
      {place !== undefined && (
        <>
          <h4 className="meta">
            {place.from === null ? t('map.coverage.nearest') : t('map.coverage.nearestFrom', { town: place.from })}
          </h4>
          {place.nearest.length === 0 ? (
            <p>{t(place.unreachable > 0 ? 'map.coverage.noWay' : 'map.coverage.nobody')}</p>
          ) : (
            <ul className="place-list">
              {place.nearest.map(({ clinic, name: called, minutes }) => (
                <li key={`${clinic} ${minutes}`}>
                  <button type="button" onClick={() => onSelect({ kind: 'clinic', id: clinic })}>
                    <strong>{called}</strong>
                  </button>
                  <span className="place-figure">{t('map.coverage.about', { count: Math.round(minutes) })}</span>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </section>
  )
}
