import { capacity } from './layers/capacity.ts'
import { clinics } from './layers/clinics.ts'
import { labels } from './layers/labels.ts'
import { land, lines } from './layers/land.ts'
import type { Layers } from './layers/look.ts'
import { ridingSchools } from './layers/ridingSchools.ts'
import { selection } from './layers/selection.ts'

/** What a reader can switch on and off, in the order of the layer panel. */
export const switchable = ['capacity', 'clinics', 'ridingSchools'] as const
export type LayerId = (typeof switchable)[number]

/** Every layer in drawing order, bottom first: land, choropleth, lines, selection, clinics, schools, names. */
export const layers: readonly Layers[] = [land, capacity, lines, selection, clinics, ridingSchools, labels]

/** Layers of a small map without clinics and schools. */
export const plainLayers: readonly Layers[] = [land, capacity, lines, selection, labels]

/** Layer ids that answer to the pointer, topmost first. */
export const touchable = ['riding-schools', 'clinic-clusters', 'clinics', 'municipality-fill'] as const

/** The layers in the address bar: all when left out, none for `none`; a name that is no layer is passed over. */
export function layersShown(text: string | undefined): ReadonlySet<LayerId> {
  if (text === undefined) return new Set(switchable)
  const names = text.split(',')
  return new Set(switchable.filter((id) => names.includes(id)))
}

/** The reverse of `layersShown`. */
export function layersText(shown: ReadonlySet<LayerId>): string | undefined {
  if (shown.size === switchable.length) return undefined
  return shown.size === 0 ? 'none' : switchable.filter((id) => shown.has(id)).join(',')
}
