import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cellGrid, middleOf, squareOf } from '#geo/cellGrid'
import { seenAs } from '#geo/coordinateSystem'
import { landAt } from '#geo/landing'
import { landAround, landWithin, peopleOver } from '#geo/parishLand'
import { populationGrid } from '#geo/populationGrid'
import { kilometreName, middleOfSquare, squareNamed } from '#geo/squareGrid'
import { toUtm } from '#geo/utm'
import { areas, shapes, towns } from './files.ts'

const grid = cellGrid(shapes)
const model = populationGrid(
  grid,
  new Map(areas.municipalities.map(({ code, population }) => [code, population.at(-1)?.value ?? 0])),
  towns.map(({ lng, lat, municipality, population }) => ({ position: [lng, lat], municipality, population })),
)
const sumOf = (counts: Iterable<number>) => [...counts].reduce((sum, count) => sum + count, 0)

describe('squares of the Danish grid', () => {
  test('are named by size, northing and easting of the lower left corner', () => {
    expect(squareNamed('1km_6223_576')).toEqual({ sizeM: 1000, easting: 576_000, northing: 6_223_000 })
    expect(squareNamed('1km_6175_0724')).toEqual({ sizeM: 1000, easting: 724_000, northing: 6_175_000 })
    expect(squareNamed('250m_622375_57550')).toEqual({ sizeM: 250, easting: 575_500, northing: 6_223_750 })
    expect(squareNamed('100m_62237_5756')).toEqual({ sizeM: 100, easting: 575_600, northing: 6_223_700 })
    for (const other of ['10km_622_57', '250m_622380_57550', '1km_6223', 'CRS3035RES1000mN3658000E4321000', ''])
      expect([other, squareNamed(other)]).toEqual([other, null])
  })

  test('a name undoes itself, and every finer square lies in its kilometre square', () => {
    const corner = fc.tuple(fc.integer({ min: 440, max: 899 }), fc.integer({ min: 6040, max: 6410 }))
    fc.assert(
      fc.property(corner, fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }), ([east, north], i, j) => {
        const whole = squareNamed(kilometreName(east, north))
        expect(whole && squareOf(middleOfSquare(whole))).toEqual([east, north])
        const fine = squareNamed(`100m_${north * 10 + j}_${east * 10 + i}`)
        expect(fine && squareOf(middleOfSquare(fine))).toEqual([east, north])
        const quarter = squareNamed(`250m_${north * 100 + (j % 4) * 25}_${east * 100 + (i % 4) * 25}`)
        expect(quarter && squareOf(middleOfSquare(quarter))).toEqual([east, north])
      }),
    )
  })
})

describe('coordinate systems', () => {
  test('degrees and metres are told apart, and both from their axes swapped, anywhere in Denmark', () => {
    fc.assert(
      fc.property(fc.nat({ max: grid.east.length - 1 }), (cell) => {
        const [x, y] = middleOf(grid, cell)
        expect(seenAs(x, y)).toEqual({ crs: 'EPSG:25832', isSwapped: false })
        expect(seenAs(y, x)).toEqual({ crs: 'EPSG:25832', isSwapped: true })
      }),
    )
    expect(seenAs(12.57, 55.68)).toEqual({ crs: 'EPSG:4326', isSwapped: false })
    expect(seenAs(55.68, 12.57)).toEqual({ crs: 'EPSG:4326', isSwapped: true })
    for (const [x, y] of [
      [0, 0],
      [2.35, 48.86],
      [4_321_000, 3_658_000],
    ])
      expect(seenAs(x ?? 0, y ?? 0)).toBeNull()
  })
})

