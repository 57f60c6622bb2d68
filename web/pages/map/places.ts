import type { FeatureCollection, Point } from 'geojson'
import type { Item } from '../../map/sources.ts'

/** Features that have a place and lie in the municipalities looked at, as the map draws them. */
export function placesOf(
  items: readonly Item[] | undefined,
  scope: ReadonlySet<string> | null,
): FeatureCollection<Point> {
  return {
    type: 'FeatureCollection',
    features: (items ?? []).flatMap(({ geometry, properties }) =>
      geometry === null || (scope !== null && !scope.has(String(properties.municipality)))
        ? []
        : [{ type: 'Feature' as const, geometry, properties }],
    ),
  }
}

/** Radius in pixels of a clinic with the median capacity. */
const medianRadius = 4.5

/** Pixels of radius for the square root of one unit, so that a clinic of median capacity gets the median radius. */
export function radiusScale(clinics: FeatureCollection<Point>): number {
  const known = capacitiesOf(clinics)
  const median = known[Math.floor(known.length / 2)]
  return median === undefined || median === 0 ? 1 : medianRadius / Math.sqrt(median)
}

/** Three round capacities for the legend, in the stored unit: about a third of the median, the median, three times it. */
export function legendSizes(clinics: FeatureCollection<Point>): readonly number[] {
  const known = capacitiesOf(clinics)
  const median = known[Math.floor(known.length / 2)]
  if (median === undefined || median === 0) return []
  return [...new Set([median / 3, median, median * 3].map(rounded))]
}

function capacitiesOf({ features }: FeatureCollection<Point>): number[] {
  return features
    .flatMap(({ properties }) => (typeof properties?.capacity === 'number' ? [properties.capacity] : []))
    .toSorted((a, b) => a - b)
}

/** To one significant digit, or to a half of it: 1, 1.5, 2, 3, 5 … times a power of ten. */
function rounded(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value))
  const steps = [1, 1.5, 2, 3, 4, 5, 7.5, 10]
  const near = steps.toSorted((a, b) => Math.abs(a * power - value) - Math.abs(b * power - value))[0] ?? 1
  return near * power
}
