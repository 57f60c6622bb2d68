import { useTranslation } from 'react-i18next'
import { EventList } from '../../parts/EventList.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { RulingWords } from '../../parts/RulingWords.tsx'
import { useWords } from '../../text/words.ts'
import type { Replay } from './replayAnswer.ts'

/** What the committee said, and what the secretariat had proposed. */
export function RulingSaid({ replay }: { readonly replay: Replay }) {
  const { t } = useTranslation()
  const words = useWords()
  const { ruling, recommendation, missing } = replay
  return (
    <Panel
      title={t('rulings.replay.ruling')}
      aside={<strong className={`ruled ruled-${ruling.outcome}`}>{words.ruling(ruling.outcome)}</strong>}
      className="ruling-panel"
    >
      <RulingWords ruling={ruling} />
      {recommendation !== null && (
        <>
          <h3>{t('rulings.replay.recommendation')}</h3>
          <p className="statement">
            <strong>{t('cases.recommendation.proposed', { outcome: words.ruling(recommendation.outcome) })}.</strong>{' '}
            {recommendation.text}
          </p>
        </>
      )}
      {missing.length > 0 && (
        <>
          <h3>{t('rulings.replay.missing')}</h3>
          <ul className="conditions-list">
            {missing.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </>
      )}
      <p className="panel-note">{t('cases.ruling.participants', ruling.participants)}.</p>
    </Panel>
  )
}

/** Everything recorded on the case since the committee's moment. */
export function SincePanel({ replay }: { readonly replay: Replay }) {
  const { t } = useTranslation()
  return (
    <Panel title={t('rulings.replay.since')} className="history-panel">
      {replay.since.length === 0 ? (
        <p className="panel-note">{t('rulings.replay.sinceNone')}</p>
      ) : (
        <EventList events={replay.since} />
      )}
    </Panel>
  )
}