describe('people on the land', () => {
  test('a point on land stays where it is, wherever it lies in its square', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: grid.east.length - 1 }),
        fc.integer({ min: 0, max: 999 }),
        fc.integer({ min: 0, max: 999 }),
        (cell, dx, dy) => {
          const point = [(grid.east[cell] ?? 0) * 1000 + dx, (grid.north[cell] ?? 0) * 1000 + dy] as const
          expect(landAt(grid, point, { within: 0 })).toEqual({ cell, metres: 0 })
        },
      ),
    )
  })

  test('a point at sea goes to the nearest land within the distance, and to none beyond it', () => {
    // Off Skagen's north beach; the middle of Kattegat.
    const off = toUtm([10.6, 57.77])
    const found = landAt(grid, off, { within: 4000 })
    expect(found?.metres).toBeGreaterThan(0)
    expect(grid.municipalities[grid.municipality[found?.cell ?? -1] ?? -1]).toBe('0813')
    expect(landAt(grid, off, { within: (found?.metres ?? 0) - 1 })).toBeNull()
    expect(landAt(grid, off, { within: found?.metres ?? 0 })).toEqual(found)
    expect(landAt(grid, toUtm([11.2, 56.4]), { within: 2000 })).toBeNull()
  })

  test('within the distance, the municipality that is said comes first', () => {
    // In the Little Belt between Funen and Jutland.
    const between = [541_500, 6_149_500] as const
    expect(grid.at(...squareOf(between))).toBe(-1)
    for (const municipality of ['0410', '0621', '0607']) {
      const landing = landAt(grid, between, { within: 2000, municipality })
      expect(grid.municipalities[grid.municipality[landing?.cell ?? -1] ?? -1]).toBe(municipality)
    }
    expect(landAt(grid, between, { within: 2000, municipality: '0400' })).toEqual(
      landAt(grid, between, { within: 2000 }),
    )
  })
})

describe('people of districts', () => {
  const square = (easting: number, northing: number, side: number) => [
    [
      [easting, northing],
      [easting + side, northing],
      [easting + side, northing + side],
      [easting, northing + side],
      [easting, northing],
    ] as const,
  ]

  test('are spread over their land by the model, exactly', () => {
    const around = fc.record({
      cell: fc.nat({ max: grid.east.length - 1 }),
      side: fc.integer({ min: 300, max: 9000 }),
      people: fc.nat({ max: 60_000 }),
    })
    fc.assert(
      fc.property(around, ({ cell, side, people }) => {
        const [x, y] = middleOf(grid, cell)
        const land = landWithin(grid, model, [square(x - side / 2, y - side / 2, side)])
        expect(land.cells).toContain(cell)
        expect(sumOf(peopleOver(people, land))).toBe(people)
      }),
      { numRuns: 50 },
    )
  })

  test('more live where the model has more', () => {
    const [x, y] = toUtm([10.2, 56.15])
    const land = landWithin(grid, model, [square(x - 8000, y - 8000, 16_000)])
    const people = peopleOver(100_000, land)
    const [densest, most] = [land.weights.indexOf(Math.max(...land.weights)), people.indexOf(Math.max(...people))]
    expect(most).toBe(densest)
    expect(land.cells.length).toBeGreaterThan(100)
  })

  test('by points, every cell of a municipality belongs to exactly one of its own', () => {
    const points = towns
      .filter(({ municipality }) => municipality === '0751' || municipality === '0741')
      .map(({ lng, lat, municipality }) => ({ at: toUtm([lng, lat]), municipality }))
    const land = landAround(grid, model, points)
    const cells = land.flatMap((one) => one.cells)
    expect(new Set(cells).size).toBe(cells.length)
    const own = ['0751', '0741'].map((code) => grid.municipalities.indexOf(code))
    expect(cells.length).toBe(grid.municipality.filter((index) => own.includes(index)).length)
    for (const [index, { municipality }] of points.entries())
      for (const cell of land[index]?.cells ?? [])
        expect(grid.municipalities[grid.municipality[cell] ?? 0]).toBe(municipality)
  })

  test('at sea there is nobody to share out among', () => {
    const [x, y] = toUtm([11.2, 56.4])
    const land = landWithin(grid, model, [square(x, y, 3000)])
    expect(land.cells).toEqual([])
    expect(() => peopleOver(5, land)).toThrow(RangeError)
  })
})
