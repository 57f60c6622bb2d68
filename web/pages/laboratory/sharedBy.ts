import type { Caps } from '../caps/capsAnswer.ts'

/** Municipalities that the same areas have in common, with the names of those areas. */
export interface Shared {
  readonly municipalities: readonly string[]
  readonly areas: readonly string[]
}

/** What the board's areas have in common, each set of areas once. */
export function sharedBy({ areas, overlaps }: Pick<Caps, 'areas' | 'overlaps'>): readonly Shared[] {
  const nameOf = new Map(areas.map(({ code, name }) => [code, name]))
  const together = new Map<string, { municipalities: string[]; areas: readonly string[] }>()
  for (const { municipality, areas: codes } of overlaps) {
    const key = codes.join('|')
    const known = together.get(key)
    if (known === undefined)
      together.set(key, { municipalities: [municipality], areas: codes.map((code) => nameOf.get(code) ?? code) })
    else known.municipalities.push(municipality)
  }
  return [...together.values()]
}
