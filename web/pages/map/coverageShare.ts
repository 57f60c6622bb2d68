import type { Answer } from '../../api.ts'

type Coverage = Answer<'coverage'>

/**
 * Covered share of the inhabitants, 0 to 1, that expected users are multiplied with: with municipal offers where the answer
 * counts them. Null where nobody lives.
 */
export function coveredShare({ offersCounted, total }: Pick<Coverage, 'offersCounted' | 'total'>): number | null {
  return offersCounted && total.people > 0 ? total.withinWithOffers / total.people : total.share
}
