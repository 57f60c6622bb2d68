import type { Answer } from '../../api.ts'

type Coverage = Answer<'coverage'>

/**
 * Covered share of the inhabitants, 0 to 1, that expected users are multiplied with: with municipal offers where the answer
 * counts them. Null where nobody lives.
 */
export function coveredShare({ offersCounted, total }: Pick<Coverage, 'offersCounted' | 'total'>): number | null {
  return offersCounted && total.people > 0 ? total.withinWithOffers / total.people : total.share
}

/**
 * Inhabitants who are not within the limit, to the hundred as modelled people are told; `few` where some are and none of a
 * hundred are left. Those whom no way leads to anybody are among them.
 */
export function outsideLimit(
  { people, within, withinWithOffers }: Pick<Coverage['total'], 'people' | 'within' | 'withinWithOffers'>,
  withOffers: boolean,
): { readonly people: number; readonly size: 'none' | 'few' | 'some' } {
  const outside = people - (withOffers ? withinWithOffers : within)
  const rounded = Math.round(outside / 100) * 100
  return { people: rounded, size: outside <= 0 ? 'none' : rounded === 0 ? 'few' : 'some' }
}
