import { RegionCode } from '#events/identifiers'
import { EffectiveDate } from '#events/time'

/** Region Hovedstaden and Region Sjælland become Region Østdanmark (S_OST). */
export const merger = EffectiveDate.parse('2027-01-01')
export const merged = RegionCode.parse('ost')
/** The two that merge. */
export const merging: readonly RegionCode[] = [RegionCode.parse('1084'), RegionCode.parse('1085')]

/**
 * Region that answers for a region's matters on a date: itself, and from the merger on the new one for the two that merge
 * . Its rule set judges what takes hold then, its committee rules, and its pool is drawn on; what an agreement
 * covers does not change. A test holds this against the catalogue of areas.
 */
export function responsibleRegion(region: RegionCode, on: EffectiveDate): RegionCode {
  return merging.includes(region) && on >= merger ? merged : region
}

/** Regions whose matters lie with the same one on a date, itself first: from the merger on the new one and both old ones. */
export function regionsTogether(region: RegionCode, on: EffectiveDate): readonly RegionCode[] {
  const responsible = responsibleRegion(region, on)
  return responsible === merged && on >= merger ? [merged, ...merging] : [responsible]
}

/** Regions whose matters ever lie with the same one as a region's. */
export function regionsEverTogether(region: RegionCode): readonly RegionCode[] {
  return regionsTogether(region, merger)
}
