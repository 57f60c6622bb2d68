import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cellGrid, centreOf, squareOf } from '#geo/cellGrid'
import { shareOut } from '#geo/largestRemainder'
import { populationGrid } from '#geo/populationGrid'
import { toUtm } from '#geo/utm'
import { loadGeography } from '#service/geography'

const geography = loadGeography()
const grid = cellGrid(geography.builtIn.shapes.features())
const totals = new Map(
  geography.areas.municipalities.map(({ code, population }) => [code, population.at(-1)?.value ?? 0]),
)
const towns = geography.towns.map(({ lng, lat, municipality, population }) => ({
  position: [lng, lat] as const,
  municipality,
  population,
}))
const people = populationGrid(grid, totals, towns)
const byMunicipality = new Map<string, number>()
for (const [cell, count] of people.entries()) {
  const code = grid.municipalities[grid.municipality[cell] ?? 0] ?? ''
  byMunicipality.set(code, (byMunicipality.get(code) ?? 0) + count)
}

describe('the cells of Denmark', () => {
  test('are about as many as the land is large, and each stands where it says', () => {
    const land = grid.land.reduce((sum, share) => sum + share, 0)
    expect(land).toBeGreaterThan(42_500)
    expect(land).toBeLessThan(43_400)
    for (const cell of [0, 17_000, grid.east.length - 1]) {
      const [lng, lat] = centreOf(grid, cell)
      expect(grid.at(...squareOf(toUtm([lng, lat])))).toBe(cell)
    }
    expect(grid.at(...squareOf(toUtm([10.21, 56.156])))).toBeGreaterThan(0)
    // Kattegat
    expect(grid.at(...squareOf(toUtm([11.2, 56.4])))).toBe(-1)
  })
})

describe('the demand surface', () => {
  test('municipality in is cells out, exactly, for all 98', () => {
    expect(byMunicipality.size).toBeGreaterThanOrEqual(98)
    for (const [code, total] of totals) expect([code, byMunicipality.get(code)]).toEqual([code, total])
    expect(people.reduce((sum, count) => sum + count, 0)).toBe([...totals.values()].reduce((a, b) => a + b, 0))
  })

  test('is dense in towns and thin on the heath: half the people on a small part of the land', () => {
    const sorted = [...people].sort((a, b) => b - a)
    let sum = 0
    const half = sorted.findIndex((count) => {
      sum += count
      return sum >= 6_025_511 / 2
    })
    expect(half).toBeLessThan(2500)
    expect(sorted[0]).toBeLessThan(40_000)
  })

  test('a municipality with people and no land is named', () => {
    expect(() =>
      populationGrid({ ...grid, municipalities: [...grid.municipalities, '9999'] }, new Map([['9999', 5]]), []),
    ).toThrow(/9999/)
  })
})

describe('sharing out', () => {
  test('adds up exactly, and stays within one of the exact share', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100_000 }),
        fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 40 }),
        (total, weights) => {
          const sum = weights.reduce((a, b) => a + b, 0)
          fc.pre(sum > 0)
          const shares = shareOut(total, weights)
          expect(shares.reduce((a, b) => a + b, 0)).toBe(total)
          for (const [i, weight] of weights.entries())
            expect(Math.abs((shares[i] ?? 0) - (total * weight) / sum)).toBeLessThan(1)
        },
      ),
    )
  })

  test('with nothing to go by is refused', () => {
    expect(() => shareOut(3, [0, 0])).toThrow(RangeError)
    expect([...shareOut(0, [0, 0])]).toEqual([0, 0])
  })
})
