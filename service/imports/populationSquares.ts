import { CELL_M, type CellGrid } from '#geo/cellGrid'
import { landAt } from '#geo/landing'
import { shareOut } from '#geo/largestRemainder'
import { type DistrictLand, landAround, landWithin, peopleOver } from '#geo/parishLand'
import { kilometreName } from '#geo/squareGrid'
import type { UtmPosition } from '#geo/utm'
import type { LeftOut, PopulationFile } from '../reach/countedPopulation.ts'
import type { CountedPlace, PlacesRead } from './populationPlaces.ts'
import type { PopulationProblem } from './populationProblem.ts'

/** Where land is, and who lives there by the model: what parishes are spread by. */
export interface Land {
  readonly grid: CellGrid
  /** Made when it is needed, since it takes most of a second. */
  model(): Int32Array
  /** A place at sea goes to land so far away, in metres. */
  readonly within: number
}

/** People of a file in kilometre squares on land, and whatever could not be put there. */
export interface SquaresRead {
  readonly file: PopulationFile
  readonly problems: readonly PopulationProblem[]
  /** People in each cell of the grid. */
  readonly inCells: Int32Array
  /** People by the municipality that the file names with them. */
  readonly byCode: ReadonlyMap<string, number>
  /** People of all rows with a number, as delivered: in the squares or left out, and what rounding made of fractions. */
  readonly delivered: number
  /** People who were moved from sea to land. */
  readonly moved: number
}

/** Squares may be given by their lower left corner: a point this near to a line is moved as far to the upper right. */
const insideM = 5

/** Puts all people on land. In the squares and left out are as many as were delivered, to less than half a person. */
export function readSquares(read: PlacesRead, land: Land): SquaresRead {
  const { once, problems, leftOut } = withoutRepeats(read.places)
  const people = wholePeople(once)
  const districts = read.layout === 'parish' ? districtsOf(once, land) : []
  const cells = new Cells(land.grid)
  const byCode = new Map<string, number>()
  let moved = 0
  for (const [index, place] of once.entries()) {
    const count = people[index] ?? 0
    if (place.municipality !== null) byCode.set(place.municipality, (byCode.get(place.municipality) ?? 0) + count)
    if (count === 0) continue
    const district = districts[index]
    if (district !== undefined && district.cells.length > 0) {
      const shares = peopleOver(count, district)
      for (const [i, cell] of district.cells.entries()) cells.put(cell, shares[i] ?? 0, null)
      continue
    }
    const landing = landAt(land.grid, inside(place.at), { within: land.within, municipality: place.municipality })
    const where = { row: place.row, column: place.column, found: place.place, remedy: 'confirm' as const }
    if (landing === null) {
      const expected = `land within ${land.within} m`
      const proposal = `leave the row out, and list its ${count} people as missing`
      problems.push({ ...where, fault: 'outside-denmark', expected, proposal })
      leftOut.push({ row: place.row, place: place.place, people: count, why: 'outside-denmark' })
      continue
    }
    if (landing.metres > 0) {
      moved += count
      const to = `${cells.nameOf(landing.cell)} (${cells.codeOf(landing.cell)})`
      const proposal = `put its ${count} people in ${to}, ${Math.round(landing.metres)} m away`
      problems.push({ ...where, fault: 'at-sea', expected: 'land', proposal })
    }
    cells.put(landing.cell, count, place.households)
  }
  const missing = [...read.leftOut, ...leftOut].toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0))
  return {
    file: { format: 1, layout: read.layout, squares: cells.squares(), leftOut: missing },
    problems,
    inCells: cells.people,
    byCode,
    delivered: sumOf(read.places) + sumOf(read.leftOut),
    moved,
  }
}

function sumOf(counted: readonly { readonly people: number | null }[]): number {
  return counted.reduce((sum, { people }) => sum + (people ?? 0), 0)
}

/** People and households of every cell while they are gathered. */
class Cells {
  readonly people: Int32Array
  readonly #grid: CellGrid
  readonly #households = new Map<number, number | null>()

