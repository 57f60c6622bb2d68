import { useTranslation } from 'react-i18next'
import type { Finding } from '#events/finding'
import { measured, quantity } from '#events/say/quantity'
import { useAreaNames } from '../../parts/areaNames.ts'
import { Panel } from '../../parts/Panel.tsx'
import { Verdict } from '../../parts/Verdict.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { useWords } from '../../text/words.ts'
import { Compared, type ComparedRow } from './Compared.tsx'
import { isNews, type Replay } from './replayAnswer.ts'

/** What the rules said then, and what they say of the same date by what is known now. */
export function FindingsCompared({ replay, onlyChanged }: { readonly replay: Replay; readonly onlyChanged: boolean }) {
  const { t } = useTranslation()
  const words = useWords()
  const ruleSet = ({ ruleSet: name, ruleSetVersion: version }: Replay['now']) =>
    name === null || version === null
      ? t('rulings.replay.noRuleSet')
      : t('rulings.replay.ruleSet', { ruleSet: name, version })
  const rows = replay.findings
    .filter(({ known, now }) => [known, now].some((one) => one !== null && one.outcome !== 'not-applicable'))
    .map(({ rule, known, now, changed, events }): ComparedRow => {
      const news = isNews({ changed })
      const parts = changed.filter((part) => part !== 'rule').map((part) => t(`rulings.replay.parts.${part}`))
      return {
        key: rule,
        label: (
          <>
            {words.rule(rule)} <span className="muted">{rule}</span>
            {news && (
              <span className="muted row-parts">{t('rulings.replay.partsLine', { parts: parts.join(', ') })}</span>
            )}
            {!news && changed.length > 0 && <span className="muted row-parts">{t('rulings.replay.onlyRule')}</span>}
          </>
        ),
        known: <FindingValue finding={known} />,
        now: <FindingValue finding={now} />,
        changed: news,
        events,
      }
    })
  return (
    <Panel title={t('rulings.replay.findings')} className="flush">
      <p className="panel-note">
        {t('rulings.replay.findingsLead', { known: ruleSet(replay.moment), now: ruleSet(replay.now) })}
      </p>
      <Compared caption={t('rulings.replay.findings')} rows={rows} onlyChanged={onlyChanged} />
    </Panel>
  )
}

function FindingValue({ finding }: { readonly finding: Finding | null }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useWords()
  const names = useAreaNames()
  if (finding === null || finding.outcome === 'not-applicable')
    return <span className="muted">{t('rulings.replay.gone')}</span>
  return (
    <>
      <Verdict outcome={finding.outcome} />
      <span className="finding-said">{words.finding(finding)}</span>
      {finding.measured.length > 0 && (
        <ul className="measures">
          {finding.measured.map((measure) => (
            <li key={[measure.key, measure.municipality, measure.specialty, measure.area, measure.group].join(' ')}>
              {words.measure(measure.key)}
              {measure.municipality !== undefined && `, ${names.municipality(measure.municipality)}`}:{' '}
              <strong>
                {measure.value === null ? t('cases.findings.unknownValue') : measured(measure, measure.value, language)}
              </strong>
              {measure.limit != null && (
                <> {t('cases.findings.limit', { limit: quantity(measure.limit, measure.unit, language) })}</>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
