import { seenAs } from '#geo/coordinateSystem'
import type { BoundaryCrs } from '#geo/officialShape'
import type { DistrictPolygons } from '#geo/parishLand'
import type { UtmPosition } from '#geo/utm'
import type { LeftOut } from '../reach/countedPopulation.ts'
import type { DeliveredPopulation, DeliveredRow } from './deliveredPopulation.ts'
import { countExpected, countOf } from './populationCount.ts'
import { inMetres, isArea, polygonsInMetres, widthInMetres } from './populationGeometry.ts'
import type { PopulationProblem } from './populationProblem.ts'
import { commonReading, crsNamed, inWords, type RawPlace, rawPlace } from './populationReading.ts'

/** Counted people at a place that has been understood. */
export interface CountedPlace {
  readonly row: number
  /** What tells the place, as the file names it. */
  readonly column: string
  /** Square, coordinates or parish as the file has it. */
  readonly place: string
  /** Not always whole yet. */
  readonly people: number
  readonly households: number | null
  readonly municipality: string | null
  readonly at: UtmPosition
  /** A parish rather than a square. */
  readonly isDistrict: boolean
  /** A parish's land; null where only a point is known. */
  readonly polygons: DistrictPolygons | null
}

export interface PlacesRead {
  readonly layout: 'grid' | 'parish'
  readonly places: readonly CountedPlace[]
  readonly leftOut: readonly LeftOut[]
  readonly problems: readonly PopulationProblem[]
}

/** Codes of today's municipalities, and what became of the former ones. */
export interface KnownMunicipalities {
  readonly codes: ReadonlySet<string>
  readonly successors: ReadonlyMap<string, readonly string[]>
}

/** Wider than a kilometre square, which may be turned against the axes. */
const widestSquareM = 1500

/**
 * Understands every row of a delivered population: how many, where, of which municipality. Coordinates are read as what
 * they are, whatever they are declared to be, and what does not agree is told. Answers everything that is wrong at once.
 */
export function readPlaces(
  delivered: DeliveredPopulation,
  { crs, known }: { readonly crs: BoundaryCrs | null; readonly known: KnownMunicipalities },
): PlacesRead {
  const { columns, declaredCrs, rows } = delivered
  const problems: PopulationProblem[] = []
  const leftOut: LeftOut[] = []
  const places: CountedPlace[] = []
  const isParish = columns.named.parish !== undefined
  const raws = rows.map(rawPlace)
  const common = commonReading(raws, crs ?? crsNamed(declaredCrs, problems) ?? columns.crs, problems)
  for (const [index, row] of rows.entries()) {
    const raw = raws[index] ?? null
    const tell: Tell = (column, rest) => problems.push({ row: row.row, column, ...rest })
    const leave = (people: number | null, why: string) =>
      leftOut.push({ row: row.row, place: nameOf(row, raw), people, why })
    const counted = readCount(row, columns.named.people ?? null, tell)
    const municipality = municipalityOf(row, columns.named.municipality ?? null, known, tell)
    const households = householdsOf(row, columns.named.households ?? null, tell)
    if (counted.isUnknown) leave(null, counted.why)
    const placed = readPlace(row, raw, common, { delivered, isParish, people: counted.people }, tell)
    if (placed === 'outside' && !counted.isUnknown) leave(counted.people, 'outside-denmark')
    if (placed === null || placed === 'outside' || counted.people === null) continue
    const place = nameOf(row, raw)
    places.push({
      row: row.row,
      place,
      people: counted.people,
      households,
      municipality,
      isDistrict: isParish,
      ...placed,
    })
  }
  const layout = isParish ? 'parish' : 'grid'
  return { layout, places, leftOut, problems: [...problems, ...sizesProblem(raws)] }
}

type Tell = (column: string | null, rest: Omit<PopulationProblem, 'row' | 'column'>) => void

/** The people of a row; `isUnknown` where the row is left out for having no usable number. */
function readCount({ values }: DeliveredRow, column: string | null, tell: Tell) {
  const { count, fault, proposal } = countOf(values.people)
  const isUnknown = fault === 'no-count' || fault === 'negative-count'
  if (fault !== null) {
    const remedy = isUnknown || fault === 'not-whole' ? 'confirm' : 'file'
    tell(column, { fault, found: String(values.people ?? ''), expected: countExpected, proposal, remedy })
  }
  return { people: count, isUnknown, why: fault ?? '' }
}

interface PlaceContext {
  readonly delivered: DeliveredPopulation
  readonly isParish: boolean
  readonly people: number | null
}

