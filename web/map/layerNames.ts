/** What a reader can switch on and off, in the order of the layer panel. */
export const switchable = ['coverage', 'capacity', 'clinics', 'ridingSchools', 'municipalOffers'] as const
export type LayerId = (typeof switchable)[number]

/** Shown until the reader chooses. Coverage and capacity colour the same areas, so only one of them is. */
const usual: readonly LayerId[] = ['capacity', 'clinics', 'ridingSchools']

/** The layers in the address bar: the usual ones when left out, none for `none`; a name that is no layer is passed over. */
export function layersShown(text: string | undefined): ReadonlySet<LayerId> {
  if (text === undefined) return new Set(usual)
  const names = text.split(',')
  // Of the two that colour the areas the first in the list wins.
  return new Set(switchable.filter((id) => names.includes(id) && !(id === 'capacity' && names.includes('coverage'))))
}

/** The reverse of `layersShown`. */
export function layersText(shown: ReadonlySet<LayerId>): string | undefined {
  if (shown.size === usual.length && usual.every((id) => shown.has(id))) return undefined
  return shown.size === 0 ? 'none' : switchable.filter((id) => shown.has(id)).join(',')
}
