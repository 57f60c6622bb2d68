import { gridOf } from '#geo/cellGrid'
import type { Position } from '#geo/position'
import { stepList } from '#geo/steps'
import { surfaceOf, type TravelSurface } from '#geo/travelSurface'
import { toWgs84 } from '#geo/utm'
import { type GroundParts, sharedParts } from '#service/reach/groundParts'

/** Cells in a row from west to east. The last lies on an island that nothing leads to; the one before it borrows. */
const size = 8
const first = { east: 550, north: 6200 }

/** A ground so small that every figure can be worked out: two minutes a cell eastwards, three westwards, one at the ends. */
export function smallParts(): GroundParts {
  const steps = stepList()
  for (let cell = 0; cell + 3 < size; cell += 1) {
    steps.add(cell, cell + 1, 2)
    steps.add(cell + 1, cell, 3)
  }
  const count = (value: (cell: number) => number) => Array.from({ length: size }, (_, cell) => value(cell))
  return sharedParts({
    cells: {
      east: Uint16Array.from(count((cell) => first.east + cell)),
      north: Uint16Array.from(count(() => first.north)),
      land: Float32Array.from(count(() => 1)),
      municipality: Uint8Array.from(count((cell) => (cell === size - 1 ? 1 : 0))),
      municipalities: ['0101', '0741'],
      landmass: Uint16Array.from(count((cell) => (cell === size - 1 ? 1 : 0))),
    },
    ways: {
      ...steps.compact(size),
      home: Int32Array.from(count((cell) => (cell === size - 2 ? size - 3 : cell))),
      terminalMinutes: 1,
    },
    shore: Uint8Array.from(count((cell) => (cell === size - 1 ? 1 : 0))),
    population: Int32Array.from(count((cell) => cell * 10)),
    populationAsOf: '2026-01-01',
    populationSource: null,
    hidden: new Uint8Array(size),
  })
}

export function smallSurface({ cells, ways }: GroundParts = smallParts()): TravelSurface {
  return surfaceOf(gridOf(cells), ways)
}

/** Middle of a cell. */
export function middle(cell: number): Position {
  return toWgs84([(first.east + cell + 0.5) * 1000, (first.north + 0.5) * 1000])
}

/** Cell whose middle is nearest to a longitude. */
export function cellNear(lng: number): number {
  const away = Array.from({ length: size }, (_, cell) => Math.abs(middle(cell)[0] - lng))
  return away.indexOf(Math.min(...away))
}
