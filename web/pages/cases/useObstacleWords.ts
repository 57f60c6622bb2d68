import { useTranslation } from 'react-i18next'
import type { Obstacle, RulingDraft } from './rulingDraft.ts'

const fields = {
  outcome: 'decision-outcome',
  effectiveFrom: 'decision-effective',
  participants: 'decision-participants',
  reasons: 'decision-reasons',
  conditions: 'decision-conditions',
  finding: 'decision-reasons',
} as const

/** What stands in the way of a ruling, in words, with the field that settles it. */
export function useObstacleWords(draft: RulingDraft) {
  const { t } = useTranslation()
  return (obstacle: Obstacle): { readonly field: string; readonly text: string } => {
    const field = fields[obstacle.code]
    if (obstacle.code === 'finding')
      return { field, text: t('cases.decision.obstacles.finding', { token: obstacle.token }) }
    if (obstacle.code === 'reasons' && draft.outcome === 'disagreement')
      return { field, text: t('cases.decision.obstacles.sides') }
    return { field, text: t(`cases.decision.obstacles.${obstacle.code}`) }
  }
}
