import type { LayerSpecification } from 'maplibre-gl'

/** What the layers need to know about the moment and the reader's choices. Changing it never reloads a source. */
export interface Look {
  /** The areas are coloured by their figure. */
  readonly coloured: boolean
  readonly clinics: boolean
  readonly ridingSchools: boolean
  /** Colours of the classes, lowest first. */
  readonly ramp: readonly string[]
  /** Municipalities in the lowest class: hatched. */
  readonly lowest: readonly string[]
  /** Municipalities without a known value: dotted. */
  readonly unknown: readonly string[]
  /** Pixels of radius for the square root of one unit of capacity. */
  readonly radius: number
  readonly wholeCountry: boolean
  /** Municipalities that can be hovered, selected or focused; all of them where left out. Fewer are drawn sooner. */
  readonly among?: readonly string[]
}

/** A ground without figures, clinics and schools, for what a small map lays over it. */
export const plainLook: Look = {
  coloured: false,
  clinics: false,
  ridingSchools: false,
  ramp: [],
  lowest: [],
  unknown: [],
  radius: 0,
  wholeCountry: false,
}

/**
 * Layers of one subject, bottom first. Data for MapLibre; each names its source. `outlined` is false until a
 * municipality has been hovered, selected or focused. `regions` are the codes of those in force.
 */
export type Layers = (look: Look, outlined: boolean, regions: readonly string[]) => readonly LayerSpecification[]

/** Municipalities in the tiles of the ground. */
export const municipalitiesOf = { source: 'land', 'source-layer': 'municipalities' } as const

export const visibility = (on: boolean) => (on ? ('visible' as const) : ('none' as const))
