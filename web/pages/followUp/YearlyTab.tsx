import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { date, none } from '../../format.ts'
import { Panel } from '../../parts/Panel.tsx'
import { useWriting } from '../../parts/useWriting.ts'
import { WriteButton } from '../../parts/WriteButton.tsx'
import { useSession } from '../../session.ts'
import { useLanguage } from '../../text/i18n.ts'
import { useWords } from '../../text/words.ts'
import type { FollowUp } from './answer.ts'
import { ToldVerdict } from './FindingCell.tsx'
import { FollowTable } from './FollowTable.tsx'
import { RecordYearSheet } from './RecordYearSheet.tsx'

/** The plan's period and its yearly follow-ups. */
export function YearlyTab({ data }: { readonly data: FollowUp }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useWords()
  const why = useWriting()('followUp.record')
  const today = useSession()?.today
  const [recording, setRecording] = useState(false)
  return (
    <>
      {data.renewal !== null && (
        <Panel title={t('followUp.yearly.renewal')} aside={<ToldVerdict finding={data.renewal} />}>
          <p>{words.finding(data.renewal)}</p>
        </Panel>
      )}
      <FollowTable
        data={data}
        tab="yearly"
        title={t('followUp.tab.yearly')}
        rows={data.yearly}
        keyOf={({ year }) => String(year)}
        findingOf={({ finding }) => finding}
        none={t('followUp.noRules')}
        aside={
          <WriteButton why={why} icon="plus" onPress={() => setRecording(true)}>
            {t('followUp.yearly.record')}
          </WriteButton>
        }
        columns={[
          { title: t('followUp.yearly.year'), text: ({ year }) => String(year) },
          {
            title: t('followUp.yearly.heldOn'),
            text: ({ heldOn }) => (heldOn === null ? none : date(heldOn, language)),
          },
          {
            title: t('followUp.yearly.measures'),
            text: ({ heldOn, measures }) =>
              measures.length > 0 ? measures.join('; ') : heldOn === null ? none : t('followUp.yearly.noMeasures'),
          },
        ]}
      />
      {recording && today !== undefined && (
        <RecordYearSheet
          region={data.region}
          years={data.yearly.filter(({ heldOn }) => heldOn === null).map(({ year }) => year)}
          today={today}
          onClose={() => setRecording(false)}
        />
      )}
    </>
  )
}
