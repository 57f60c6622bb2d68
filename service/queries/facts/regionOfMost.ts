import { RegionCode } from '#events/identifiers'
import type { AreaCatalogue } from '#geo/areaCatalogue'
import { regionOf } from '#geo/hierarchy'

/**
 * The region where most of the inhabitants of the municipalities are on the date; of equals the one with the lowest code.
 * Null where none of them is in a region, as before there were any.
 */
export function regionOfMost(
  areas: AreaCatalogue,
  municipalities: readonly string[],
  on: string,
  inhabitants: ReadonlyMap<string, number>,
): RegionCode | null {
  const sums = new Map<string, number>()
  for (const code of municipalities) {
    const region = regionOf(areas, code, on)?.code
    if (region !== undefined) sums.set(region, (sums.get(region) ?? 0) + (inhabitants.get(code) ?? 0))
  }
  const [most] = [...sums].toSorted((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
  return RegionCode.nullable().parse(most?.[0] ?? null)
}
