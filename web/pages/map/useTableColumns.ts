import { useTranslation } from 'react-i18next'
import type { Answer } from '../../api.ts'
import { isCoverageColumn, useCoverageHeadings } from './CoverageColumns.tsx'
import { type Column, columns } from './sorting.ts'

/** The columns that the table has now, and their headings. */
export function useTableColumns(
  answer: Answer<'municipalities'> | undefined,
  coverage: Answer<'coverage'> | undefined,
  before: Answer<'coverage'> | undefined,
): { readonly shown: readonly Column[]; readonly heading: (column: Column) => string } {
  const { t } = useTranslation()
  const headings = useCoverageHeadings(coverage, before)
  const unit = t(`map.unit.${answer?.unit ?? 'unitsHundredths'}`)
  // Inside one region its name in every row says nothing.
  const byRegion = new Set(answer?.rows.map(({ region }) => region)).size > 1
  return {
    shown: columns.filter((one) =>
      one === 'region' ? byRegion : !isCoverageColumn(one) || headings[one] !== undefined,
    ),
    heading: (one) =>
      isCoverageColumn(one)
        ? (headings[one] ?? '')
        : capital(one === 'per10000' || one === 'capacity' ? t(`map.table.${one}`, { unit }) : t(`map.table.${one}`)),
  }
}

function capital(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase('da') + text.slice(1)
}
