import './handIn.css'
import { useTranslation } from 'react-i18next'
import { useAreaNames } from '../../parts/areaNames.ts'
import { VerdictIcon } from '../../parts/Verdict.tsx'
import type { Scenario } from './scenarioAnswer.ts'
import { useChangeWords } from './useChangeWords.ts'

/** The changes that do not go along when a scenario is handed in, each with the reason, and what becomes of them. */
export function StaysHere({ scenario: { changes, handIn } }: { readonly scenario: Scenario }) {
  const { t } = useTranslation()
  const names = useAreaNames()
  const say = useChangeWords(changes)
  const { stays } = handIn
  const others = [...new Set(stays.flatMap(({ regions }) => regions))].filter((code) => code !== handIn.region)
  const said = (id: string) => {
    const change = changes.find((one) => one.change === id)
    return change === undefined ? id : say(change)
  }
  return (
    <section className="hand-in-stays">
      <p>
        <VerdictIcon outcome="needs-information" size={14} /> {t('handIn.stays', { count: stays.length })}
      </p>
      <ul>
        {stays.map(({ change, why, regions }) => (
          <li key={change}>
            {said(change)}
            <span className="cell-sub">
              {t(`handIn.why.${why}`, { regions: regions.map(names.region).join(', ') })}
            </span>
          </li>
        ))}
      </ul>
      <p className="panel-note">
        {t('handIn.switchedOff')}{' '}
        {others.length > 0 && t('handIn.shareInstead', { regions: others.map(names.region).join(', ') })}
      </p>
    </section>
  )
}
