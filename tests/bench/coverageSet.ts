import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { middleOf } from '#geo/cellGrid'
import type { Position } from '#geo/position'
import { toWgs84 } from '#geo/utm'
import { random } from '#service/demo/random'
import type { Ground } from '#service/reach/ground'

const size = { cells: 40_000, providers: 3000, groups: 40, fewest: 5, most: 300 } as const

/** The synthetic set of the issue: providers where people live, groups from the rarest to the most common. */
export interface CoverageSet {
  /** Cells of the built-in grid, those with most people. */
  readonly cells: readonly Position[]
  readonly people: Float64Array
  readonly providers: readonly Position[]
  /** Indices of the competent providers of each group. */
  readonly groups: readonly (readonly number[])[]
  /** Pairs of a cell and a competent provider. */
  readonly pairs: number
}

/** The same set every time it is made. */
export function coverageSet({ grid, population }: Ground): CoverageSet {
  const { next } = random('coverage bench')
  const peopled = [...population.keys()]
    .toSorted((a, b) => (population[b] ?? 0) - (population[a] ?? 0))
    .slice(0, size.cells)
    .toSorted((a, b) => a - b)
  const sums = new Float64Array(peopled.length)
  let all = 0
  for (const [i, cell] of peopled.entries()) {
    all += population[cell] ?? 0
    sums[i] = all
  }
  const providers = Array.from({ length: size.providers }, (): Position => {
    const drawn = next() * all
    const [x, y] = middleOf(grid, peopled[sums.findIndex((sum) => sum > drawn)] ?? 0)
    return toWgs84([x + (next() - 0.5) * 1000, y + (next() - 0.5) * 1000])
  })
  const groups = Array.from({ length: size.groups }, (_, group) => {
    const wanted = Math.round(size.fewest * (size.most / size.fewest) ** (group / (size.groups - 1)))
    const chosen = new Set<number>()
    while (chosen.size < wanted) chosen.add(Math.floor(next() * size.providers))
    return [...chosen]
  })
  return {
    cells: peopled.map((cell) => toWgs84(middleOf(grid, cell))),
    people: Float64Array.from(peopled, (cell) => population[cell] ?? 0),
    providers,
    groups,
    pairs: size.cells * groups.reduce((sum, group) => sum + group.length, 0),
  }
}

/** Writes the set as arrays that numpy reads. */
export function writeSet(folder: string, { cells, people, providers, groups }: CoverageSet): void {
  const write = (name: string, values: Float64Array | Uint32Array) => writeFileSync(join(folder, name), values)
  write('cells.f64', Float64Array.from(cells.flat()))
  write('providers.f64', Float64Array.from(providers.flat()))
  write('people.f64', people)
  write('members.u32', Uint32Array.from(groups.flat()))
  const starts = new Uint32Array(groups.length + 1)
  for (const [group, members] of groups.entries()) starts[group + 1] = (starts[group] ?? 0) + members.length
  write('starts.u32', starts)
}
