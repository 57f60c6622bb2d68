import { useTranslation } from 'react-i18next'
import { kroner, none, number, percent } from '../../format.ts'
import { useAreaNames } from '../../parts/areaNames.ts'
import { useLanguage } from '../../text/i18n.ts'
import { type FollowUp, measureOf } from './answer.ts'
import { FollowTable } from './FollowTable.tsx'

type Row = FollowUp['groups'][number]

const shareOf = (services: Row['after']) =>
  services === null || services.group + services.individual === 0
    ? null
    : services.group / (services.group + services.individual)

/** Group sessions of each municipality: the share, its change, and whether it took the place of other treatment. */
export function GroupsTab({ data }: { readonly data: FollowUp }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const names = useAreaNames()
  const shares = data.groups.flatMap(({ before, after }) => [shareOf(before) ?? [], shareOf(after) ?? []].flat())
  const [low, high] = [Math.min(...shares, 0.3), Math.max(...shares, 0.5)]
  const limit = data.groups[0]?.finding.measured.find(({ key }) => key === 'groupShareAfter')?.limit
  const count = (row: Row, key: string) => number(measureOf(row.finding, key), language)
  return (
    <FollowTable
      data={data}
      tab="groups"
      title={t('followUp.tab.groups')}
      rows={data.groups}
      keyOf={({ municipality }) => municipality}
      findingOf={({ finding }) => finding}
      none={t('followUp.groups.none')}
      {...(limit == null ? {} : { footer: t('followUp.groups.highest', { share: percent(limit / 1000, language) }) })}
      columns={[
        { title: t('followUp.municipality'), text: ({ municipality }) => names.municipality(municipality) },
        {
          title: t('followUp.groups.before'),
          isNumber: true,
          text: ({ before }) => percent(shareOf(before), language),
        },
        { title: t('followUp.groups.after'), isNumber: true, text: ({ after }) => percent(shareOf(after), language) },
        {
          title: t('followUp.groups.change'),
          text: ({ before, after }) => `${percent(shareOf(before), language)} → ${percent(shareOf(after), language)}`,
          draw: ({ before, after }) => <ShareArrow from={shareOf(before)} to={shareOf(after)} low={low} high={high} />,
        },
        { title: t('followUp.groups.more'), isNumber: true, text: (row) => count(row, 'groupGrowth') },
        { title: t('followUp.groups.fewer'), isNumber: true, text: (row) => count(row, 'individualDrop') },
        {
          title: t('followUp.groups.cost'),
          isNumber: true,
          text: ({ finding }) => {
            const [was, is] = [measureOf(finding, 'costPerPatientBefore'), measureOf(finding, 'costPerPatient')]
            return is === null ? none : `${kroner(was, language)} → ${kroner(is, language)}`
          },
        },
      ]}
    />
  )
}

/** From the share of the year before to that of the period. Both stand in the cells beside it. */
function ShareArrow({
  from,
  to,
  low,
  high,
}: {
  readonly from: number | null
  readonly to: number | null
  readonly low: number
  readonly high: number
}) {
  if (to === null) return <span aria-hidden="true">{none}</span>
  const x = (share: number) => 8 + ((share - low) / Math.max(high - low, 0.01)) * 144
  const start = from === null ? null : x(from)
  const end = x(to)
  const back = start !== null && end < start ? 5 : -5
  return (
    <svg className="share-arrow" viewBox="0 0 160 18" aria-hidden="true">
      <path className="track" d="M8 9H152" />
      {start !== null && <circle className="start" cx={start} cy={9} r={3} />}
      {start !== null && <path className="shaft" d={`M${start} 9H${end}`} />}
      <path className="head" d={`M${end + back} 4L${end} 9L${end + back} 14`} />
    </svg>
  )
}
