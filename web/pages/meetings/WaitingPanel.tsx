import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../api.ts'
import { date } from '../../format.ts'
import { Panel } from '../../parts/Panel.tsx'
import { WriteButton } from '../../parts/WriteButton.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { useWords } from '../../text/words.ts'

/** Days that cases are tabled for without a meeting, and cases that could be tabled. */
export function WaitingPanel({
  answer,
  onCall,
  why,
}: {
  readonly answer: Answer<'meetings'>
  readonly onCall: (day: string) => void
  readonly why: string | undefined
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useWords()
  const { uncalled, ready } = answer
  return (
    <Panel title={t('meetings.waiting.title')} className="waiting-panel">
      {uncalled.length === 0 && ready.length === 0 && <p className="panel-note">{t('meetings.waiting.none')}</p>}
      {uncalled.length > 0 && (
        <>
          <h3>{t('meetings.waiting.uncalled')}</h3>
          <ul className="waiting-days">
            {uncalled.map(({ region, meetingOn, items }) => (
              <li key={`${region}.${meetingOn}`}>
                <span>{t('meetings.list.items', { count: items })}</span>
                <WriteButton why={why} icon="calendar" onPress={() => onCall(meetingOn)}>
                  {t('meetings.waiting.callFor', { date: date(meetingOn, language) })}
                </WriteButton>
              </li>
            ))}
          </ul>
        </>
      )}
      {ready.length > 0 && (
        <>
          <h3>{t('meetings.waiting.ready')}</h3>
          <ul className="plain-list">
            {ready.map((row) => (
              <li key={row.case}>
                <Link to="/sager/$case" params={{ case: row.case }}>
                  {row.number}
                </Link>{' '}
                {row.applicant}
                <span className="cell-sub">{words.kind(row)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  )
}
