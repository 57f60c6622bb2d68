/** What a reader can switch on and off, in the order of the layer panel. */
export const switchable = ['capacity', 'clinics', 'ridingSchools'] as const
export type LayerId = (typeof switchable)[number]

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
