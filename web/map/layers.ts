import { choropleth } from './layers/choropleth.ts'
import { clinics } from './layers/clinics.ts'
import { labels } from './layers/labels.ts'
import { lines } from './layers/land.ts'
import type { Layers } from './layers/look.ts'
import { ridingSchools } from './layers/ridingSchools.ts'
import { selection } from './layers/selection.ts'

/** Every layer in drawing order, bottom first: choropleth, lines, selection, clinics, schools, names. */
export const layers: readonly Layers[] = [choropleth, lines, selection, clinics, ridingSchools, labels]

/** Layers of a small map without clinics and schools. */
export const plainLayers: readonly Layers[] = [choropleth, lines, selection, labels]

/** Layer ids that answer to the pointer, topmost first. */
export const touchable = [
  'coverage-supply',
  'municipal-offers',
  'riding-schools',
  'clinic-clusters',
  'clinics',
  'cell-fill',
  'cell-ground',
  'municipality-fill',
] as const
