import { useTranslation } from 'react-i18next'
import type { RuleId } from '#events/finding'
import { useWords } from '../text/words.ts'

/** Why the committee ruled as it did, on what conditions, and what it departed from. */
export function RulingWords({
  ruling,
}: {
  readonly ruling: {
    readonly reasons: string
    readonly conditions: readonly string[]
    readonly derogations: readonly { readonly rule: RuleId; readonly reason: string }[]
  }
}) {
  const { t } = useTranslation()
  const words = useWords()
  return (
    <>
      <h3>{t('cases.ruling.reasons')}</h3>
      <p className="statement">{ruling.reasons}</p>
      {ruling.conditions.length > 0 && (
        <>
          <h3>{t('cases.ruling.conditions')}</h3>
          <ol className="conditions-list">
            {ruling.conditions.map((condition) => (
              <li key={condition}>{condition}</li>
            ))}
          </ol>
        </>
      )}
      {ruling.derogations.length > 0 && (
        <>
          <h3>{t('cases.ruling.derogations')}</h3>
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
    </>
  )
}
