/** A value and how many people have it. */
export interface Weighted {
  readonly value: number
  readonly people: number
}

/**
 * Gini coefficient of a value over people: 0 when all have the same, towards 1 when one has all. Null when nobody lives
 * there or there is nothing to share. Values are 0 or more.
 */
export function gini(of: readonly Weighted[]): number | null {
  const sorted = lowestFirst(of)
  const people = total(sorted)
  const all = sum(sorted)
  if (people === 0 || all === 0) return null
  let below = 0
  let area = 0
  for (const { value, people: count } of sorted) {
    const share = value * count
    // Trapezoid under the Lorenz curve.
    area += count * (below + share / 2)
    below += share
  }
  return 1 - (2 * area) / (people * all)
}

/** Mean value of the tenth of the people who have least; null when nobody lives there. Part of a group counts in part. */
export function worstOffTenth(of: readonly Weighted[]): number | null {
  return meanOf(lowestFirst(of), 0.1)
}

/**
 * Palma ratio: what the tenth with most have together, over what the four tenths with least have together. Null when
 * nobody lives there, infinite when the four tenths have nothing.
 */
export function palma(of: readonly Weighted[]): number | null {
  const sorted = lowestFirst(of)
  const least = meanOf(sorted, 0.4)
  const most = meanOf(sorted.toReversed(), 0.1)
  if (least === null || most === null) return null
  if (least === 0) return most === 0 ? null : Number.POSITIVE_INFINITY
  return (most * 0.1) / (least * 0.4)
}

function lowestFirst(of: readonly Weighted[]): readonly Weighted[] {
  return of.filter(({ people }) => people > 0).toSorted((a, b) => a.value - b.value)
}

/** Mean over the first so large a part of the people. */
function meanOf(ordered: readonly Weighted[], part: number): number | null {
  const wanted = total(ordered) * part
  if (wanted === 0) return null
  let left = wanted
  let sumOf = 0
  for (const { value, people } of ordered) {
    const taken = Math.min(people, left)
    sumOf += value * taken
    left -= taken
    if (left <= 0) break
  }
  return sumOf / wanted
}

function total(of: readonly Weighted[]): number {
  return of.reduce((all, { people }) => all + people, 0)
}

function sum(of: readonly Weighted[]): number {
  return of.reduce((all, { value, people }) => all + value * people, 0)
}
