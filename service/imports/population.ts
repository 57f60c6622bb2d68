import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import type { Accepted } from '#api/contract'
import type { EffectiveDate } from '#events/time'
import { cellGrid } from '#geo/cellGrid'
import type { BoundaryCrs } from '#geo/officialShape'
import type { Geography } from '../geography.ts'
import type { Handle } from '../handle.ts'
import { isSmall, type LeftOut, populationPath } from '../reach/countedPopulation.ts'
import { modelledPeople } from '../reach/modelledPeople.ts'
import { readDelivered } from './deliveredPopulation.ts'
import { readPlaces } from './populationPlaces.ts'
import type { PopulationProblem } from './populationProblem.ts'
import { readSquares } from './populationSquares.ts'
import { emptyProblem, knownMunicipalities, type Totals, totalsOf } from './populationTotals.ts'

export interface PopulationImport {
  /** The file as it is. */
  readonly bytes: Uint8Array
  /** Coordinate system as declared; null where the file or its columns say it, or nobody does. */
  readonly crs: BoundaryCrs | null
  /** Date of the count, and the first day on which it stands in for the model. */
  readonly validFrom: EffectiveDate
  /** A place at sea goes to land so far away, in metres. */
  readonly within: number
}

/** What a file holds, what is wrong with it, and what importing it would do. Nothing has been written. */
export interface PopulationReport {
  readonly kind: 'table' | 'geojson'
  readonly layout: 'grid' | 'parish'
  readonly rows: number
  /** By row; those of the file as a whole first. */
  readonly problems: readonly PopulationProblem[]
  /** False as long as a problem is there that confirming does not settle. */
  readonly canImport: boolean
  /** People of all rows with a number: in squares, left out, or lost in rounding fractions. */
  readonly delivered: number
  readonly inhabitants: number
  readonly leftOut: readonly LeftOut[]
  readonly moved: number
  readonly squares: number
  /** Squares that maps do not show by themselves. */
  readonly smallSquares: number
  readonly totals: Totals
  readonly unusedColumns: readonly string[]
  /** What will be kept, and its digest: the same people make the same. */
  readonly text: string
  readonly sha256: string
}

/** Reads and checks the whole file. */
export function reportPopulation(
  { bytes, crs, validFrom, within }: PopulationImport,
  geography: Geography,
): PopulationReport {
  const { areas } = geography
  const grid = cellGrid(geography.builtIn.shapes.features())
  const delivered = readDelivered(bytes)
  const read = readPlaces(delivered, { crs, known: knownMunicipalities(areas, validFrom) })
  const squares = readSquares(read, { grid, model: () => modelledPeople(grid, geography).population, within })
  const totals = totalsOf(squares, { grid, areas, on: validFrom })
  const problems = [...delivered.problems, ...read.problems, ...squares.problems, ...emptyProblem(totals)]
  const text = `${JSON.stringify(squares.file)}\n`
  return {
    kind: delivered.kind,
    layout: read.layout,
    rows: delivered.rows.length,
    problems: problems.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0)),
    canImport: problems.every(({ remedy }) => remedy === 'confirm') && squares.file.squares.length > 0,
    delivered: squares.delivered,
    inhabitants: squares.file.squares.reduce((sum, [, , people]) => sum + people, 0),
    leftOut: squares.file.leftOut,
    moved: squares.moved,
    squares: squares.file.squares.length,
    smallSquares: squares.file.squares.filter(([, , people, households]) => isSmall(people, households)).length,
    totals,
    unusedColumns: delivered.columns.unused,
    text,
    sha256: createHash('sha256').update(text).digest('hex'),
  }
}

/**
 * Takes in what was reported as a new dated version: keeps the squares under the hash of their bytes in `folder`, then
 * publishes them. Until that last step the old version holds. The same file twice is one version. Throws a RangeError when
 * the report says that it cannot be imported.
 */
export async function importPopulation(
  report: PopulationReport,
  said: {
    readonly validFrom: EffectiveDate
    readonly populationVersion: string
    readonly source: string
    readonly licence: string
  },
  { folder, handle }: { readonly folder: string; readonly handle: Handle },
): Promise<Accepted> {
  if (!report.canImport) throw new RangeError('This population has problems that confirming does not settle')
  const { sha256, layout, inhabitants, squares } = report
  keep(folder, sha256, report.text)
  const { validFrom: effectiveFrom, ...named } = said
  const leftOut = Math.round(report.leftOut.reduce((sum, { people }) => sum + (people ?? 0), 0))
  return await handle(
    { type: 'PublishPopulation', data: { effectiveFrom, ...named, sha256, layout, inhabitants, squares, leftOut } },
    { actor: { userId: 'import-population', role: 'registrar', organisation: null }, commandId: randomUUID() },
  )
}

/** Written beside its place and moved there, so that a file with this name is always whole. */
function keep(folder: string, sha256: string, text: string): void {
  mkdirSync(folder, { recursive: true })
  const path = populationPath(folder, sha256)
  writeFileSync(`${path}.part`, text)
  renameSync(`${path}.part`, path)
}
