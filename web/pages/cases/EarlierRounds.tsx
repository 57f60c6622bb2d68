import { useTranslation } from 'react-i18next'
import { Answers } from '../../parts/Answers.tsx'
import { useAreaNames } from '../../parts/areaNames.ts'
import { useWords } from '../../text/words.ts'
import type { CaseFile } from './caseFile.ts'

/** What was said about earlier versions of the application; nothing where there is only one. */
export function EarlierRounds({ file }: { readonly file: CaseFile }) {
  const { t } = useTranslation()
  const words = useWords()
  const names = useAreaNames()
  const { earlierRounds, round } = file
  const [latest] = earlierRounds
  if (latest === undefined) return null
  const rounds = new Set(earlierRounds.map((row) => row.round)).size
  return (
    <>
      <p className="panel-note">{t('hearings.rounds.stale', { round: latest.round, current: round })}</p>
      <details className="earlier-rounds">
        <summary>{t('hearings.rounds.earlier', { count: rounds })}</summary>
        <ul>
          {earlierRounds.map((row) => (
            <li key={`${row.round} ${row.municipality}`}>
              <p>
                {t('hearings.rounds.row', {
                  round: row.round,
                  municipality: names.municipality(row.municipality),
                  state: words.hearing(row.state),
                })}
              </p>
              {row.answers.length > 0 && <Answers hearing={row} />}
            </li>
          ))}
        </ul>
      </details>
    </>
  )
}
