import type { OfferFacts } from '../facts/municipal.ts'
import { defineRule, pointOf, type Verdict } from '../rule.ts'
import { published, seed } from '../sources.ts'

/**
 * a municipality's own offer may cover a service that it includes. It is drawn apart from practice capacity and
 * never counts towards the caps of R-27. Patients may choose another municipality's offer, so residents are not asked for.
 */
export const municipalOffer = defineRule({
  id: 'R-34',
  version: 1,
  strength: 'principle',
  uses: [],
  sources: [seed('S_SEED004', 'service level'), seed('S_SEED001', 'annex 1'), published('S_BEK710')],
  judge({ municipality, service, included, condition, places, inputs }: OfferFacts): Verdict {
    const shared = {
      inputs,
      evidence: [
        ...places.flatMap((place) => pointOf(place, 'municipalOffer')),
        { kind: 'municipality' as const, role: 'municipalOffer', code: municipality, status: included },
      ],
      params: { municipality, service, condition: condition ?? '' },
    }
    if (included === 'unknown')
      return { ...shared, outcome: 'needs-information', code: 'R-34.unknown', missing: ['offerService'] }
    if (included === 'no') return { ...shared, outcome: 'not-applicable', code: 'R-34.excluded' }
    return { ...shared, outcome: 'pass', code: condition === null ? 'R-34.included' : 'R-34.includedOn' }
  },
})

/** Places of municipal offers that cover the service; those that exclude it, or do not say, give none. */
export function placesCovering(
  service: OfferFacts['service'],
  offers: readonly Pick<OfferFacts, 'service' | 'included' | 'places'>[],
): number {
  return offers
    .filter((offer) => offer.service === service && offer.included === 'yes')
    .reduce((all, { places }) => all + places.length, 0)
}
