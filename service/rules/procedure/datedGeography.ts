import type { MunicipalityCode } from '#events/identifiers'
import { RegionCode } from '#events/identifiers'
import type { EffectiveDate } from '#events/time'
import type { AreaCatalogue } from '#geo/areaCatalogue'
import { regionOf } from '#geo/hierarchy'
import type { JurisdictionFact } from '../facts.ts'
import { defineRule, type Verdict } from '../rule.ts'
import { published } from '../sources.ts'

/** Region of each municipality on a date: five to 2026-12-31, four from 2027-01-01. Null where there is none. */
export function jurisdictionsOn(
  areas: AreaCatalogue,
  municipalities: readonly MunicipalityCode[],
  on: EffectiveDate,
): JurisdictionFact[] {
  return municipalities.map((municipality) => ({
    municipality,
    region: RegionCode.nullable().parse(regionOf(areas, municipality, on)?.code ?? null),
  }))
}

/**
 * areas are looked up on the effective date. When regions merge between now and then, another committee becomes
 * responsible; an address outside the committee's region is a breach.
 */
export const datedGeography = defineRule({
  id: 'R-41',
  version: 2,
  strength: 'binding',
  uses: [],
  sources: [published('S_OST'), published('S_COUNTYMAP')],
  judge({ region, wantedFrom, jurisdictions, jurisdictionsNow }): Verdict {
    if (jurisdictions === undefined || jurisdictionsNow === undefined || jurisdictions.length === 0)
      return { outcome: 'not-applicable', code: 'R-41.noAddress' }
    const unknown = jurisdictions.filter((fact) => fact.region === null)
    const regions = [...new Set(jurisdictions.flatMap((fact) => fact.region ?? []))].toSorted()
    const outside = jurisdictions.filter((fact) => fact.region !== null && fact.region !== region)
    const merged = jurisdictionsNow.every((fact) => fact.region === region)
    const shared = {
      measured: [
        { key: 'regions', value: regions.length, unit: 'count' as const },
        { key: 'outsideRegion', value: merged ? 0 : outside.length, unit: 'count' as const, limit: 0 },
      ],
      evidence: jurisdictions.map(({ municipality, region: code }) => ({
        kind: 'municipality' as const,
        role: 'jurisdiction',
        code: municipality,
        ...(code === null ? {} : { status: code }),
      })),
      params: { region, regions, on: wantedFrom, municipalities: outside.map(({ municipality }) => municipality) },
    }
    if (unknown.length > 0)
      return {
        ...shared,
        outcome: 'needs-information',
        code: 'R-41.unknown',
        missing: ['region'],
      }
    if (outside.length === 0) return { ...shared, outcome: 'pass', code: 'R-41.sameRegion' }
    return merged
      ? { ...shared, outcome: 'pass', code: 'R-41.merged' }
      : { ...shared, outcome: 'breach', code: 'R-41.otherRegion' }
  },
})
