import { useTranslation } from 'react-i18next'
import { Panel } from '../../parts/Panel.tsx'
import { SourceLine } from '../../parts/SourceLine.tsx'
import { useWords } from '../../text/words.ts'
import type { FollowUp } from './answer.ts'

/** How the tab's rules measure: their parameters as they stood, and where these come from. */
export function RuleNotes({ data, rules }: { readonly data: FollowUp; readonly rules: readonly string[] }) {
  const { t } = useTranslation()
  const words = useWords()
  const used = data.rules.filter(({ rule }) => rules.includes(rule))
  if (used.length === 0) return null
  return (
    <Panel title={t('followUp.rule')} level={3}>
      <div className="rule-notes">
        {used.map(({ rule, parameters, sources }) => (
          <section key={rule} aria-label={`${rule} ${words.rule(rule)}`}>
            <h4>
              {rule} {words.rule(rule)}
            </h4>
            {Object.keys(parameters).length > 0 && (
              <dl className="facts">
                {Object.entries(parameters).map(([key, value]) => (
                  <div key={key}>
                    <dt>{words.parameter(key)}</dt>
                    <dd>{words.value(key, typeof value === 'boolean' ? String(value) : value)}</dd>
                  </div>
                ))}
              </dl>
            )}
            <ul className="plain-list">
              {sources.map((source) => (
                <li key={`${source.kind} ${source.id} ${source.section ?? ''}`}>
                  <SourceLine source={source} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Panel>
  )
}
