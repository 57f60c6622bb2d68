import type { AsOf } from '#api/asOf'
import type { AlternativeChange } from '#api/views/alternatives'
import { type MunicipalityCode, SchoolId } from '#events/identifiers'
import type { Address, Position2d } from '#events/place'
import { CELL_M, centreOf, middleOf } from '#geo/cellGrid'
import { distanceM } from '#geo/distance'
import { placeAddress } from '#geo/placement'
import { toWgs84 } from '#geo/utm'
import type { Views } from '../projections/views.ts'
import { boundariesInForce } from '../queries/boundaries.ts'
import type { World } from '../queries/query.ts'
import { approvedSchools, municipalityOfSchool, ridingLedger } from '../queries/ridingLedger.ts'
import type { Ground } from '../reach/ground.ts'

type PlaceChange = Extract<AlternativeChange, { kind: 'place' }>
type SchoolChange = Extract<AlternativeChange, { kind: 'school' }>

/** A place that could have been asked for. */
export interface Candidate<Change> {
  readonly address: Address
  readonly change: Change
}

/** Metres within which a town lends its name to a place. */
const townWithinM = 15_000
/** Squares tried one by one from the nearest; beyond them every next one is farther away by a fifth. */
const triedInOrder = 12
const farther = 1.2
const mostTried = 20

/**
 * Inhabited kilometre squares of a municipality by their way from a place, the nearest first, none of them so near to a
 * border that its municipality would have to be confirmed.
 */
export function* placesNear(
  views: Views,
  at: AsOf,
  { geography }: World,
  { grid, population }: Ground,
  municipality: MunicipalityCode,
  wanted: Position2d,
): Generator<Candidate<PlaceChange>> {
  const { shapes, accuracy } = boundariesInForce(views, at, geography)
  const index = shapes.index()
  const cells = [...population.keys()]
    .filter((cell) => (population[cell] ?? 0) > 0 && grid.municipalities[grid.municipality[cell] ?? 0] === municipality)
    .map((cell) => ({ cell, position: centreOf(grid, cell) }))
    .map((one) => ({ ...one, awayM: Math.round(distanceM(one.position, wanted)) }))
    .toSorted((a, b) => a.awayM - b.awayM)
  let given = 0
  let skipped = false
  let last = 0
  for (const { cell, position, awayM } of cells) {
    if (given === mostTried) return
    const inOrder = given < triedInOrder
    if (!inOrder && awayM < last * farther) {
      skipped = true
      continue
    }
    const { municipality: found, certainty } = placeAddress({ position }, index, accuracy)
    if (found !== municipality || certainty !== 'geometry') continue
    const near = townNear(geography, position)
    const point: Position2d = [position[0], position[1]]
    given += 1
    last = awayM
    yield {
      address: {
        text: near ?? `${position[1].toFixed(4)}, ${position[0].toFixed(4)}`,
        postcode: null,
        town: near,
        darId: null,
        position: point,
        municipality,
        certainty: 'geometry',
      },
      change: {
        kind: 'place',
        municipality,
        position: point,
        outline: outlineOf(grid, cell),
        near,
        awayM,
        nearest: !skipped,
      },
    }
  }
}

function outlineOf(grid: Ground['grid'], cell: number): Position2d[] {
  const [x, y] = middleOf(grid, cell)
  const half = CELL_M / 2
  return [
    [-half, -half],
    [half, -half],
    [half, half],
    [-half, half],
  ].map(([dx = 0, dy = 0]) => {
    const [lng, lat] = toWgs84([x + dx, y + dy])
    return [lng, lat]
  })
}

function townNear({ towns }: World['geography'], position: readonly [number, number]): string | null {
  const [nearest] = towns
    .map(({ name, lng, lat }) => ({ name, awayM: distanceM([lng, lat], [position[0], position[1]]) }))
    .toSorted((a, b) => a.awayM - b.awayM)
  return nearest !== undefined && nearest.awayM <= townWithinM ? nearest.name : null
}

/** Approved riding schools of a municipality but those named, by their way from a place; those without a point last. */
export function schoolsNear(
  views: Views,
  at: AsOf,
  municipality: MunicipalityCode,
  wanted: Position2d | null,
  but: readonly string[],
): readonly Candidate<SchoolChange>[] {
  const ledger = ridingLedger(views, at)
  const approved = approvedSchools(views, at)
  return [...ledger.schools.values()]
    .filter(
      ({ school }) =>
        approved.has(school) && !but.includes(school) && municipalityOfSchool(ledger, school) === municipality,
    )
    .map(({ school, name, address }): Candidate<SchoolChange> => {
      const awayM =
        wanted === null || address.position === null ? null : Math.round(distanceM(address.position, wanted))
      const { position } = address
      return {
        address,
        change: { kind: 'school', school: SchoolId.parse(school), name, municipality, position, awayM },
      }
    })
    .toSorted(
      (a, b) =>
        (a.change.awayM ?? Number.POSITIVE_INFINITY) - (b.change.awayM ?? Number.POSITIVE_INFINITY) ||
        a.change.name.localeCompare(b.change.name, 'da'),
    )
    .slice(0, mostTried)
}
