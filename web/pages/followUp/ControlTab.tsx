import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { kroner, none, number, percent } from '../../format.ts'
import { useAreaNames } from '../../parts/areaNames.ts'
import { Panel } from '../../parts/Panel.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { Verdict } from '../../parts/Verdict.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { type FollowUp, isUnmet, lacksCause, measureOf } from './answer.ts'
import { type Column, FollowTable } from './FollowTable.tsx'
import { FunnelPlot } from './FunnelPlot.tsx'
import { ReviewButtons } from './ReviewButtons.tsx'
import { ReviewsPanel } from './ReviewsPanel.tsx'
import { useReviewSheet } from './useReviewSheet.tsx'

type Row = FollowUp['control']['rows'][number]

const deviation = (row: Row) => measureOf(row.finding, 'deviation')

/** Control statistics as a funnel and a table, with the progressive patients of each, and the reviews of both. */
export function ControlTab({ data }: { readonly data: FollowUp }) {
  const { t } = useTranslation()
  const [shown, setShown] = useState<'unmet' | 'all'>('unmet')
  const columns = useColumns()
  const { show, sheet, landing } = useReviewSheet(data)
  const { rows } = data.control
  const sorted = rows.toSorted((a, b) => (deviation(b) ?? -1e9) - (deviation(a) ?? -1e9))
  const unmet = sorted.filter(({ finding, progressive }) => isUnmet(finding) || isUnmet(progressive))
  // What asks for somebody is said; a cost that is met does not hide what progressive patients ask for.
  const findingOf = ({ finding, progressive }: Row) =>
    !isUnmet(finding) && isUnmet(progressive) ? progressive : finding
  const unexplained = unmet.filter((row) => lacksCause(findingOf(row))).length
  return (
    <>
      {data.control.mean !== null && (
        <Panel title={t('followUp.funnel.title')}>
          <FunnelPlot control={data.control} />
        </Panel>
      )}
      <ReviewsPanel data={data} rules={['R-21', 'R-23']} show={show} landing={landing} />
      <FollowTable
        data={data}
        tab="control"
        title={t('followUp.tab.control')}
        columns={columns}
        rows={shown === 'all' ? sorted : unmet}
        keyOf={({ about }) => about.id}
        findingOf={findingOf}
        isSaid={lacksCause}
        actionOf={({ about, name, finding, progressive }) => (
          <ReviewButtons data={data} about={about} name={name} findings={[finding, progressive]} show={show} />
        )}
        lead={unexplained > 0 && <Unexplained count={unexplained} />}
        none={t('followUp.nothingToLookAt')}
        footer={t('followUp.hiddenNote')}
        aside={
          <Segmented
            label={t('followUp.show')}
            value={shown}
            onChange={setShown}
            options={[
              { value: 'unmet', label: t('followUp.toLookAt', { count: unmet.length }) },
              { value: 'all', label: t('followUp.all', { count: rows.length }) },
            ]}
          />
        }
      />
      {sheet}
    </>
  )
}

/** Said once of all that are above a limit without a known cause: how many, and what is done about it. */
function Unexplained({ count }: { readonly count: number }) {
  const { t } = useTranslation()
  return (
    <p className="follow-up-lead">
      <Verdict outcome="needs-information" /> {t('followUp.unexplained', { count })}
    </p>
  )
}

function useColumns(): readonly Column<Row>[] {
  const { t } = useTranslation()
  const language = useLanguage()
  const names = useAreaNames()
  const each = (row: Row) => {
    const tenths = measureOf(row.progressive, 'servicesPerPatient')
    return tenths === null ? none : number(tenths / 10, language, 1)
  }
  return [
    { title: t('followUp.name'), text: ({ name }) => name },
    { title: t('followUp.municipality'), text: ({ municipality }) => names.municipality(municipality ?? '') },
    {
      title: t('followUp.patients'),
      isNumber: true,
      text: ({ patients: { value, hidden } }) => (hidden ? t('followUp.hidden') : number(value, language)),
    },
    { title: t('followUp.paid'), isNumber: true, text: ({ oere }) => kroner(oere, language) },
    { title: t('followUp.perPatient'), isNumber: true, text: ({ averageOere }) => kroner(averageOere, language) },
    {
      title: t('followUp.deviation'),
      isNumber: true,
      text: (row) => {
        const permille = deviation(row)
        return permille === null ? none : percent(permille / 1000, language)
      },
    },
    {
      title: t('followUp.progressive'),
      isNumber: true,
      text: each,
      draw: (row) => (isUnmet(row.progressive) ? <strong className="over">{each(row)}</strong> : each(row)),
    },
  ]
}
