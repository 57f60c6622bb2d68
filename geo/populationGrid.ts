import type { CellGrid } from './cellGrid.ts'
import { CELL_M, middleOf, squareOf } from './cellGrid.ts'
import { shareOut } from './largestRemainder.ts'
import type { Position } from './position.ts'
import { toUtm, type UtmPosition } from './utm.ts'

/** A town with its inhabitants; null where no source has them. */
export interface PeopledTown {
  readonly position: Position
  readonly municipality: string | null
  readonly population: number | null
}

/** Inhabitants a km2 in towns of more than so many people: the radius of a town follows. */
const densities = [
  { above: 50_000, perKm2: 2800 },
  { above: 10_000, perKm2: 1900 },
  { above: 3_000, perKm2: 1400 },
  { above: 0, perKm2: 1000 },
] as const
/** At most this share of a municipality lives in its listed towns; in the capital's municipalities, codes below 0200. */
const townShare = { usual: 0.93, capital: 0.97 } as const
/** Distance over which the countryside thins out around a town, in metres, and what never thins out. */
const thinning = { metres: 4000, floor: 0.35 } as const
/** Land with no listed town, apart from the municipality's largest piece, has this part of the people of other countryside. */
const islet = 0.1
/** A town reaches so many of its radii. */
const reach = 3

/**
 * Modelled inhabitants of every cell: each municipality's total spread over its towns, and the rest over its land, denser
 * near towns. Municipalities add up exactly. A model, never a count of a cell (ASSUMPTION: densities and shares are ours).
 * Throws a RangeError that names a municipality with inhabitants and no land.
 */
export function populationGrid(
  grid: CellGrid,
  totals: ReadonlyMap<string, number>,
  towns: readonly PeopledTown[],
): Int32Array {
  const population = new Int32Array(grid.east.length)
  const cellsOf: number[][] = grid.municipalities.map(() => [])
  for (const [cell, municipality] of grid.municipality.entries()) cellsOf[municipality]?.push(cell)
  for (const [index, code] of grid.municipalities.entries()) {
    const total = totals.get(code) ?? 0
    const cells = cellsOf[index] ?? []
    if (total === 0) continue
    if (cells.length === 0) throw new RangeError(`municipality ${code} has inhabitants and no land`)
    const own = towns.filter(({ municipality, population: size }) => municipality === code && size !== null && size > 0)
    const shares = shareOut(total, weightsOf(grid, cells, own, total, code))
    for (const [i, cell] of cells.entries()) population[cell] = shares[i] ?? 0
  }
  return population
}

function weightsOf(
  grid: CellGrid,
  cells: readonly number[],
  towns: readonly PeopledTown[],
  total: number,
  code: string,
): Float64Array {
  const weights = new Float64Array(cells.length)
  const listed = towns.reduce((sum, { population }) => sum + (population ?? 0), 0)
  const most = (code < '0200' ? townShare.capital : townShare.usual) * total
  const scale = listed > most ? most / listed : 1
  const placed = towns.map((town) => {
    const at = toUtm(town.position)
    return { size: (town.population ?? 0) * scale, at, landmass: landmassAt(grid, cells, at) }
  })
  const settled = new Set([largestLandmass(grid, cells), ...placed.map(({ landmass }) => landmass)])
  let inTowns = 0
  for (const { size, at, landmass } of placed) {
    const around = cells.map((cell) => (grid.landmass[cell] === landmass ? cell : -1))
    inTowns += spread(grid, around, size, at, weights)
  }
  const country = cells.map((cell) => {
    const landmass = grid.landmass[cell]
    const near = placed.filter((town) => town.landmass === landmass).map(({ at }) => distanceTo(grid, cell, at))
    const thin = thinning.floor + Math.exp(-Math.min(...near) / thinning.metres)
    return (grid.land[cell] ?? 0) * thin * (settled.has(landmass ?? -1) ? 1 : islet)
  })
  const sum = country.reduce((all, weight) => all + weight, 0)
  for (const [i, weight] of country.entries()) weights[i] = (weights[i] ?? 0) + ((total - inTowns) * weight) / sum
  return weights
}

/** The landmass of the municipality's cell nearest to a point. */
function landmassAt(grid: CellGrid, cells: readonly number[], at: UtmPosition): number {
  const [first = 0, ...others] = cells
  const nearest = others.reduce(
    (best, cell) => (distanceTo(grid, cell, at) < distanceTo(grid, best, at) ? cell : best),
    first,
  )
  return grid.landmass[nearest] ?? -1
}

/** The landmass that holds most of the municipality's land. */
function largestLandmass(grid: CellGrid, cells: readonly number[]): number {
  const land = new Map<number, number>()
  for (const cell of cells) {
    const landmass = grid.landmass[cell] ?? -1
    land.set(landmass, (land.get(landmass) ?? 0) + (grid.land[cell] ?? 0))
  }
  return [...land].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? -1
}

/**
 * Spreads a town over the municipality's cells around it by a Gaussian; a cell of -1 lies across water and gets nobody.
 * Answers how many found a place.
 */
function spread(
  grid: CellGrid,
  cells: readonly number[],
  size: number,
  at: UtmPosition,
  weights: Float64Array,
): number {
  const density = densities.find(({ above }) => size > above)?.perKm2 ?? densities[3].perKm2
  const radius = Math.max(CELL_M / 2, Math.sqrt(size / density / Math.PI) * 1000)
  const [east, north] = squareOf(at)
  const near = cells.map((cell) => {
    if (cell < 0) return 0
    const away = distanceTo(grid, cell, at)
    const isHome = grid.east[cell] === east && grid.north[cell] === north
    return isHome || away <= reach * radius ? (grid.land[cell] ?? 0) * Math.exp(-((away / radius) ** 2) / 2) : 0
  })
  const sum = near.reduce((all, weight) => all + weight, 0)
  // A town whose point lies off its municipality's land: its people live in the municipality all the same.
  if (sum === 0) return 0
  for (const [i, weight] of near.entries()) weights[i] = (weights[i] ?? 0) + (size * weight) / sum
  return size
}

function distanceTo(grid: CellGrid, cell: number, [x, y]: UtmPosition): number {
  const [easting, northing] = middleOf(grid, cell)
  return Math.hypot(easting - x, northing - y)
}
