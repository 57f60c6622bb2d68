import { type PublishedTable, personsIn } from '#service/disclosure/published'

/** A sum of unknowns that the attacker was told. */
export interface Equation {
  readonly unknowns: readonly string[]
  readonly sum: number
}

/** What the attacker may ask: any set of municipalities at any version. */
export interface Question {
  readonly version: number
  readonly set: readonly string[]
}

/**
 * A reader who collects every answer, knows besides which cells did not change from one version to the next (more than
 * anybody is told), and solves: counts are whole numbers from 0 up, and every answer is a sum of them. Gives the range of
 * each hidden cell by municipality and version.
 */
export function attack(
  tables: readonly PublishedTable[],
  unchanged: (municipality: string, version: number) => boolean,
  questions: readonly Question[],
): ReadonlyMap<string, readonly [number, number]> {
  const name = (municipality: string, version: number): string =>
    version > 0 && unchanged(municipality, version) ? name(municipality, version - 1) : `${municipality}@${version}`
  const equations: Equation[] = []
  const told = (version: number, set: Iterable<string>, sum: number) =>
    equations.push({ unknowns: [...set].map((one) => name(one, version)), sum })
  for (const [version, table] of tables.entries()) {
    for (const [one, cell] of table.municipalities) if (typeof cell === 'number') told(version, [one], cell)
    for (const area of table.areas) if (typeof area.count === 'number') told(version, area.municipalities, area.count)
  }
  for (const { version, set } of questions) {
    const table = tables[version]
    const sum = table === undefined ? 'unknown' : personsIn(table, set)
    if (typeof sum === 'number') told(version, new Set(set), sum)
  }
  const ranges = new Map<string, readonly [number, number]>()
  for (const [version, { municipalities }] of tables.entries())
    for (const [one, cell] of municipalities)
      if (cell === 'hidden') ranges.set(`${one}@${version}`, rangeOf(name(one, version), equations))
  return ranges
}

/** Least and greatest whole number that the unknown can be; no equation about it leaves it open upwards. */
export function rangeOf(unknown: string, equations: readonly Equation[]): readonly [number, number] {
  const names = [...new Set(equations.flatMap(({ unknowns }) => unknowns))]
  if (!names.includes(unknown)) return [0, Number.POSITIVE_INFINITY]
  const rows = equations.map(({ unknowns, sum }) => ({
    left: names.map((one) => (unknowns.includes(one) ? 1 : 0)),
    right: sum,
  }))
  const goal = names.map((one) => (one === unknown ? 1 : 0))
  const least = minimum(rows, goal)
  const most = -minimum(
    rows,
    goal.map((one) => (one === 0 ? 0 : -1)),
  )
  return [Math.ceil(least - 1e-6), Math.floor(most + 1e-6)]
}

interface Row {
  readonly left: readonly number[]
  readonly right: number
}

/** The simplex method: least value of `goal` over x >= 0 with `rows`; minus infinity when there is none. Two phases, Bland's rule. */
function minimum(rows: readonly Row[], goal: readonly number[]): number {
  const n = goal.length
  const m = rows.length
  const tableau = rows.map(({ left, right }, i) => [...left, ...rows.map((_, j) => (i === j ? 1 : 0)), right])
  const basis = rows.map((_, i) => n + i)
  const pivot = (costs: number[], columns: number): boolean => {
    for (;;) {
      const enter = costs.slice(0, columns).findIndex((cost) => cost < -1e-9)
      if (enter < 0) return true
      let leave = -1
      for (const [i, row] of tableau.entries()) {
        if ((row[enter] ?? 0) <= 1e-9) continue
        const ratio = (row.at(-1) ?? 0) / (row[enter] ?? 1)
        const best =
          leave < 0 ? Number.POSITIVE_INFINITY : (tableau[leave]?.at(-1) ?? 0) / (tableau[leave]?.[enter] ?? 1)
        if (ratio < best - 1e-12 || (ratio < best + 1e-12 && (basis[i] ?? 0) < (basis[leave] ?? 0))) leave = i
      }
      const chosen = tableau[leave]
      if (chosen === undefined) return false
      const by = chosen[enter] ?? 1
      for (const [j, value] of chosen.entries()) chosen[j] = value / by
      for (const row of [...tableau, costs]) {
        const times = row[enter] ?? 0
        if (row === chosen || times === 0) continue
        for (const [j, value] of chosen.entries()) row[j] = (row[j] ?? 0) - times * value
      }
      basis[leave] = enter
    }
  }
  const first = Array.from({ length: n + m + 1 }, (_, j) =>
    j >= n && j < n + m ? 0 : -tableau.reduce((sum, row) => sum + (row[j] ?? 0), 0),
  )
  pivot(first, n)
  if (Math.abs(first.at(-1) ?? 0) > 1e-6) throw new Error('The answers contradict each other')
  // What is left of the helping unknowns is 0; they are driven out where an own unknown can stand in.
  for (const [i, row] of tableau.entries()) {
    if ((basis[i] ?? 0) < n) continue
    const enter = row.slice(0, n).findIndex((value) => Math.abs(value) > 1e-9)
    if (enter < 0) continue
    const by = row[enter] ?? 1
    for (const [j, value] of row.entries()) row[j] = value / by
    for (const other of tableau) {
      const times = other[enter] ?? 0
      if (other === row || times === 0) continue
      for (const [j, value] of row.entries()) other[j] = (other[j] ?? 0) - times * value
    }
    basis[i] = enter
  }
  const costs = [...goal, ...rows.map(() => 0), 0]
  for (const [i, row] of tableau.entries()) {
    const times = costs[basis[i] ?? 0] ?? 0
    if (times === 0) continue
    for (const [j, value] of row.entries()) costs[j] = (costs[j] ?? 0) - times * value
  }
  return pivot(costs, n) ? -(costs.at(-1) ?? 0) : Number.NEGATIVE_INFINITY
}
