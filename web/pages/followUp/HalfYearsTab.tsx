import { useTranslation } from 'react-i18next'
import type { ActivityPeriod } from '#events/activity'
import { date } from '../../format.ts'
import { useAreaNames } from '../../parts/areaNames.ts'
import { VerdictIcon } from '../../parts/Verdict.tsx'
import { useMay } from '../../session.ts'
import { useLanguage } from '../../text/i18n.ts'
import type { FollowUp } from './answer.ts'
import { byUrgency, counted, deliveryOf } from './deliveries.ts'
import { FollowTable } from './FollowTable.tsx'
import { PublishPanel } from './PublishPanel.tsx'
import { usePeriodName } from './usePeriodName.ts'

type Row = FollowUp['halfYears']['rows'][number]

/** Half-yearly data by municipality and half-year: what is missing or came too late stands first. */
export function HalfYearsTab({ data }: { readonly data: FollowUp }) {
  const { t } = useTranslation()
  const names = useAreaNames()
  const periodName = usePeriodName()
  const { word, rest } = useSaid()
  const { rows, periods } = data.halfYears
  const may = useMay()
  const at = (code: string, period: ActivityPeriod) =>
    rows.find((row) => row.municipality === code && row.period === period)
  const table = (
    <FollowTable
      data={data}
      tab="halfYears"
      title={t('followUp.tab.halfYears')}
      rows={byUrgency(data.halfYears, names.municipality)}
      keyOf={(code) => code}
      none={t('followUp.halfYears.none')}
      footer={<Summary halfYears={data.halfYears} />}
      columns={[
        { title: t('followUp.municipality'), text: (code) => names.municipality(code) },
        ...periods.map((period) => ({
          title: periodName(period),
          text: (code: string) => {
            const row = at(code, period)
            return row === undefined ? '' : [word(row), ...rest(row)].filter(Boolean).join(', ')
          },
          draw: (code: string) => {
            const row = at(code, period)
            if (row === undefined) return null
            const said = word(row)
            const { outcome } = row.finding
            return (
              <span className="delivery">
                {said === null ? (
                  <VerdictIcon outcome={outcome} size={16} />
                ) : (
                  <span className={`chip tone-${outcome === 'breach' ? 'breach' : 'missing'}`}>
                    <VerdictIcon outcome={outcome} size={16} />
                    {said}
                  </span>
                )}
                <span>{rest(row).join(', ')}</span>
              </span>
            )
          },
        })),
      ]}
    />
  )
  return may('followUp.record') ? (
    <>
      <PublishPanel region={data.region} />
      {table}
    </>
  ) : (
    table
  )
}

const told = ['missing', 'late', 'incomplete'] as const

/** Half-year by half-year, how many are missing, late or incomplete. */
function Summary({ halfYears: { periods, rows } }: { readonly halfYears: FollowUp['halfYears'] }) {
  const { t } = useTranslation()
  const periodName = usePeriodName()
  const sentence = (period: ActivityPeriod) => {
    const counts = counted(rows, period)
    const wrong = told.filter((one) => counts[one] > 0)
    const all = rows.filter((row) => row.period === period).length
    const text =
      wrong.length === 0
        ? t('followUp.halfYears.allWell')
        : wrong.map((one) => t(`followUp.halfYears.count.${one}`, { count: counts[one] })).join(', ')
    return t('followUp.halfYears.summary', { period: periodName(period), text, all })
  }
  return <>{periods.map(sentence).join(' ')}</>
}

/** The word for what went wrong, null where nothing did; and what is said after it. */
function useSaid() {
  const { t } = useTranslation()
  const language = useLanguage()
  const word = (row: Row): string | null => {
    const { state } = deliveryOf(row)
    return state === 'notDue' || state === 'delivered' ? null : t(`followUp.halfYears.word.${state}`)
  }
  const rest = (row: Row): readonly string[] => {
    const { state, days } = deliveryOf(row)
    const { params } = row.finding
    const on = (key: string) =>
      date(typeof params[key] === 'string' && params[key] !== '' ? params[key] : null, language)
    if (state === 'notDue') return [t('followUp.halfYears.notDue', { date: on('dueOn') })]
    const late = days > 0 ? [t('followUp.halfYears.days', { count: days, date: on('dueOn') })] : []
    if (state === 'missing') return late
    const { suppressedCells } = row
    const hidden = suppressedCells === null || suppressedCells === 0 ? null : suppressedCells
    return [on('deliveredOn'), ...late, ...(hidden === null ? [] : [t('followUp.halfYears.cells', { count: hidden })])]
  }
  return { word, rest }
}