  constructor(grid: CellGrid) {
    this.#grid = grid
    this.people = new Int32Array(grid.east.length)
  }

  put(cell: number, people: number, households: number | null): void {
    if (people === 0) return
    this.people[cell] = (this.people[cell] ?? 0) + people
    const held = this.#households.get(cell)
    this.#households.set(cell, held === null || households === null ? null : (held ?? 0) + households)
  }

  nameOf(cell: number): string {
    return kilometreName(this.#grid.east[cell] ?? 0, this.#grid.north[cell] ?? 0)
  }

  codeOf(cell: number): string {
    return this.#grid.municipalities[this.#grid.municipality[cell] ?? 0] ?? ''
  }

  /** Inhabited squares in the grid's order, so that the same people make the same file. */
  squares(): PopulationFile['squares'] {
    return [...this.#households]
      .toSorted(([a], [b]) => a - b)
      .map(([cell, households]) => [
        this.#grid.east[cell] ?? 0,
        this.#grid.north[cell] ?? 0,
        this.people[cell] ?? 0,
        households,
      ])
  }
}

/** Every place once: said again with the same number it is left out, with another one there is no telling which is right. */
function withoutRepeats(places: readonly CountedPlace[]) {
  const problems: PopulationProblem[] = []
  const leftOut: LeftOut[] = []
  const byKey = new Map<string, CountedPlace>()
  for (const place of places) {
    const key = keyOf(place)
    const first = byKey.get(key)
    if (first === undefined) {
      byKey.set(key, place)
      continue
    }
    const where = { row: place.row, column: place.column, found: `${place.place} with ${place.people} people` }
    if (first.people === place.people) {
      const expected = `each place once; row ${first.row} has it with the same number`
      problems.push({ ...where, fault: 'repeated', expected, proposal: 'count it once', remedy: 'confirm' })
      leftOut.push({ row: place.row, place: place.place, people: place.people, why: `repeated: as row ${first.row}` })
      // Pieces of one parish that each carry the whole parish's number.
      if (first.polygons !== null && place.polygons !== null)
        byKey.set(key, { ...first, polygons: [...first.polygons, ...place.polygons] })
    } else {
      const expected = `each place once; row ${first.row} has it with ${first.people}`
      const proposal = `take one of the two rows out: ${first.people} or ${place.people}, or their sum if both are right`
      problems.push({ ...where, fault: 'repeated-with-another-count', expected, proposal, remedy: 'file' })
    }
  }
  return { once: [...byKey.values()], problems, leftOut }
}

function keyOf({ place, at: [x, y], polygons, isDistrict }: CountedPlace): string {
  return isDistrict || polygons !== null ? place : `${Math.round(x)} ${Math.round(y)}`
}

/** Whole numbers as they are; the others rounded by largest remainder, so that their sum is kept as well as it can be. */
function wholePeople(places: readonly CountedPlace[]): readonly number[] {
  const fractions = places.filter(({ people }) => !Number.isInteger(people))
  const sum = sumOf(fractions)
  const shares =
    sum === 0
      ? []
      : shareOut(
          Math.round(sum),
          Float64Array.from(fractions, ({ people }) => people),
        )
  const rounded = new Map(fractions.map((place, index) => [place, shares[index] ?? 0]))
  return places.map((place) => rounded.get(place) ?? place.people)
}

function districtsOf(places: readonly CountedPlace[], { grid, model }: Land): readonly (DistrictLand | undefined)[] {
  const people = model()
  const points = places.filter(({ polygons }) => polygons === null)
  const around = landAround(grid, people, points)
  const byPoint = new Map(points.map((place, index) => [place, around[index]]))
  return places.map((place) =>
    place.polygons === null ? byPoint.get(place) : landWithin(grid, people, place.polygons),
  )
}

function inside([x, y]: UtmPosition): UtmPosition {
  const off = (metres: number) => (Math.abs(metres - Math.round(metres / CELL_M) * CELL_M) < insideM ? insideM : 0)
  return [x + off(x), y + off(y)]
}
