import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { airSearch } from '#geo/airSearch'
import { type BandedField, bandedField } from '#geo/bands'
import { distanceM } from '#geo/distance'
import type { Position } from '#geo/position'

const place = fc.tuple(fc.double({ min: 7.5, max: 15.5, noNaN: true }), fc.double({ min: 54.4, max: 58, noNaN: true }))
/** Places that often fall together, where ties are. */
const rough = fc
  .tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }))
  .map(([x, y]): Position => [8 + x / 4, 55 + y / 8])
const places = (most: number) => fc.array(fc.oneof(place, rough), { maxLength: most })

/** Two ways of computing one distance: the haversine, and the chord with its arc. */
const near = (found: number, wanted: number) =>
  found === wanted ? expect(found).toBe(wanted) : expect(Math.abs(found - wanted)).toBeLessThan(1e-3)

describe('nearest by great circle', () => {
  test('is what trying every pair finds, for the first as for the k-th', () => {
    fc.assert(
      fc.property(places(200), places(40), fc.integer({ min: 1, max: 4 }), (cells, sites, k) => {
        const { cost, site } = airSearch(cells).nearest(sites, k)
        for (const [cell, at] of cells.entries()) {
          const all = sites.map((one) => distanceM(at, one)).toSorted((a, b) => a - b)
          const seen = new Set<number>()
          for (let rank = 0; rank < k; rank += 1) {
            const found = cost[rank * cells.length + cell] ?? Number.NaN
            near(found, all[rank] ?? Number.POSITIVE_INFINITY)
            const who = site[rank * cells.length + cell] ?? -1
            if (rank >= sites.length) expect(who).toBe(-1)
            else {
              near(distanceM(at, sites[who] ?? [0, 0]), found)
              expect(seen.has(who)).toBe(false)
              seen.add(who)
            }
          }
        }
      }),
      { numRuns: 200 },
    )
  })

  test('one more site never makes a cell farther off', () => {
    fc.assert(
      fc.property(places(120), places(20), place, (cells, sites, one) => {
        const search = airSearch(cells)
        const more = search.nearest([...sites, one]).cost
        for (const [cell, cost] of search.nearest(sites).cost.entries()) expect(more[cell]).toBeLessThanOrEqual(cost)
      }),
    )
  })

  test('over half the earth, where the arc is no longer short', () => {
    const { cost } = airSearch([[0, 0]]).nearest([[180, 0]])
    expect(cost[0]).toBeCloseTo(Math.PI * 6371008.8, 3)
    expect(airSearch([[0, 0]]).nearest([[90, 0]]).cost[0]).toBeCloseTo((Math.PI / 2) * 6371008.8, 3)
  })
})

describe('the cells within reach by great circle', () => {
  test('are those that trying every cell finds, the limit included', () => {
    fc.assert(
      fc.property(places(200), place, fc.integer({ min: 0, max: 400 }), (cells, site, km) => {
        const search = airSearch(cells)
        const field = search.field(site, km * 1000)
        const found = new Map([...field.cells].map((cell, i) => [cell, field.costs[i] ?? Number.NaN]))
        for (const [cell, at] of cells.entries()) {
          const metres = distanceM(at, site)
          if (Math.abs(metres - km * 1000) > 1e-3) expect(found.has(cell)).toBe(metres <= km * 1000)
          if (found.has(cell)) near(found.get(cell) ?? Number.NaN, metres)
        }
      }),
    )
  })

  test('a limit of exactly the distance holds the cell, a hair less does not', () => {
    fc.assert(
      fc.property(places(60), place, (cells, site) => {
        const search = airSearch(cells)
        const { cells: all, costs } = search.field(site, 1e7)
        expect(all).toHaveLength(cells.length)
        for (const [i, cell] of all.entries()) {
          const exact = costs[i] ?? 0
          expect(search.field(site, exact).cells).toContain(cell)
          if (exact > 0) expect(search.field(site, exact * (1 - 1e-12)).cells).not.toContain(cell)
        }
        expect(search.field(site, -1).cells).toHaveLength(0)
      }),
    )
  })

  test('in bands they are the same cells, each in the band of its metres', () => {
    const listed = ({ cells, ends }: BandedField) =>
      [...ends].map((end, band) => [...cells.subarray(ends[band - 1] ?? 0, end)].toSorted((a, b) => a - b))
    fc.assert(
      fc.property(places(200), place, fc.nat(199), fc.boolean(), (cells, site, at, isExact) => {
        const search = airSearch(cells)
        // A limit that is the very distance of a cell: rounding must not put it out.
        const exact = search.field(site, 1e7).costs[at] ?? 50_000
        const middle = isExact && exact > 20_000 && exact < 400_000 ? exact : 90_000
        const bands = [20_000, middle, 400_000].map((upTo) => ({ upTo, weight: 1 }))
        expect(listed(search.banded(site, bands))).toEqual(listed(bandedField(search.field(site, 1e7), bands)))
      }),
      { numRuns: 300 },
    )
  })
})
