import type { CapBasis } from '#api/views/caps'
import type { Outcome } from '#events/finding'
import { type CapArea, type Caps, cellOf, measureOf } from './capsAnswer.ts'

/** One thing that was looked at, with what its sentence needs. Findings about a proposal, never rulings. */
export type Check =
  | {
      readonly code: 'over'
      readonly outcome: 'breach'
      readonly areas: readonly { readonly area: CapArea; readonly excess: number }[]
    }
  | { readonly code: 'within'; readonly outcome: 'pass' }
  | { readonly code: 'noCaps'; readonly outcome: 'needs-information' }
  | { readonly code: 'someCaps' | 'hidden'; readonly outcome: 'needs-information'; readonly of: readonly CapArea[] }
  | { readonly code: 'all' | 'toEnd'; readonly outcome: 'breach'; readonly count: number }
  | { readonly code: 'allWithin'; readonly outcome: Outcome; readonly known: number; readonly total: number }
  | { readonly code: 'grace' | 'withoutPlace'; readonly outcome: 'needs-information'; readonly count: number }

/** What the board says of a group, and of all, by one way of counting; the worst first. */
export function checksOf(data: Caps, group: string, basis: CapBasis, grandfathered: boolean): readonly Check[] {
  const excessOf = (area: CapArea, id: string) => measureOf(cellOf(area, id), basis)?.excess ?? null
  const over = data.areas
    .map((area) => ({ area, excess: excessOf(area, group) ?? 0 }))
    .filter(({ excess }) => excess > 0)
    .toSorted((a, b) => b.excess - a.excess)
  const unknown = data.areas.filter((area) => excessOf(area, group) === null)
  const hidden = data.areas.filter((area) => cellOf(area, group)?.expected[basis].state === 'hidden')
  const grace = data.areas.reduce((sum, area) => sum + (cellOf(area, group)?.documented.grace ?? 0), 0)
  const excesses = data.areas.flatMap((area) => data.groups.map(({ id }) => excessOf(area, id)))
  const known = excesses.flatMap((excess) => excess ?? [])
  const count = known.reduce((sum, excess) => sum + excess, 0)
  return [
    ...(over.length > 0 ? [{ code: 'over', outcome: 'breach', areas: over } as const] : []),
    ...(count > 0 ? [{ code: 'all', outcome: 'breach', count } as const] : []),
    ...(count > 0 && !grandfathered ? [{ code: 'toEnd', outcome: 'breach', count } as const] : []),
    ...(unknown.length > 0 && unknown.length === data.areas.length
      ? [{ code: 'noCaps', outcome: 'needs-information' } as const]
      : []),
    ...(unknown.length > 0 && unknown.length < data.areas.length
      ? [{ code: 'someCaps', outcome: 'needs-information', of: unknown } as const]
      : []),
    ...(hidden.length > 0 ? [{ code: 'hidden', outcome: 'needs-information', of: hidden } as const] : []),
    ...(grace > 0 ? [{ code: 'grace', outcome: 'needs-information', count: grace } as const] : []),
    ...(data.withoutPlace > 0
      ? [{ code: 'withoutPlace', outcome: 'needs-information', count: data.withoutPlace } as const]
      : []),
    ...(over.length === 0 && unknown.length === 0 ? [{ code: 'within', outcome: 'pass' } as const] : []),
    ...(count === 0 && known.length > 0
      ? [
          {
            code: 'allWithin',
            outcome: known.length === excesses.length ? 'pass' : 'needs-information',
            known: known.length,
            total: excesses.length,
          } as const,
        ]
      : []),
  ]
}
