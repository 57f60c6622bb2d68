import type { CellGrid } from '#geo/cellGrid'
import { populationGrid } from '#geo/populationGrid'
import type { Geography } from '../geography.ts'

/** Modelled inhabitants of every cell by the newest totals and the towns, and the date of those totals. */
export function modelledPeople(grid: CellGrid, { areas, towns }: Pick<Geography, 'areas' | 'towns'>) {
  const totals = new Map(areas.municipalities.map(({ code, population }) => [code, population.at(-1)?.value ?? 0]))
  const peopled = towns.map(({ lng, lat, municipality, population }) => ({
    position: [lng, lat] as const,
    municipality,
    population,
  }))
  const populationAsOf = areas.municipalities.flatMap(({ population: known }) => known.at(-1)?.date ?? []).toSorted()[0]
  if (populationAsOf === undefined) throw new Error('No municipality has a population')
  return { population: populationGrid(grid, totals, peopled), populationAsOf }
}
