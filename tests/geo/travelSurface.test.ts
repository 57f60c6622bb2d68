import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import { cellGrid } from '#geo/cellGrid'
import { populationGrid } from '#geo/populationGrid'
import type { Position } from '#geo/position'
import { travelNetwork } from '#geo/travelNetwork'
import { travelSurface } from '#geo/travelSurface'
import { travelSearch } from '#geo/travelTime'
import { loadGeography } from '#service/geography'

const geography = loadGeography()
const grid = cellGrid(geography.builtIn.shapes.features())
const population = populationGrid(
  grid,
  new Map(geography.areas.municipalities.map(({ code, population: known }) => [code, known.at(-1)?.value ?? 0])),
  geography.towns.map(({ lng, lat, municipality, population: size }) => ({
    position: [lng, lat] as const,
    municipality,
    population: size,
  })),
)
const network = travelNetwork(
  JSON.parse(readFileSync(createRequire(import.meta.url).resolve('#boundaries/network.json'), 'utf8')),
)
const surface = travelSurface(grid, population, network)

function place(name: string): Position {
  const town = geography.towns.find((one) => one.name === name)
  if (town === undefined) throw new Error(`no town ${name}`)
  return [town.lng, town.lat]
}

function drive(from: Position, to: Position, on = surface): number {
  return travelSearch(on).nearest([on.cellAt(to)]).cost[on.cellAt(from)] ?? Number.NaN
}

/** Well-known drives in minutes, ferries with boarding; general knowledge. */
const known = [
  ['Aarhus', 'Odense', 100],
  ['København', 'Odense', 105],
  ['Esbjerg', 'Aarhus', 105],
  ['Thisted', 'Aalborg', 75],
  ['Nykøbing Mors', 'Skive', 35],
  ['Aalborg', 'Aarhus', 80],
  ['Aalborg', 'Frederikshavn', 50],
  ['Kolding', 'Esbjerg', 50],
  ['Odense', 'Svendborg', 37],
  ['København', 'Helsingør', 42],
  ['Sønderborg', 'Kolding', 62],
  ['København', 'Kalundborg', 80],
  ['Faaborg', 'Sønderborg', 95],
  ['Ebeltoft', 'Aarhus', 45],
  ['Rudkøbing', 'Odense', 62],
  ['Holstebro', 'Herning', 32],
  ['Frederikssund', 'Hillerød', 32],
  ['Rønne', 'København', 180],
] as const

describe('the built-in travel-time surface', () => {
  test('known drives: half of them within 10 %, none off by more than 40 %', () => {
    const errors = known.map(([from, to, minutes]) => {
      const found = drive(place(from), place(to))
      return { trip: `${from}-${to}`, found: Math.round(found), error: Math.abs(found / minutes - 1) }
    })
    const sorted = errors.toSorted((a, b) => a.error - b.error)
    expect(sorted[Math.floor(sorted.length / 2)]?.error, JSON.stringify(errors)).toBeLessThan(0.1)
    expect(sorted.at(-1)?.error, JSON.stringify(errors)).toBeLessThan(0.4)
  })

  test('every fixed link and ferry between two landmasses matters: without it the way is longer', () => {
    const joining = [...network.links, ...network.ferries].filter(([name]) =>
      ['Storebælt', 'Bøjden-Fynshav', 'Grenaa-Anholt', 'Oddesund', 'Rømødæmning'].includes(name),
    )
    for (const [name, a, b] of joining) {
      const without = (list: typeof network.links) => list.filter(([other]) => other !== name)
      const cut = travelSurface(grid, population, {
        ...network,
        // Fast roads may run over a bridge; without the bridge they do not.
        motorways: [],
        mainRoads: [],
        links: without(network.links),
        ferries: without(network.ferries),
      })
      const whole = travelSurface(grid, population, { ...network, motorways: [], mainRoads: [] })
      const ends = [
        [a[1], a[0]],
        [b[1], b[0]],
      ] as const
      expect(drive(ends[0], ends[1], cut), name).toBeGreaterThan(drive(ends[0], ends[1], whole))
    }
  })

  test('a place across water is not near: Samsø has only its ferries, an islet without any is unreachable', () => {
    const samso: Position = [10.6, 55.86]
    const across: Position = [10.26, 55.91]
    // 22 km in a straight line.
    expect(drive(samso, across)).toBeGreaterThan(75)
    const noFerries = travelSurface(grid, population, { ...network, ferries: [] })
    expect(drive(samso, across, noFerries)).toBe(Number.POSITIVE_INFINITY)
    // In the middle of Kattegat there is nothing to drive from.
    expect(surface.cellAt([11.2, 56.4])).toBe(-1)
  })

  test('almost everybody lives where a road or a ferry leads; who does not is told apart, never given minutes', () => {
    const minutes = travelSearch(surface).nearest([surface.cellAt(place('København'))]).cost
    const without = population.reduce((sum, count, cell) => sum + (Number.isFinite(minutes[cell]) ? 0 : count), 0)
    // One in a thousand, most of them modelled on islets without a ferry.
    expect(without).toBeLessThan(6000)
    expect(minutes.some((value) => Number.isNaN(value))).toBe(false)
  })

  test('a limit is inclusive, and cuts without changing what is within', () => {
    const site = [surface.cellAt(place('Herning'))]
    const all = travelSearch(surface).nearest(site).cost
    const cell = surface.cellAt(place('Holstebro'))
    const minutes = all[cell] ?? Number.NaN
    expect(travelSearch(surface).nearest(site, minutes).cost[cell]).toBe(minutes)
    expect(travelSearch(surface).nearest(site, minutes - 0.01).cost[cell]).toBe(Number.POSITIVE_INFINITY)
    for (const [at, value] of travelSearch(surface).nearest(site, 30).cost.entries())
      if (value <= 30) expect(value).toBe(all[at])
  })

  test('one more site never makes a way longer', () => {
    const one = travelSearch(surface).nearest([surface.cellAt(place('Herning'))]).cost
    const two = travelSearch(surface).nearest([surface.cellAt(place('Herning')), surface.cellAt(place('Aarhus'))]).cost
    expect(two.every((minutes, cell) => minutes <= (one[cell] ?? 0))).toBe(true)
  })
})
