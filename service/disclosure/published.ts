import type { Area } from './hierarchy.ts'

/** A published count: hidden and unknown are not zero. */
export type Cell = number | 'hidden' | 'unknown'

/** What everybody may know of a group at one data version. Made by `publish.ts` alone. */
export interface PublishedTable {
  readonly version: string
  readonly municipalities: ReadonlyMap<string, Cell>
  /** The smaller first. */
  readonly areas: readonly (Area & { readonly count: Cell })[]
}

/**
 * Persons in any set of municipalities, as far as the table tells: told cells, and the remainders of totals whose hidden
 * cells are all in the set. Hidden when the set cuts such a remainder; unknown when any cell is.
 */
export function personsIn(table: PublishedTable, codes: Iterable<string>): Cell {
  const inside = new Set(codes)
  const cells = new Map([...inside].map((code) => [code, table.municipalities.get(code) ?? 'unknown']))
  if ([...cells.values()].includes('unknown')) return 'unknown'
  let sum = [...cells.values()].reduce((all: number, cell) => all + (typeof cell === 'number' ? cell : 0), 0)
  const left = new Set([...inside].filter((code) => cells.get(code) === 'hidden'))
  for (const code of left) {
    const rest = remainderOf(table, code)
    if (rest === undefined || rest.hidden.some((one) => !inside.has(one))) return 'hidden'
    sum += rest.persons
    for (const one of rest.hidden) left.delete(one)
  }
  return sum
}

/**
 * Fewest and most persons that can be in the set by what is told; `most` is null where no told total bounds it. Equal where
 * `personsIn` has a number.
 */
export function personsBetween(
  table: PublishedTable,
  codes: Iterable<string>,
): { readonly least: number; readonly most: number | null } {
  const inside = new Set(codes)
  const told = personsIn(table, inside)
  if (typeof told === 'number') return { least: told, most: told }
  let least = 0
  let most: number | null = 0
  const left = new Set(inside)
  for (const code of left) {
    const cell = table.municipalities.get(code) ?? 'unknown'
    const rest = cell === 'hidden' ? remainderOf(table, code) : undefined
    const isWhole = rest?.hidden.every((one) => inside.has(one)) ?? false
    const own = typeof cell === 'number' ? cell : (rest?.persons ?? null)
    if (typeof cell === 'number' || isWhole) least += own ?? 0
    most = most === null || own === null ? null : most + own
    for (const one of rest?.hidden ?? []) left.delete(one)
  }
  return { least, most }
}

/**
 * An estimate for a municipality whose count is hidden: its part, by inhabitants, of what the smallest told total around it
 * leaves when all that is told inside is taken away. Not a count, and to be called an estimate. Null when there is no such
 * total, or nobody lives there.
 */
export function estimatedIn(
  table: PublishedTable,
  code: string,
  inhabitantsOf: (municipality: string) => number,
): number | null {
  const rest = remainderOf(table, code)
  if (rest === undefined) return null
  const all = rest.hidden.reduce((sum, one) => sum + inhabitantsOf(one), 0)
  return all === 0 ? null : (rest.persons * inhabitantsOf(code)) / all
}

/** Hidden cells whose sum is known: what a told total leaves when everything told inside it is taken away. */
interface Remainder {
  readonly hidden: readonly string[]
  readonly persons: number
}

const remainders = new WeakMap<PublishedTable, ReadonlyMap<string, Remainder>>()

/** What the smallest told total around a hidden cell leaves for it and the hidden cells beside it; undefined without one. */
function remainderOf(table: PublishedTable, code: string): Remainder | undefined {
  const known = remainders.get(table) ?? remaindersOf(table)
  remainders.set(table, known)
  return known.get(code)
}

function remaindersOf({ municipalities, areas }: PublishedTable): ReadonlyMap<string, Remainder> {
  const found = new Map<string, Remainder>()
  const told = areas.flatMap(({ municipalities: inside, count }) =>
    typeof count === 'number' ? { inside, count } : [],
  )
  for (const { inside, count } of told) {
    // Told areas inside it that lie in no other such; what they hold is taken away at once.
    const within = told.filter((one) => one.inside.size < inside.size && isWithin(one.inside, inside))
    const outermost = within.filter(
      (one) => !within.some((other) => other !== one && isWithin(one.inside, other.inside)),
    )
    const rest = [...inside].filter((one) => outermost.every((area) => !area.inside.has(one)))
    const cells = rest.flatMap((one) => municipalities.get(one) ?? [])
    const taken = [...outermost.map((area) => area.count), ...cells.filter((cell) => typeof cell === 'number')]
    const hidden = rest.filter((one) => municipalities.get(one) === 'hidden')
    const remainder = { hidden, persons: taken.reduce((left, one) => left - one, count) }
    for (const one of hidden) found.set(one, remainder)
  }
  return found
}

function isWithin(inner: ReadonlySet<string>, outer: ReadonlySet<string>): boolean {
  for (const one of inner) if (!outer.has(one)) return false
  return true
}
