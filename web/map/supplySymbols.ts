import type { FeatureCollection, Point } from 'geojson'
import type { Answer } from '../api.ts'

type Coverage = Pick<Answer<'coverage'>, 'sites' | 'uncounted' | 'offers'>

/** Symbols of supply on the map and in the legend: each has a form of its own, not only a colour. */
export const supplySymbols = ['clinic', 'school', 'therapist', 'grace', 'out', 'offer'] as const
export type SupplySymbol = (typeof supplySymbols)[number]

/** How one place is drawn and what it is called. */
interface Drawn {
  readonly symbol: SupplySymbol
  readonly name: string
  readonly said: string
  /** What a click selects: `clinic` or `school` with its id; empty for nothing. */
  readonly kind: string
  readonly id: string
  readonly persons: number
}

/**
 * Places to draw: who counts, who is known and does not, and municipal offers. `say` writes a place's line for the pointer.
 * Who has no place is only in the list.
 */
export function supplyPlaces(
  { sites, uncounted, offers }: Coverage,
  say: {
    readonly counted: (persons: number) => string
    readonly uncounted: (one: Coverage['uncounted'][number]) => string
    readonly offer: string
  },
): FeatureCollection<Point, Drawn> {
  const target = ({ kind, id }: { readonly kind: string; readonly id: string | null }) => ({
    kind: id === null ? '' : kind === 'school' ? 'school' : 'clinic',
    id: id ?? '',
  })
  return {
    type: 'FeatureCollection',
    features: [
      // In drawing order: what counts lies on top.
      ...offers.map(({ name, position, municipality }) =>
        feature(position, {
          symbol: 'offer',
          name,
          said: say.offer,
          kind: 'municipality',
          id: municipality,
          persons: 1,
        }),
      ),
      ...uncounted.flatMap((one) =>
        one.position === null
          ? []
          : [
              feature(one.position, {
                ...target(one),
                symbol: one.reason === 'grace' ? 'grace' : 'out',
                name: one.name,
                said: say.uncounted(one),
                persons: one.persons,
              }),
            ],
      ),
      ...sites.map((one) =>
        feature(one.position, {
          ...target(one),
          symbol: one.kind,
          name: one.name,
          said: say.counted(one.persons),
          persons: one.persons,
        }),
      ),
    ],
  }
}

function feature(position: readonly [number, number], properties: Drawn) {
  return {
    type: 'Feature' as const,
    geometry: { type: 'Point' as const, coordinates: [...position] },
    properties,
  }
}
