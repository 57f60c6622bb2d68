import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { VerdictIcon } from '../../parts/Verdict.tsx'
import { useMay } from '../../session.ts'
import { useWords } from '../../text/words.ts'
import type { Scenario } from './scenarioAnswer.ts'
import { useChangeWords } from './useChangeWords.ts'
import { useCommandWord } from './useCommandWord.ts'

/** The case that the scenario was handed in as, where it stands, and what of it could not be adopted. */
export function SubmittedBanner({ scenario }: { readonly scenario: Scenario }) {
  const { t } = useTranslation()
  const words = useWords()
  const say = useChangeWords(scenario.asOf, scenario.changes)
  const word = useCommandWord()
  const may = useMay()
  const { proposal } = scenario
  if (proposal === null) return null
  const { number, status, edited, refused } = proposal
  const what = (change: string, command: string) => {
    const known = scenario.changes.find((one) => one.change === change)
    return known === undefined ? word(command) : say(known)
  }
  const stands = t('handIn.stands', { number, status: words.status(status) })
  return (
    <section className="panel lab-submitted" role="status">
      <p>
        <strong>{stands}</strong>{' '}
        {may('case.read') ? (
          <Link to="/sager/$case" params={{ case: proposal.case }}>
            {t('handIn.open', { number })}
          </Link>
        ) : (
          t('handIn.followHere')
        )}{' '}
        {edited && t('handIn.edited')}
      </p>
      {refused.length > 0 && (
        <>
          <p>{t('handIn.refused', { count: refused.length })}</p>
          <ul>
            {refused.map(({ change, command, code, params }) => (
              <li key={change}>
                <VerdictIcon outcome="breach" size={14} /> {what(change, command)}.{' '}
                {words.refusal(code, params) ?? code}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
