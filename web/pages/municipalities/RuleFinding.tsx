import { useTranslation } from 'react-i18next'
import type { Finding } from '#events/finding'
import { SourceLine } from '../../parts/SourceLine.tsx'
import { StrengthTag } from '../../parts/StrengthTag.tsx'
import { Verdict } from '../../parts/Verdict.tsx'
import { useWords } from '../../text/words.ts'
import { FindingDetails } from '../cases/FindingDetails.tsx'

/** A finding outside a case: verdict, strength and sentence, with its numbers, parameters and sources on demand. */
export function RuleFinding({ finding }: { readonly finding: Finding | null }) {
  const { t } = useTranslation()
  const words = useWords()
  if (finding === null) return <span className="muted no-finding">{t('municipal.noRuleSet')}</span>
  return (
    <div className="rule-finding">
      <span className="rule-finding-head">
        <Verdict outcome={finding.outcome} /> <StrengthTag strength={finding.strength} />
      </span>
      <span>{words.finding(finding)}</span>
      <details>
        <summary>
          {finding.rule}: {t('municipal.details')}
        </summary>
        <FindingDetails finding={finding} />
        <ul className="plain-list">
          {finding.sources.map((source) => (
            <li key={`${source.kind} ${source.id}`}>
              <SourceLine source={source} />
            </li>
          ))}
        </ul>
      </details>
    </div>
  )
}
