import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { linksOfFields, nearestCost } from '#geo/accessibility'
import { kNearestByTravel } from '#geo/kNearest'
import { reversed, type Steps, stepList } from '#geo/steps'
import type { TravelSurface } from '#geo/travelSurface'
import { travelSearch } from '#geo/travelTime'

const most = 14

/** A graph with one-way streets, streets that are slower one way, ends that lead nowhere, and cells that only borrow. */
const surfaces = fc
  .record({
    cells: fc.integer({ min: 1, max: most }),
    steps: fc.array(fc.tuple(fc.nat(most), fc.nat(most), fc.constantFrom(0.25, 1, 1.5, 7, 40, 0.1)), { maxLength: 60 }),
    borrowing: fc.array(fc.tuple(fc.nat(most), fc.nat(most)), { maxLength: 3 }),
    terminalMinutes: fc.constantFrom(0, 3),
  })
  .map(({ cells, steps, borrowing, terminalMinutes }): TravelSurface => {
    const home = Int32Array.from({ length: cells }, (_, cell) => cell)
    for (const [cell, from] of borrowing) if (cell < cells && cell > 0) home[cell] = from % cells === cell ? -1 : 0
    const list = stepList()
    for (const [a, b, minutes] of steps)
      if (a < cells && b < cells && home[a] === a && home[b] === b) list.add(a, b, minutes)
    const nothing = { east: new Uint16Array(cells), north: new Uint16Array(cells), land: new Float32Array(cells) }
    const grid = {
      ...nothing,
      municipality: new Uint8Array(cells),
      municipalities: [],
      landmass: new Uint16Array(cells),
      at: () => -1,
    }
    return { grid, ...list.compact(cells), home, terminalMinutes, cellAt: () => -1 }
  })
const siteLists = fc.array(fc.integer({ min: -1, max: most }), { maxLength: 5 })

/** The sites that lie in cells which can be driven from; others are nowhere. */
const placed = ({ home }: TravelSurface, sites: readonly number[]): number[] =>
  sites.map((site) => (home[site] === site ? site : -1))

/** Minutes from a cell to a site by going on until nothing gets better (Bellman-Ford), rounded as the search rounds. */
function bruteTo(surface: TravelSurface, site: number): number[] {
  const cells = surface.home.length
  const best = new Array<number>(cells).fill(Number.POSITIVE_INFINITY)
  if (site < 0) return best
  best[site] = surface.terminalMinutes
  for (let round = 0; round < cells; round += 1)
    for (let cell = 0; cell < cells; cell += 1)
      for (let step = surface.from[cell] ?? 0; step < (surface.from[cell + 1] ?? 0); step += 1) {
        const through = Math.fround((best[surface.to[step] ?? 0] ?? 0) + (surface.minutes[step] ?? 0))
        if (through < (best[cell] ?? 0)) best[cell] = through
      }
  return best.map((_, cell) => {
    const home = surface.home[cell] ?? -1
    return home < 0 ? Number.POSITIVE_INFINITY : (best[home] ?? Number.NaN)
  })
}

const turned = (surface: TravelSurface): TravelSurface => ({ ...surface, ...reversed(surface) })
const pairs = ({ from, to, minutes }: Steps) =>
  Array.from({ length: from.length - 1 }, (_, cell) =>
    [...to.subarray(from[cell], from[cell + 1])].map((other, i) => [cell, other, minutes[(from[cell] ?? 0) + i]]),
  ).flat()

