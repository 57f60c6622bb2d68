import { useTranslation } from 'react-i18next'
import { EventList } from '../../parts/EventList.tsx'
import { Panel } from '../../parts/Panel.tsx'
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
      <h3>{t('rulings.replay.reasons')}</h3>
      <p className="statement">{ruling.reasons}</p>
      {ruling.conditions.length > 0 && (
        <>
          <h3>{t('rulings.replay.conditions')}</h3>
          <ol className="conditions-list">
            {ruling.conditions.map((condition) => (
              <li key={condition}>{condition}</li>
            ))}
          </ol>
        </>
      )}
      {ruling.derogations.length > 0 && (
        <>
          <h3>{t('rulings.replay.derogations')}</h3>
          <dl className="derogations">
            {ruling.derogations.map(({ rule, reason }) => (
              <div key={rule}>
                <dt>{t('cases.ruling.derogation', { rule, title: words.rule(rule) })}</dt>
                <dd>{reason}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {recommendation !== null && (
        <>
          <h3>{t('rulings.replay.recommendation')}</h3>
          <p className="statement">
            <strong>{words.ruling(recommendation.outcome)}.</strong> {recommendation.text}
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
