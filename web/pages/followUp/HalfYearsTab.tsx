import { useTranslation } from 'react-i18next'
import type { ActivityPeriod } from '#events/activity'
import { date } from '../../format.ts'
import { useAreaNames } from '../../parts/areaNames.ts'
import { VerdictIcon } from '../../parts/Verdict.tsx'
import { useLanguage } from '../../text/i18n.ts'
import type { FollowUp } from './answer.ts'
import { FollowTable } from './FollowTable.tsx'
import { usePeriodName } from './usePeriodName.ts'

type Row = FollowUp['halfYears']['rows'][number]

/** Half-yearly data by municipality and half-year: when they came, and what was wrong with that. */
export function HalfYearsTab({ data }: { readonly data: FollowUp }) {
  const { t } = useTranslation()
  const names = useAreaNames()
  const periodName = usePeriodName()
  const said = useSaid()
  const { rows, periods } = data.halfYears
  const codes = [...new Set(rows.map(({ municipality }) => municipality))]
  const at = (code: string, period: ActivityPeriod) =>
    rows.find((row) => row.municipality === code && row.period === period)
  return (
    <FollowTable
      data={data}
      tab="halfYears"
      title={t('followUp.tab.halfYears')}
      rows={codes}
      keyOf={(code) => code}
      none={t('followUp.halfYears.none')}
      columns={[
        { title: t('followUp.municipality'), text: (code) => names.municipality(code) },
        ...periods.map((period) => ({
          title: periodName(period),
          text: (code: string) => {
            const row = at(code, period)
            return row === undefined ? '' : said(row)
          },
          draw: (code: string) => {
            const row = at(code, period)
            if (row === undefined) return null
            return (
              <span className="delivery">
                <VerdictIcon outcome={row.finding.outcome} size={16} />
                {said(row)}
              </span>
            )
          },
        })),
      ]}
    />
  )
}

function useSaid(): (row: Row) => string {
  const { t } = useTranslation()
  const language = useLanguage()
  return ({ finding: { code, params }, suppressedCells }) => {
    const text = (key: string) => (typeof params[key] === 'string' && params[key] !== '' ? params[key] : null)
    const days = typeof params.days === 'number' ? params.days : 0
    const late = days > 0 ? [t('followUp.halfYears.days', { count: days })] : []
    if (code === 'R-36.notDue') return t('followUp.halfYears.notDue', { date: date(text('dueOn'), language) })
    if (code === 'R-36.missing') return [t('followUp.halfYears.missing'), ...late].join(', ')
    const incomplete = code === 'R-36.incomplete' ? [t('followUp.halfYears.incomplete')] : []
    const cells =
      suppressedCells === null || suppressedCells === 0
        ? []
        : [t('followUp.halfYears.cells', { count: suppressedCells })]
    return [date(text('deliveredOn'), language), ...late, ...incomplete, ...cells].join(', ')
  }
}
