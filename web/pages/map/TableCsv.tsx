import { useTranslation } from 'react-i18next'
import type { Answer } from '../../api.ts'
import { announce } from '../../parts/announce.ts'
import { Button } from '../../parts/Button.tsx'
import { csvNumber, csvOf, download } from '../../parts/csv.ts'
import { areaName, useAreas } from '../../shell/scope.ts'
import { useLanguage } from '../../text/i18n.ts'
import { type Column, sorted, sortIn } from './sorting.ts'
import { tableLines } from './tableLines.ts'
import { useOrigin } from './useOrigin.ts'
import { useTableColumns } from './useTableColumns.ts'
import { withCoverage } from './withCoverage.ts'

/** Hands the table out as it stands while it shows coverage: its columns and order, then where the figures are from. */
export function TableCsv({
  answer,
  coverage,
  before,
  sort,
}: {
  readonly answer: Answer<'municipalities'>
  readonly coverage: Answer<'coverage'>
  readonly before: Answer<'coverage'> | undefined
  readonly sort: string | undefined
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const areas = useAreas().data
  const { origin, headings, cells } = useOrigin(coverage, before)
  const { shown, heading } = useTableColumns(answer, coverage, before)
  const inPercent = (column: Column) =>
    coverage.measure === 'share' && (column === 'covered' || column === 'before' || column === 'change')
      ? t('coverage.csv.inPercent', { heading: heading(column), unit: column === 'change' ? 'pp' : '%' })
      : heading(column)
  const save = () => {
    const { column, descending } = sortIn(sort, coverage)
    const lines = tableLines(
      sorted(withCoverage(answer.rows, coverage, before), column, descending),
      shown,
      coverage,
      before,
      {
        number: (value, decimals) => csvNumber(value, language, decimals),
        unit: answer.unit,
        region: (code) => areaName(areas, code),
        told: (state) => t(`caps.told.${state}`),
        look: (look) => t(`coverage.look.${look}Short`),
        estimate: (people) => t('coverage.users.estimate', { people }),
        findings: ({ breach, needsConsultation, needsInformation, pass }) =>
          [
            t('map.finding.breach', { count: breach }),
            t('map.finding.needsConsultation', { count: needsConsultation }),
            t('map.finding.needsInformation', { count: needsInformation }),
            t('map.finding.pass', { count: pass }),
          ].join(', '),
      },
    )
    download(
      `tabel-${origin.group || origin.service}-${origin.asOf}.csv`,
      csvOf([[...shown.map(inPercent), ...headings], ...lines.map((line) => [...line, ...cells])]),
    )
    announce(t('coverage.export.made'))
  }
  return (
    <Button icon="download" onPress={save}>
      {t('map.csv')}
    </Button>
  )
}
