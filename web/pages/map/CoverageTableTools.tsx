import { useTranslation } from 'react-i18next'
import { CoverageMeasure, CoverageService } from '#api/views/coverage'
import { Select } from '../../parts/Select.tsx'
import { useLanguage } from '../../text/i18n.ts'
import type { CoverageState } from './CoverageLayer.tsx'
import { groupsAndFamilies } from './groupsLike.ts'
import { limits } from './useCoverage.ts'
import { useCoverageWords } from './useCoverageWords.ts'

/** The same choices above the table as beside the map. */
export function CoverageTableTools({ choice, onChange }: Pick<CoverageState, 'choice' | 'onChange'>) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useCoverageWords()
  const { group, service, measure, max, unit, k } = choice
  return (
    <>
      <Select
        label={t('coverage.group')}
        value={group}
        options={groupsAndFamilies.map((one) => ({ value: one.id, label: one.words[language] }))}
        onChange={(chosen) => onChange({ group: chosen })}
      />
      <Select
        label={t('coverage.serviceLabel')}
        value={service}
        options={CoverageService.options.map((value) => ({ value, label: t(`coverage.service.${value}`) }))}
        onChange={(chosen) => onChange({ service: chosen === 'clinic' ? undefined : chosen })}
      />
      <Select
        label={t('coverage.measureLabel')}
        value={measure}
        options={CoverageMeasure.options.map((value) => ({ value, label: t(`coverage.measure.${value}`, { k }) }))}
        onChange={(chosen) => onChange({ measure: chosen === 'share' ? undefined : chosen })}
      />
      <Select
        label={t('coverage.limit')}
        value={String(max)}
        options={limits.map((limit) => ({ value: String(limit), label: `≤ ${words.limit(limit, unit)}` }))}
        onChange={(chosen) => onChange({ max: Number(chosen) })}
      />
    </>
  )
}
