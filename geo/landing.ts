import { CELL_M, type CellGrid, squareOf } from './cellGrid.ts'
import type { UtmPosition } from './utm.ts'

/** The cell that people who were counted at a point are put in, and how far it is from there. */
export interface Landing {
  readonly cell: number
  /** Metres from the point to the cell's square; 0 when it lies in it. */
  readonly metres: number
}

/**
 * The cell of land for a point: the one that it lies in, else the nearest within so many metres, `within` itself
 * included; of the cells within, one of the municipality is taken before any other. Null when there is none.
 */
export function landAt(
  grid: CellGrid,
  point: UtmPosition,
  { within, municipality = null }: { readonly within: number; readonly municipality?: string | null },
): Landing | null {
  const [east, north] = squareOf(point)
  const own = grid.at(east, north)
  if (own >= 0) return { cell: own, metres: 0 }
  const index = municipality === null ? -1 : grid.municipalities.indexOf(municipality)
  const around = Math.ceil(within / CELL_M)
  let best: (Landing & { readonly isOther: boolean }) | null = null
  for (let dy = -around; dy <= around; dy += 1)
    for (let dx = -around; dx <= around; dx += 1) {
      const cell = grid.at(east + dx, north + dy)
      if (cell < 0) continue
      const metres = distanceToSquare(point, (east + dx) * CELL_M, (north + dy) * CELL_M)
      const isOther = grid.municipality[cell] !== index
      if (metres > within || (best !== null && !isBetter({ cell, metres, isOther }, best))) continue
      best = { cell, metres, isOther }
    }
  return best && { cell: best.cell, metres: best.metres }
}

type Candidate = Landing & { readonly isOther: boolean }

/** The same municipality first, then the shortest way, then the lowest number: the same point always lands in one cell. */
function isBetter(one: Candidate, other: Candidate): boolean {
  if (one.isOther !== other.isOther) return !one.isOther
  return one.metres === other.metres ? one.cell < other.cell : one.metres < other.metres
}

function distanceToSquare([x, y]: UtmPosition, easting: number, northing: number): number {
  const dx = Math.max(easting - x, 0, x - easting - CELL_M)
  const dy = Math.max(northing - y, 0, y - northing - CELL_M)
  return Math.hypot(dx, dy)
}
