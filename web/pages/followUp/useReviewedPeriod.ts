import { useTranslation } from 'react-i18next'
import { useWords } from '../../text/words.ts'
import type { Review } from './reviews.ts'
import { usePeriodName } from './usePeriodName.ts'

/** Which figures a review is of: `2025, 62 Vederlagsfri, R-21 Kontrolstatistik`. */
export function useReviewedPeriod(): (of: Pick<Review, 'period' | 'specialty' | 'rule'>) => string {
  const { t } = useTranslation()
  const words = useWords()
  const periodName = usePeriodName()
  return ({ period, specialty, rule }) =>
    `${periodName(period)} · ${t(`followUp.specialties.${specialty}`)} · ${rule} ${words.rule(rule)}`
}
