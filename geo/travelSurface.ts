import Flatbush from 'flatbush'
import { CELL_M, type CellGrid, middleOf } from './cellGrid.ts'
import type { Position } from './position.ts'
import { type StepList, type Steps, stepList } from './steps.ts'
import type { TravelNetwork } from './travelNetwork.ts'
import { toUtm, type UtmPosition } from './utm.ts'

/** Raised whenever the same roads and people could give other travel times than before. */
export const travelSurfaceVersion = 1

/** Below this share of land a cell is no place to drive from, unless its island has no better one. */
const leastLand = 0.25
/** A place farther than this from any cell that can be driven from has no road access, in metres. */
export const snapM = 3000
/** Corridors are tied to the cells at this distance along them, in metres. */
const tieM = 2000
/** So many cells near a shore or an end of a link are looked at for the right landmass. */
const choices = 12
const minutesPerHour = 60

/** The eight neighbours of a cell, and the eight knight's moves between them, in cells east and north. */
const neighbours = [
  [1, 0],
  [1, 1],
  [0, 1],
  [-1, 1],
  [-1, 0],
  [-1, -1],
  [0, -1],
  [1, -1],
] as const
const knights = [
  [2, 1],
  [1, 2],
  [-1, 2],
  [-2, 1],
  [-2, -1],
  [-1, -2],
  [1, -2],
  [2, -1],
] as const

/**
 * Driving as a graph over the cells: what can be driven from one cell to another, in minutes. A cell without steps cannot
 * be driven from: no road access, not an error.
 */
export interface TravelSurface extends Ways {
  readonly grid: CellGrid
  /** The cell that a place is driven from; -1 when none is near enough. */
  cellAt(position: Position): number
}

/** What a surface is made of: plain arrays, which can be handed from one thread to another. */
export interface Ways extends Steps {
  /** The cell that each cell is driven from: itself, or a neighbour for a shore with hardly any land; -1 for none. */
  readonly home: Int32Array
  /** What every journey takes besides the way itself. */
  readonly terminalMinutes: number
}

/**
 * Builds the surface: land at the speed of its density, within one landmass; fast roads along their lines; fixed links and
 * ferries where they are. About 10 % off on drives of over 20 minutes, less to be trusted inside towns and along water.
 * @param population inhabitants of each cell, for the speeds.
 */
export function travelSurface(grid: CellGrid, population: ArrayLike<number>, network: TravelNetwork): TravelSurface {
  const drivable = drivableCells(grid)
  const { speeds } = network
  const speed = (cell: number): number => {
    const density = population[cell] ?? 0
    if (density >= speeds.urbanFromPerKm2) return speeds.urban
    return density >= speeds.suburbanFromPerKm2 ? speeds.suburban : speeds.rural
  }
  const cells = [...drivable.keys()].filter((cell) => drivable[cell] === 1)
  const near = nearestAmong(grid, cells)
  const nearest = (at: UtmPosition): number => near(at, 1)[0] ?? -1

  const steps = stepList()
  for (const cell of cells) addMoves(grid, drivable, cell, speed, steps)
  for (const [lines, kmh] of [
    [network.motorways, speeds.motorway],
    [network.mainRoads, speeds.main],
  ] as const)
    for (const line of lines) addCorridor(line, kmh / speeds.corridorWiggle, nearest, steps)
  for (const [, a, b, minutes] of [...network.links, ...network.ferries]) {
    const [one, other] = endsOf(grid, near(utmOf(a), choices), near(utmOf(b), choices))
    steps.both(one, other, minutes)
  }
  return surfaceOf(grid, {
    ...steps.compact(grid.east.length),
    home: homesOf(grid, drivable, near),
    terminalMinutes: speeds.terminalMinutes,
  })
}

/** A surface over ways that were made before on this grid. */
export function surfaceOf(grid: CellGrid, ways: Ways): TravelSurface {
  const near = nearestAmong(
    grid,
    [...ways.home.keys()].filter((cell) => ways.home[cell] === cell),
  )
  return { grid, ...ways, cellAt: (position) => near(toUtm(position), 1)[0] ?? -1 }
}

/** Looks up the nearest of some cells to a place, at most so many and none farther than `snapM`, nearest first. */
function nearestAmong(grid: CellGrid, cells: readonly number[]): (at: UtmPosition, most: number) => readonly number[] {
  const index = new Flatbush(Math.max(1, cells.length))
  for (const cell of cells) {
    const [x, y] = middleOf(grid, cell)
    index.add(x, y, x, y)
  }
  if (cells.length === 0) return () => []
  index.finish()
  return ([x, y], most) => index.neighbors(x, y, most, snapM).flatMap((i) => cells[i] ?? [])
}

