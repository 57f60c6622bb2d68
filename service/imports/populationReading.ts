import { type SeenAs, seenAs } from '#geo/coordinateSystem'
import type { BoundaryCrs } from '#geo/officialShape'
import { middleOfSquare, type NamedSquare, squareNamed } from '#geo/squareGrid'
import type { DeliveredRow } from './deliveredPopulation.ts'
import { boxOf, type RawPair } from './populationGeometry.ts'
import type { PopulationProblem } from './populationProblem.ts'

/** Where a row says that it is, not yet in metres. */
export interface RawPlace {
  readonly pair: RawPair
  readonly square: NamedSquare | null
  readonly text: string
}

/** The square, the coordinates or the geometry of a row; null where it has none of them. */
export function rawPlace({ values, geometry }: DeliveredRow): RawPlace | null {
  const name = String(values.cell ?? '').trim()
  const square = squareNamed(name)
  if (square !== null) return { pair: middleOfSquare(square), square, text: name }
  const [x, y] = [values.x, values.y].map(coordinateOf)
  const pair = x === undefined || y === undefined ? boxOf(geometry)?.middle : ([x, y] as const)
  return pair === undefined ? null : { pair, square: null, text: pair.join(' ') }
}

/** `723456,5`, `12.568` and `6 175 000`. */
function coordinateOf(value: string | number | undefined): number | undefined {
  const text = String(value ?? '')
    .replaceAll(/[  ]/g, '')
    .replace(',', '.')
  return /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined
}

/** The system that a file's `crs` member names; null where it names none that is read, which is a problem. */
export function crsNamed(name: string | null, problems: PopulationProblem[]): BoundaryCrs | null {
  if (name === null) return null
  if (/25832$/.test(name)) return 'EPSG:25832'
  if (/(4326|4258|CRS84)$/i.test(name)) return 'EPSG:4326'
  const proposal = 'transform the file to EPSG:25832'
  const problem = { fault: 'unknown-crs', found: name, expected: 'EPSG:4326 or EPSG:25832', proposal } as const
  problems.push({ row: null, column: 'crs', ...problem, remedy: 'file' })
  return null
}

/** How most coordinates of the file are to be read, told where that is not what they are declared to be. */
export function commonReading(
  raws: readonly (RawPlace | null)[],
  declared: BoundaryCrs | null,
  problems: PopulationProblem[],
): SeenAs | null {
  const tally = new Map<string, { readonly seen: SeenAs; readonly first: string; count: number }>()
  const pairs = raws.flatMap((raw) => (raw === null || raw.square !== null ? [] : [raw]))
  for (const { pair, text } of pairs) {
    const seen = seenAs(...pair)
    if (seen === null) continue
    const key = `${seen.crs} ${seen.isSwapped}`
    const held = tally.get(key) ?? { seen, first: text, count: 0 }
    held.count += 1
    tally.set(key, held)
  }
  const most = [...tally.values()].toSorted((a, b) => b.count - a.count)[0]
  if (most === undefined) return null
  const { seen, first, count } = most
  const found = `${first}, which is ${inWords(seen)}; so are ${count} of ${pairs.length} rows`
  const told = { row: null, column: null, found, remedy: 'confirm' as const }
  if (declared !== null && declared !== seen.crs) {
    const expected = `${inWords({ crs: declared, isSwapped: false })}, as declared`
    const proposal = `read the file as ${seen.crs}, as --crs ${seen.crs} does`
    problems.push({ ...told, fault: 'wrong-crs', expected, proposal })
  }
  if (seen.isSwapped) {
    const expected = seen.crs === 'EPSG:4326' ? 'longitude before latitude' : 'easting before northing'
    problems.push({ ...told, fault: 'axes-swapped', expected, proposal: 'read the two the other way round' })
  }
  return seen
}

/** `metres (EPSG:25832)`, for a report. */
export function inWords({ crs, isSwapped }: SeenAs): string {
  const unit = crs === 'EPSG:4326' ? 'degrees (EPSG:4326)' : 'metres (EPSG:25832)'
  return isSwapped ? `${unit} with the axes swapped` : unit
}