/** Where the row is, in metres; `outside` of Denmark; null where it cannot be told. */
function readPlace(
  row: DeliveredRow,
  raw: RawPlace | null,
  common: ReturnType<typeof commonReading>,
  { delivered: { kind, columns }, isParish, people }: PlaceContext,
  tell: Tell,
): Pick<CountedPlace, 'column' | 'at' | 'polygons'> | 'outside' | null {
  if (raw === null) {
    const found = String(row.values.cell ?? row.values.x ?? '')
    const expected = kind === 'table' ? 'a square such as 1km_6223_576, or two coordinates' : 'a point or a polygon'
    const column = columns.named.cell ?? columns.named.x ?? 'geometry'
    tell(column, { fault: 'bad-place', found, expected, proposal: badPlace(found), remedy: 'file' })
    return null
  }
  const column = (raw.square === null ? columns.named.x : columns.named.cell) ?? 'geometry'
  const seen = seenAs(...raw.pair)
  if (seen === null) {
    const proposal =
      people === null ? 'leave the row out' : `leave the row out, and list its ${people} people as missing`
    tell(column, {
      fault: 'outside-denmark',
      found: raw.text,
      expected: 'a place in Denmark',
      proposal,
      remedy: 'confirm',
    })
    return 'outside'
  }
  const usual = raw.square === null ? (common ?? seen) : ({ crs: 'EPSG:25832', isSwapped: false } as const)
  if (seen.crs !== usual.crs || seen.isSwapped !== usual.isSwapped) {
    const fault = seen.crs === usual.crs ? 'axes-swapped' : 'wrong-crs'
    const expected = `${inWords(usual)}, as ${raw.square === null ? 'most rows are' : 'squares are named'}`
    tell(column, { fault, found: raw.text, expected, proposal: `read the row as ${inWords(seen)}`, remedy: 'confirm' })
  }
  const at = inMetres(raw.pair, seen)
  if (raw.square !== null || !isArea(row.geometry)) return { column, at, polygons: null }
  if (isParish) {
    const read = polygonsInMetres(row.geometry)
    if ('polygons' in read) return { column, at, polygons: read.polygons }
    tell('geometry', { fault: 'bad-polygon', ...read, proposal: 'put the polygon right', remedy: 'file' })
    return null
  }
  const width = Math.round(widthInMetres(row.geometry, seen))
  if (width <= widestSquareM) return { column, at, polygons: null }
  const [found, expected] = [`a polygon ${width} m wide`, 'a square of at most 1 km']
  tell('geometry', {
    fault: 'not-a-square',
    found,
    expected,
    proposal: 'give parishes a property sogn',
    remedy: 'file',
  })
  return null
}

function badPlace(written: string): string {
  if (/CRS3035|^1kmN\d/i.test(written)) return 'deliver the Danish grid: squares of the European grid are others'
  if (/^(10|50|100)km_/i.test(written)) return 'deliver squares of 1 km or finer'
  return 'put the place right, or take the row out of the file'
}

function nameOf({ values }: DeliveredRow, raw: RawPlace | null): string {
  return String(values.parish ?? raw?.text ?? values.cell ?? '')
}

function municipalityOf(
  { values }: DeliveredRow,
  column: string | null,
  { codes, successors }: KnownMunicipalities,
  tell: Tell,
): string | null {
  const found = String(values.municipality ?? '').trim()
  if (found === '') return null
  const code = /^\d{3}$/.test(found) ? `0${found}` : found
  if (codes.has(code)) return code
  const today = successors.get(code)?.join(', ')
  const former = today === undefined ? '' : `; ${code} was a municipality until 2006 and is ${today} today`
  const expected = 'a municipality code in force'
  const proposal = `go by the place alone${former}`
  tell(column, { fault: 'unknown-municipality', found, expected, proposal, remedy: 'confirm' })
  return null
}

function householdsOf({ values }: DeliveredRow, column: string | null, tell: Tell): number | null {
  const { count, fault } = countOf(values.households)
  if (fault === null || fault === 'no-count') return count
  const [found, expected] = [String(values.households), 'a whole number of households']
  const proposal = 'take the households as unknown'
  tell(column, { fault: 'bad-households', found, expected, proposal, remedy: 'confirm' })
  return null
}

function sizesProblem(raws: readonly (RawPlace | null)[]): PopulationProblem[] {
  const sizes = new Map<number, number>()
  for (const { square } of raws.flatMap((raw) => raw ?? []))
    if (square !== null) sizes.set(square.sizeM, (sizes.get(square.sizeM) ?? 0) + 1)
  if (sizes.size < 2) return []
  const found = [...sizes].map(([size, count]) => `${count} of ${size} m`).join(', ')
  const proposal = 'deliver one size: larger squares hold the people of the finer ones again'
  return [
    { row: null, column: null, fault: 'mixed-sizes', found, expected: 'squares of one size', proposal, remedy: 'file' },
  ]
}
