import './handIn.css'
import { useTranslation } from 'react-i18next'
import { useAreaNames } from '../../parts/areaNames.ts'
import { VerdictIcon } from '../../parts/Verdict.tsx'
import type { Scenario } from './scenarioAnswer.ts'
import { useChangeWords } from './useChangeWords.ts'

/** The changes that do not go along when a scenario is handed in, by the reason, and what becomes of them. */
export function StaysHere({ scenario: { changes, handIn, asOf } }: { readonly scenario: Scenario }) {
  const { t } = useTranslation()
  const names = useAreaNames(asOf)
  const say = useChangeWords(asOf, changes)
  const { stays } = handIn
  const others = [...new Set(stays.flatMap(({ regions }) => regions))].filter((code) => code !== handIn.region)
  const said = (id: string) => {
    const change = changes.find((one) => one.change === id)
    return change === undefined ? id : say(change)
  }
  const reasons = new Map<string, string[]>()
  for (const { change, why, regions } of stays) {
    const reason = t(`handIn.why.${why}`, { regions: regions.map(names.region).join(', ') })
    reasons.set(reason, [...(reasons.get(reason) ?? []), change])
  }
  return (
    <section className="hand-in-stays">
      <p>
        <VerdictIcon outcome="needs-information" size={14} /> {t('handIn.stays', { count: stays.length })}
      </p>
      {[...reasons].map(([reason, those]) => (
        <div key={reason}>
          <p className="cell-sub">{reason}</p>
          <ul>
            {those.map((change) => (
              <li key={change}>{said(change)}</li>
            ))}
          </ul>
        </div>
      ))}
      <p className="panel-note">
        {t('handIn.switchedOff')}{' '}
        {others.length > 0 && t('handIn.shareInstead', { regions: others.map(names.region).join(', ') })}
      </p>
    </section>
  )
}
