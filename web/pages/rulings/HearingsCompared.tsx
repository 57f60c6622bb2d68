import { useTranslation } from 'react-i18next'
import { date } from '../../format.ts'
import { useAreaNames } from '../../parts/areaNames.ts'
import { Panel } from '../../parts/Panel.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { useWords } from '../../text/words.ts'
import { Compared, type ComparedRow } from './Compared.tsx'
import type { Replay } from './replayAnswer.ts'

type Hearing = Replay['hearings'][number]['known']

/** What the municipalities had answered when the committee ruled, and what has come since. */
export function HearingsCompared({ replay, onlyChanged }: { readonly replay: Replay; readonly onlyChanged: boolean }) {
  const { t } = useTranslation()
  const names = useAreaNames()
  const rows = replay.hearings.map(
    ({ municipality, round, known, now, changed, events }): ComparedRow => ({
      key: `${municipality} ${round}`,
      label: names.municipality(municipality),
      known: <HearingValue hearing={known} />,
      now: <HearingValue hearing={now} />,
      changed,
      events,
    }),
  )
  return (
    <Panel title={t('rulings.replay.hearings')} className="flush">
      {rows.length === 0 ? (
        <p className="panel-note">{t('rulings.replay.noHearings')}</p>
      ) : (
        <Compared caption={t('rulings.replay.hearings')} rows={rows} onlyChanged={onlyChanged} />
      )}
    </Panel>
  )
}

function HearingValue({ hearing }: { readonly hearing: Hearing }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useWords()
  if (hearing === null) return <span className="muted">{t('rulings.replay.noHearing')}</span>
  const { answers, state, exempt } = hearing
  if (answers.length === 0)
    return (
      <>
        {words.hearing(state)}
        {exempt !== null && <span className="finding-said">{exempt.reason}</span>}
      </>
    )
  return (
    <ul className="heard">
      {answers.map((answer) => (
        <li key={`${answer.answeredOn} ${answer.position} ${answer.text}`}>
          <strong>{words.position(answer.position)}</strong>, {date(answer.answeredOn, language)}
          {answer.late && <span className="late"> {words.hearing('answered-late')}</span>}
          <span className="finding-said">{answer.text === '' ? t('rulings.replay.noAnswerText') : answer.text}</span>
        </li>
      ))}
    </ul>
  )
}
