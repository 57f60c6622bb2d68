import type { CoverageRow } from '#api/views/coverage'
import { MunicipalityCode, RegionCode } from '#events/identifiers'
import type { Position2d } from '#events/place'
import { EffectiveDate } from '#events/time'
import { centreOf } from '#geo/cellGrid'
import { cellOutline } from '#geo/cellOutline'
import { type Coverage, coverageByArea } from '#geo/coverage'
import { regionOf } from '#geo/hierarchy'
import type { Ground } from '../reach/ground.ts'
import { answered, NotFound } from './answered.ts'
import { competentSupply } from './competentSupply.ts'
import type { AsyncQuery } from './query.ts'

/** Limits between classes of covered share. Fixed, so that one colour means one thing for every group and date. */
const breaks = [0.2, 0.4, 0.6, 0.8, 0.95]

/** Coverage of a diagnosis group: inhabitants by the minutes to the nearest competent therapist. */
export const coverage: AsyncQuery<'coverage'> = async (views, at, _scope, { group, max, region }, world) => {
  const { sites, notCounted } = competentSupply(views, at, group)
  const ground = await world.geography.ground()
  const minutes = ground.minutesTo(sites.map(({ position }) => position))
  const { municipalities, municipality: areaOf } = ground.grid
  const { areas } = world.geography
  const reached = coverageByArea(minutes, ground.population, areaOf, municipalities.length, max)
  const rows = municipalities.flatMap((code, index): CoverageRow[] => {
    const known = areas.municipalities.find((one) => one.code === code)
    const here = reached[index]
    if (known === undefined || here === undefined) return []
    const of = RegionCode.nullable().parse(regionOf(areas, code, at.effectiveOn)?.code ?? null)
    const persons = new Set(sites.flatMap((site) => (site.municipality === code ? site.persons : []))).size
    return [{ municipality: MunicipalityCode.parse(code), name: known.name, region: of, persons, ...said(here) }]
  })
  const shown = rows.filter((row) => region === undefined || row.region === region)
  return {
    at: answered(views, at),
    group,
    max,
    engine: 'surface' as const,
    populationAsOf: EffectiveDate.parse(ground.populationAsOf),
    breaks,
    total: totalOf(shown),
    rows: shown,
    sites: sites.map(({ clinic, name, position, municipality, persons }) => ({
      clinic,
      name,
      municipality: MunicipalityCode.nullable().parse(municipality),
      position,
      persons: persons.length,
    })),
    notCounted,
  }
}

/** The land within reach, drawn around its kilometre squares. */
export const coverageReach: AsyncQuery<'coverageReach'> = async (views, at, _scope, { group, max }, world) => {
  const { sites } = competentSupply(views, at, group)
  const ground = await world.geography.ground()
  const minutes = ground.minutesTo(sites.map(({ position }) => position))
  const { coordinates } = cellOutline(ground.grid, (cell) => (minutes[cell] ?? Number.POSITIVE_INFINITY) <= max)
  // Vertices are made of two numbers each by the outline itself; GeoJSON's type allows for a height.
  return {
    at: answered(views, at),
    outline: { type: 'MultiPolygon', coordinates: coordinates as [number, number][][][] },
  }
}

/** The nearest three from the municipality's largest town. */
export const coveragePlace: AsyncQuery<'coveragePlace'> = async (views, at, _scope, { group, code }, world) => {
  const { sites } = competentSupply(views, at, group)
  const { geography } = world
  const ground = await geography.ground()
  const town = geography.towns
    .filter(({ municipality, population }) => municipality === code && population !== null)
    .toSorted((a, b) => (b.population ?? 0) - (a.population ?? 0))[0]
  const fromPosition: Position2d = town === undefined ? mostPeopled(ground, code) : [town.lng, town.lat]
  // Ways are as long back as forth on this surface, so one search from here tells them all.
  const minutes = ground.minutesTo([fromPosition])
  const reached = sites.map((site) => ({ site, minutes: minutes[ground.surface.cellAt(site.position)] ?? Number.NaN }))
  const nearest = reached
    .filter((one) => Number.isFinite(one.minutes))
    .toSorted((a, b) => a.minutes - b.minutes)
    .slice(0, 3)
  return {
    at: answered(views, at),
    municipality: code,
    from: town?.name ?? null,
    fromPosition,
    nearest: nearest.map(({ site: { clinic, name, position, persons }, minutes: away }) => ({
      clinic,
      name,
      position,
      minutes: away,
      persons: persons.length,
    })),
    unreachable: reached.filter((one) => !Number.isFinite(one.minutes)).length,
  }
}

/** Middle of the square of the municipality where most people are modelled to live. */
function mostPeopled({ grid, population }: Ground, code: string): Position2d {
  const own = grid.municipalities.indexOf(code)
  let best = -1
  for (const [cell, count] of population.entries())
    if (grid.municipality[cell] === own && (best < 0 || count > (population[best] ?? 0))) best = cell
  if (best < 0) throw new NotFound(`Municipality ${code}`)
  const [lng, lat] = centreOf(grid, best)
  return [lng, lat]
}

function said({ people, within, beyond, unreachable, meanCost }: Coverage) {
  return { people, within, beyond, unreachable, share: people === 0 ? null : within / people, meanMinutes: meanCost }
}

function totalOf(rows: readonly CoverageRow[]) {
  const sum = (pick: (row: CoverageRow) => number) => rows.reduce((all, row) => all + pick(row), 0)
  const reaching = sum(({ within, beyond }) => within + beyond)
  const minutes = sum(({ within, beyond, meanMinutes }) => (within + beyond) * (meanMinutes ?? 0))
  return said({
    people: sum(({ people }) => people),
    within: sum(({ within }) => within),
    beyond: sum(({ beyond }) => beyond),
    unreachable: sum(({ unreachable }) => unreachable),
    meanCost: reaching === 0 ? null : minutes / reaching,
  })
}