/** 1 for cells that can be driven from: enough land, or the most that their landmass has. */
function drivableCells({ land, landmass }: CellGrid): Uint8Array {
  const most = new Map<number, number>()
  for (const [cell, share] of land.entries())
    most.set(landmass[cell] ?? 0, Math.max(most.get(landmass[cell] ?? 0) ?? 0, share))
  return Uint8Array.from(land, (share, cell) => (share >= leastLand || share === most.get(landmass[cell] ?? 0) ? 1 : 0))
}

/** A cell that cannot be driven from has the nearest on its landmass, or the nearest at all. */
function homesOf(
  grid: CellGrid,
  drivable: Uint8Array,
  near: (at: UtmPosition, most: number) => readonly number[],
): Int32Array {
  return Int32Array.from(drivable, (isDrivable, cell) => {
    if (isDrivable === 1) return cell
    const others = near(middleOf(grid, cell), choices)
    return others.find((other) => grid.landmass[other] === grid.landmass[cell]) ?? others[0] ?? -1
  })
}

function addMoves(
  grid: CellGrid,
  drivable: Uint8Array,
  cell: number,
  speed: (cell: number) => number,
  steps: StepList,
): void {
  const east = grid.east[cell] ?? 0
  const north = grid.north[cell] ?? 0
  const reach = (dx: number, dy: number): number => {
    const other = grid.at(east + dx, north + dy)
    return other >= 0 && drivable[other] === 1 && grid.landmass[other] === grid.landmass[cell] ? other : -1
  }
  const move = (other: number, cells: number) => {
    const kmh = 2 / (1 / speed(cell) + 1 / speed(other))
    steps.add(cell, other, (cells * CELL_M * minutesPerHour) / 1000 / kmh)
  }
  for (const [dx, dy] of neighbours) {
    const other = reach(dx, dy)
    if (other >= 0) move(other, Math.hypot(dx, dy))
  }
  for (const [dx, dy] of knights) {
    const other = reach(dx, dy)
    // A knight passes between two cells; both must be land.
    const [sx, sy] = Math.abs(dx) === 2 ? [dx / 2, 0] : [0, dy / 2]
    if (other >= 0 && reach(sx, sy) >= 0 && reach(dx - sx, dy - sy) >= 0) move(other, Math.hypot(dx, dy))
  }
}

function addCorridor(
  line: TravelNetwork['motorways'][number],
  kmh: number,
  nearest: (at: UtmPosition) => number,
  steps: StepList,
): void {
  let before: { cell: number; km: number } | undefined
  let along = 0
  for (const { at, step } of samplesOf(line.map(utmOf))) {
    along += step
    const cell = nearest(at)
    if (cell < 0) continue
    if (before !== undefined && before.cell !== cell)
      steps.both(before.cell, cell, ((along / 1000 - before.km) / kmh) * minutesPerHour)
    if (before === undefined || before.cell !== cell) before = { cell, km: along / 1000 }
  }
}

/** Points along a line, at most `tieM` apart and every vertex among them, with the metres since the one before. */
function* samplesOf(line: readonly UtmPosition[]): Generator<{ at: UtmPosition; step: number }> {
  for (const [i, b] of line.entries()) {
    const a = line[i - 1]
    if (a === undefined) {
      yield { at: b, step: 0 }
      continue
    }
    const length = Math.hypot(b[0] - a[0], b[1] - a[1])
    const parts = Math.max(1, Math.ceil(length / tieM))
    for (let part = 1; part <= parts; part += 1) {
      const t = part / parts
      yield { at: [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])], step: length / parts }
    }
  }
}

/** The cells that a link joins: of those near its two ends the nearest on different landmasses, or simply the nearest. */
function endsOf({ landmass }: CellGrid, ones: readonly number[], others: readonly number[]): readonly [number, number] {
  let best: { pair: readonly [number, number]; rank: number } | undefined
  for (const [i, one] of ones.entries())
    for (const [j, other] of others.entries())
      if (landmass[one] !== landmass[other] && i + j < (best?.rank ?? Number.POSITIVE_INFINITY))
        best = { pair: [one, other], rank: i + j }
  return best?.pair ?? [ones[0] ?? -1, others[0] ?? -1]
}

function utmOf([lat, lng]: readonly [number, number]): UtmPosition {
  return toUtm([lng, lat])
}
