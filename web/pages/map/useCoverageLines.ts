import { useTranslation } from 'react-i18next'
import type { Answer } from '../../api.ts'
import { date } from '../../format.ts'
import { csvNumber } from '../../parts/csv.ts'
import { areaName, useAreas } from '../../shell/scope.ts'
import { useLanguage } from '../../text/i18n.ts'
import { coverageLines, type LineColumn } from './coverageLines.ts'
import { useCoverageWords } from './useCoverageWords.ts'
import { useOrigin } from './useOrigin.ts'

type Coverage = Answer<'coverage'>

/** Makes the file of coverage in the reader's language: each line ends with where its figures come from. */
export function useCoverageLines(answer: Coverage, before: Coverage | undefined): () => readonly (readonly string[])[] {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useCoverageWords()
  const areas = useAreas().data
  const { headings, cells } = useOrigin(answer, before)
  const { measure, k, unit, max } = answer
  const costUnit = unit === 'km' ? 'km' : 'min.'
  const limit = words.limit(max, unit)
  const valueUnit = measure === 'share' ? '%' : measure === 'nearest' || measure === 'kth' ? costUnit : null
  const inUnit = (heading: string, of: string | null) =>
    of === null ? heading : t('coverage.csv.inPercent', { heading, unit: of })
  const named = t(`coverage.measure.${measure}`, { k })
  const early = before === undefined ? '' : date(before.at.effectiveOn, language)
  const heading = (column: LineColumn) => {
    if (column === 'value') return inUnit(named, valueUnit)
    if (column === 'before') return inUnit(t('coverage.table.before', { date: early }), valueUnit)
    if (column === 'change') return inUnit(t('coverage.table.change'), measure === 'share' ? 'pp' : valueUnit)
    return t(`coverage.csv.${column}`, { limit, date: early, unit: costUnit })
  }
  const told = (
    users: { readonly state: 'value'; readonly value: number } | { readonly state: 'hidden' | 'unknown' },
  ) => (users.state === 'value' ? csvNumber(users.value, language) : t(`caps.told.${users.state}`))
  return () => {
    const [head = [], ...lines] = coverageLines(answer, before, {
      heading: (column) => heading(column).replaceAll('\u00A0', ' '),
      number: (value, decimals) => csvNumber(value, language, decimals),
      region: (code) => areaName(areas, code),
      look: (look) => t(`coverage.csv.looks.${look}`),
      told,
      within: ({ within, isEstimate }) =>
        isEstimate && within.state === 'value' ? t('coverage.users.estimate', { people: told(within) }) : told(within),
    })
    return [[...head, ...headings], ...lines.map((line) => [...line, ...cells])]
  }
}
