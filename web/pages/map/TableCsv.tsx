import { useTranslation } from 'react-i18next'
import type { Answer } from '../../api.ts'
import { announce } from '../../parts/announce.ts'
import { Button } from '../../parts/Button.tsx'
import { csvOf, download } from '../../parts/csv.ts'
import { areaName, useAreas } from '../../shell/scope.ts'
import { useLanguage } from '../../text/i18n.ts'
import { originOf } from './coverageRecords.ts'
import { sorted, sortIn } from './sorting.ts'
import { tableLines } from './tableLines.ts'
import { useCoverageWords } from './useCoverageWords.ts'
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
  const words = useCoverageWords()
  const { shown, heading } = useTableColumns(answer, coverage, before)
  const number = (value: number) => (language === 'da' ? String(value).replace('.', ',') : String(value))
  const save = () => {
    const { proof } = coverage
    const origin = originOf(coverage, before, [
      words.population(proof),
      t('coverage.proof.register'),
      words.engine(proof),
    ])
    const { column, descending } = sortIn(sort)
    const lines = tableLines(sorted(withCoverage(answer.rows, coverage, before), column, descending), shown, coverage, {
      number,
      capacity: (value) => number(value / (answer.unit === 'hoursTenths' ? 10 : 100)),
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
    })
    const from = Object.values(origin).map((value) =>
      value === null ? '' : typeof value === 'number' ? number(value) : String(value),
    )
    const head = [...shown.map(heading), ...Object.keys(origin)]
    download(
      `tabel-${origin.group || origin.service}-${origin.asOf}.csv`,
      csvOf([head, ...lines.map((line) => [...line, ...from])]),
    )
    announce(t('coverage.export.made'))
  }
  return (
    <Button icon="download" onPress={save}>
      {t('map.csv')}
    </Button>
  )
}
