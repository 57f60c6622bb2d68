import { useTranslation } from 'react-i18next'
import { diagnosisGroups } from '#events/diagnosisGroups'
import type { DiagnosisGroupId } from '#events/identifiers'
import type { Answer } from '../../api.ts'
import { date, number, percent } from '../../format.ts'
import { Legend } from '../../map/Legend.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { Select } from '../../parts/Select.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { coverageClasses } from './SideLegend.tsx'
import { limits } from './useCoverage.ts'

/** Group, limit and legend of the coverage layer, and what its figures rest on. */
export function CoverageLayer({
  answer,
  waiting,
  group,
  max,
  onChange,
  onIsolate,
}: {
  readonly answer: Answer<'coverage'> | undefined
  /** Travel times are being prepared, or the answer is on its way. */
  readonly waiting: boolean
  readonly group: DiagnosisGroupId
  readonly max: number
  readonly onChange: (choice: { readonly group?: DiagnosisGroupId; readonly max?: number }) => void
  readonly onIsolate: (at: number | null) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <div className="coverage-layer" aria-busy={waiting}>
      <Select
        label={t('map.coverage.group')}
        showLabel
        value={group}
        options={diagnosisGroups.map(({ id, words, persons }) => ({
          value: id,
          label:
            persons === null
              ? t('map.coverage.optionUnknown', { name: words[language] })
              : t('map.coverage.option', { name: words[language], persons: number(persons, language) }),
        }))}
        onChange={(chosen) => onChange({ group: chosen })}
      />
      <p className="layer-note">{t('map.coverage.limit')}</p>
      <Segmented
        label={t('map.coverage.limit')}
        size="small"
        value={String(max)}
        options={limits.map((limit) => ({
          value: String(limit),
          label: limit === limits.at(-1) ? t('map.coverage.minutes', { count: limit }) : limit,
        }))}
        onChange={(chosen) => onChange({ max: Number(chosen) })}
      />
      {answer === undefined ? (
        <p className="layer-note" role="status">
          <span className="spinner" aria-hidden="true" /> {t('map.coverage.preparing')}
        </p>
      ) : (
        <>
          <Legend {...coverageClasses(answer)} onIsolate={onIsolate} />
          <p className="meta reach-key">{t('map.coverage.reach')}</p>
          <p className="layer-note">
            <strong>{percent(answer.total.share, language, 1)}</strong>{' '}
            {t('map.coverage.total', { count: max, sites: answer.sites.length })}
            {rounded(answer.total.unreachable) > 0 && answer.sites.length > 0 && (
              <> {t('map.coverage.unreachable', { people: number(rounded(answer.total.unreachable), language) })}</>
            )}
          </p>
          {answer.notCounted.withoutPlace + answer.notCounted.withoutCapacity > 0 && (
            <p className="meta">{t('map.coverage.notCounted', answer.notCounted)}</p>
          )}
          <p className="meta">{t('map.coverage.basis', { date: date(answer.populationAsOf, language) })}</p>
        </>
      )}
    </div>
  )
}

/** Modelled people to the hundred: more would look like a count. */
function rounded(people: number): number {
  return Math.round(people / 100) * 100
}
