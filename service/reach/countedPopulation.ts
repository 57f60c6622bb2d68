import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { CELL_M, type CellGrid } from '#geo/cellGrid'
import { landAt } from '#geo/landing'

/** A row of the imported file whose people are in no square, and why. */
export const LeftOut = z.object({
  row: z.int().nullable(),
  /** Square, coordinates or parish as the file has it. */
  place: z.string(),
  /** Null where the file has no number. */
  people: z.number().nullable(),
  why: z.string(),
})
export type LeftOut = z.infer<typeof LeftOut>

/** What is kept of an imported population. */
export const PopulationFile = z.object({
  format: z.literal(1),
  layout: z.enum(['grid', 'parish']),
  /** Kilometres of the lower left corner east and north, people, households; null where those are not known. */
  squares: z.array(z.tuple([z.int(), z.int(), z.int().min(0), z.int().min(0).nullable()])),
  leftOut: z.array(LeftOut),
})
export type PopulationFile = z.infer<typeof PopulationFile>

/** An imported population as the log names it. */
export interface CountedPopulation {
  readonly sha256: string
  readonly path: string
  readonly source: string
  /** Date of the count. */
  readonly asOf: string
}

/** People in every cell, and the cells that a map may not show by themselves. */
export interface CountedPeople {
  readonly population: Int32Array
  readonly hidden: Uint8Array
}

/** On a map, squares of fewer households than these show nothing (R-40; PUBLIC S_MAPSDC). */
export const leastHouseholds = 20
/** Persons in a household on average. ASSUMPTION: for squares of which people are known, counted or modelled, and households are not. */
const personsPerHousehold = 2.1
/** A square on land when it was imported may be sea by the shapes of a later release: so far its people are moved then. */
const reshapedWithinM = 5 * CELL_M

/** Where the squares with this hash are kept. */
export function populationPath(folder: string, sha256: string): string {
  return join(folder, `${sha256}.json`)
}

/**
 * The people of an imported population in the cells of a grid. Throws an Error when the file is not the one that was
 * imported, or when not everybody finds a cell.
 */
export function countedPeople(grid: CellGrid, { path, sha256 }: CountedPopulation): CountedPeople {
  const bytes = readFileSync(path)
  const found = createHash('sha256').update(bytes).digest('hex')
  if (found !== sha256) throw new Error(`The population in ${path} is not the one that was imported: ${found}`)
  return peopleIn(grid, PopulationFile.parse(JSON.parse(bytes.toString('utf8'))))
}

/** As `countedPeople`, of a file that has been read. Throws an Error when not everybody finds a cell. */
export function peopleIn(grid: CellGrid, { squares }: Pick<PopulationFile, 'squares'>): CountedPeople {
  const population = new Int32Array(grid.east.length)
  const hidden = new Uint8Array(grid.east.length)
  for (const [east, north, people, households] of squares) {
    const middle = [(east + 0.5) * CELL_M, (north + 0.5) * CELL_M] as const
    const landing = landAt(grid, middle, { within: reshapedWithinM })
    if (landing === null) throw new Error(`Nobody can live in the square ${east} ${north}: no land is near`)
    population[landing.cell] = (population[landing.cell] ?? 0) + people
    if (isSmall(people, households)) hidden[landing.cell] = 1
  }
  return { population, hidden }
}

/** Whether a square has people and too few households to be shown by itself; null where households are not known. */
export function isSmall(people: number, households: number | null): boolean {
  return people > 0 && (households ?? people / personsPerHousehold) < leastHouseholds
}