describe('searches over a surface with one-way streets', () => {
  test('the nearest is what trying every site finds, from the cell to the site', () => {
    fc.assert(
      fc.property(surfaces, siteLists, (surface, some) => {
        const sites = placed(surface, some)
        const { cost, site } = travelSearch(surface).nearest(sites)
        const each = sites.map((one) => bruteTo(surface, one))
        for (const [cell, found] of cost.entries()) {
          expect(found).toBe(Math.min(Number.POSITIVE_INFINITY, ...each.map((minutes) => minutes[cell] ?? 0)))
          if (Number.isFinite(found)) expect(each[site[cell] ?? -1]?.[cell]).toBe(found)
          else expect(site[cell]).toBe(-1)
        }
      }),
      { numRuns: 400 },
    )
  })

  test('the way there and the way back are two: turning every street exchanges them', () => {
    fc.assert(
      fc.property(surfaces, siteLists, (surface, some) => {
        const sites = placed(surface, some)
        expect(travelSearch(surface, 'from').nearest(sites).cost).toEqual(
          travelSearch(turned(surface)).nearest(sites).cost,
        )
        expect(
          pairs(turned(turned(surface)))
            .map(String)
            .toSorted(),
        ).toEqual(pairs(surface).map(String).toSorted())
      }),
    )
  })

  test('a street that is slow one way is slow from one end only', () => {
    const list = stepList()
    list.add(0, 1, 10)
    list.add(1, 0, 30)
    const base = { home: Int32Array.of(0, 1), terminalMinutes: 0, cellAt: () => -1 }
    const grid = { east: new Uint16Array(2), north: new Uint16Array(2), land: new Float32Array(2), at: () => -1 }
    const cells = { ...grid, municipality: new Uint8Array(2), municipalities: [], landmass: new Uint16Array(2) }
    const surface: TravelSurface = { grid: cells, ...list.compact(2), ...base }
    expect([...travelSearch(surface).nearest([1]).cost]).toEqual([10, 0])
    expect([...travelSearch(surface, 'from').nearest([1]).cost]).toEqual([30, 0])
    expect([...travelSearch(surface).nearest([0]).cost]).toEqual([0, 30])
    // The limit is inclusive, on the exact value.
    expect([...travelSearch(surface).nearest([1], 10).cost]).toEqual([10, 0])
    expect([...travelSearch(surface).nearest([1], 9.999).cost]).toEqual([Number.POSITIVE_INFINITY, 0])
    expect([...travelSearch(surface).field(1, 10).cells].toSorted()).toEqual([0, 1])
    expect([...travelSearch(surface).field(1, 9.999).cells]).toEqual([1])
    expect([...kNearestByTravel(surface, [1], 1, 10).cost]).toEqual([10, 0])
    expect([...kNearestByTravel(surface, [1], 1, 9.999).cost]).toEqual([Number.POSITIVE_INFINITY, 0])
  })

  test('a limit cuts and changes nothing within', () => {
    fc.assert(
      fc.property(surfaces, siteLists, fc.constantFrom(0, 3, 4.5, 10, 43), (surface, some, limit) => {
        const search = travelSearch(surface)
        const sites = placed(surface, some)
        const all = search.nearest(sites).cost
        for (const [cell, cost] of search.nearest(sites, limit).cost.entries())
          expect(cost).toBe((all[cell] ?? 0) <= limit ? all[cell] : Number.POSITIVE_INFINITY)
      }),
    )
  })

  test('after sites have moved, come or gone, it is as if it had been searched anew', () => {
    const moves = fc.array(fc.tuple(fc.nat(6), fc.integer({ min: -1, max: most })), { maxLength: 3 })
    fc.assert(
      fc.property(surfaces, siteLists, moves, (surface, some, changes) => {
        const search = travelSearch(surface)
        const before = placed(surface, some)
        const after = [...before]
        const moved = new Set<number>()
        for (const [at, to] of changes) {
          const site = Math.min(at, after.length)
          after[site] = placed(surface, [to])[0] ?? -1
          moved.add(site)
        }
        const found = search.nearestAfter(search.nearest(before), after, [...moved])
        const anew = search.nearest(after)
        expect(found.cost).toEqual(anew.cost)
        const each = after.map((one) => bruteTo(surface, one))
        for (const [cell, site] of found.site.entries())
          expect(site < 0 ? Number.POSITIVE_INFINITY : each[site]?.[cell]).toBe(found.cost[cell])
        // Moved back again, the baseline is there again.
        expect(search.nearestAfter(anew, [...before, ...after.slice(before.length).fill(-1)], [...moved]).cost).toEqual(
          search.nearest(before).cost,
        )
      }),
      { numRuns: 400 },
    )
  })

  test('fields and k labels agree with trying every site', () => {
    fc.assert(
      fc.property(
        surfaces,
        siteLists,
        fc.integer({ min: 1, max: 3 }),
        fc.constantFrom(3, 10, 1000),
        (surface, some, k, limit) => {
          const search = travelSearch(surface)
          const sites = placed(surface, some)
          const each = sites.map((one) => bruteTo(surface, one))
          const fields = sites.map((one) => search.field(one, limit))
          for (const [site, field] of fields.entries()) {
            const found = new Map([...field.cells].map((cell, i) => [cell, field.costs[i]]))
            for (const [cell, minutes] of (each[site] ?? []).entries())
              expect(found.get(cell)).toBe(minutes <= limit ? minutes : undefined)
          }
          const { cost, site } = kNearestByTravel(surface, sites, k, limit)
          const cells = surface.home.length
          const byFields = nearestCost(linksOfFields(cells, fields), k)
          for (let cell = 0; cell < cells; cell += 1) {
            const costs = each.map((minutes) => minutes[cell] ?? 0).filter((minutes) => minutes <= limit)
            const sorted = costs.filter(Number.isFinite).toSorted((a, b) => a - b)
            for (let rank = 0; rank < k; rank += 1) {
              const found = cost[rank * cells + cell]
              expect(found).toBe(sorted[rank] ?? Number.POSITIVE_INFINITY)
              const who = site[rank * cells + cell] ?? -1
              expect(who < 0 ? Number.POSITIVE_INFINITY : each[who]?.[cell]).toBe(found)
            }
            expect(byFields[cell]).toBe(sorted[k - 1] ?? Number.POSITIVE_INFINITY)
            const named = Array.from({ length: k }, (_, rank) => site[rank * cells + cell] ?? -1).filter(
              (who) => who >= 0,
            )
            expect(new Set(named).size).toBe(named.length)
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  test('the order of the sites does not matter', () => {
    fc.assert(
      fc.property(surfaces, siteLists, (surface, some) => {
        const sites = placed(surface, some)
        const search = travelSearch(surface)
        expect(search.nearest(sites.toReversed()).cost).toEqual(search.nearest(sites).cost)
        expect(kNearestByTravel(surface, sites.toReversed(), 2).cost).toEqual(kNearestByTravel(surface, sites, 2).cost)
      }),
    )
  })
})
