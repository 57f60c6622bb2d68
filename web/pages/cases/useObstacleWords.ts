import { useTranslation } from 'react-i18next'
import { date } from '../../format.ts'
import { useLanguage } from '../../text/i18n.ts'
import { useWords } from '../../text/words.ts'
import type { CaseFile } from './caseFile.ts'
import { noHearing } from './noHearing.ts'
import type { Obstacle, RulingDraft } from './rulingDraft.ts'

const fields = {
  status: 'decision-outcome',
  outcome: 'decision-outcome',
  beforeWanted: 'decision-effective',
  effectiveFrom: 'decision-effective',
  participants: 'decision-participants',
  reasons: 'decision-reasons',
  conditions: 'decision-conditions',
  finding: 'decision-reasons',
  answer: 'decision-reasons',
} as const

/** What stands in the way of a ruling, in words, with the field that settles it. */
export function useObstacleWords(draft: RulingDraft, file: CaseFile) {
  const { row } = file
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useWords()
  return (obstacle: Obstacle): { readonly field: string; readonly text: string } => {
    const field = fields[obstacle.code]
    if (obstacle.code === 'finding' || obstacle.code === 'answer')
      return { field, text: t('cases.decision.obstacles.finding', { token: obstacle.token }) }
    if (obstacle.code === 'status' && noHearing(file) !== null)
      return { field: 'case-tabling', text: t('cases.decision.obstacles.untabled') }
    if (obstacle.code === 'status')
      return {
        field,
        text: t('cases.decision.obstacles.status', { status: words.status(row.status).toLocaleLowerCase(language) }),
      }
    if (obstacle.code === 'beforeWanted')
      return { field, text: t('cases.decision.obstacles.beforeWanted', { date: date(row.wantedFrom, language) }) }
    if (obstacle.code === 'reasons' && draft.outcome === 'disagreement')
      return { field, text: t('cases.decision.obstacles.sides') }
    return { field, text: t(`cases.decision.obstacles.${obstacle.code}`) }
  }
}
