import type { AsOf } from '#api/asOf'
import type { CoverageService } from '#api/views/coverage'
import type { CaseSubject } from '#events/caseSubject'
import { diagnosisGroups } from '#events/diagnosisGroups'
import { DiagnosisGroupId } from '#events/identifiers'
import type { Position2d } from '#events/place'
import { regionOf } from '#geo/hierarchy'
import type { Views } from '../projections/views.ts'
import { supplyFor } from '../queries/coverageSupply.ts'
import { capTargets } from '../queries/facts/caps.ts'
import { groundInForce } from '../queries/groundInForce.ts'
import type { World } from '../queries/query.ts'
import type { Ground } from '../reach/ground.ts'

/** How the way to the nearest place changes in one municipality. */
export interface TravelRow {
  readonly municipality: string
  readonly people: number
  readonly withinBefore: number
  readonly withinAfter: number
  /** Minutes times people, of those who can get there both before and after. */
  readonly minutesBefore: number
  readonly minutesAfter: number
  readonly reached: number
  readonly longer: number
  readonly shorter: number
}

/** What a move of one place does to the way to the nearest, before and after. */
export interface TravelChange {
  readonly service: CoverageService
  readonly group: string | null
  readonly rows: readonly TravelRow[]
  /** Cells of the ground with minutes before and after; of those that may be shown by themselves. */
  readonly cells: readonly {
    readonly east: number
    readonly north: number
    readonly before: number
    readonly after: number
  }[]
  readonly sites: readonly Position2d[]
  readonly populationAsOf: string
  readonly populationSource: string | null
}

/** A change of less than a minute is within what the surface can tell apart. */
export const leastMinutes = 1
/** Minutes of the table's share. */
export const withinMinutes = 30

/** An application, the region whose people are looked at, and who moves where riding therapy does. */
interface Moving {
  readonly subject: CaseSubject
  readonly region: string
  readonly therapist: string | null
}

/**
 * How long it takes to get to the nearest place, before and after a place moves: for a clinic the diagnosis group that most
 * people live another time away for, for riding all of it. The place is put to either side, so that it does not matter
 * whether the register holds the move already. Null for an application that moves no place, or one that nobody counts by.
 */
export async function travelChange(
  views: Views,
  at: AsOf,
  { subject, region, therapist }: Moving,
  world: World,
): Promise<TravelChange | null> {
  const asked = askedOf(subject)
  if (asked === null) return null
  const moves = asked.flatMap((question) => {
    const supply = supplyFor(views, at, question, world)
    const sides = sidesOf(subject, therapist, supply.sites)
    return sides === null ? [] : [{ service: question.service, group: question.told, ...sides }]
  })
  if (moves.length === 0) return null
  const ground = await groundInForce(views, at, world)
  const inside = ground.grid.municipalities.map(
    (code) => regionOf(world.geography.areas, code, at.effectiveOn)?.code === region,
  )
  const waiting = world.asker?.signal === undefined ? {} : { signal: world.asker.signal }
  const { value } = await ground.reach.minutes(async (engine) => {
    const found: TravelChange[] = []
    for (const { service, group, before, after } of moves) {
      const { cost: was } = await engine.nearest(before, waiting)
      const { cost: is } = await engine.nearest(after, waiting)
      found.push({ service, group, ...told(ground, inside, was, is), sites: before })
    }
    return found
  })
  const touched = ({ rows }: TravelChange) => rows.reduce((sum, { longer, shorter }) => sum + longer + shorter, 0)
  return value.toSorted((a, b) => touched(b) - touched(a))[0] ?? null
}

type Question = Parameters<typeof supplyFor>[2] & { readonly told: string | null }

function askedOf({ type }: CaseSubject): readonly Question[] | null {
  const [first] = diagnosisGroups
  if (first === undefined) return null
  if (type === 'A9') return [{ service: 'riding', group: DiagnosisGroupId.parse(first.id), told: null }]
  if (type !== 'A3') return null
  return capTargets.map(({ id }) => ({ service: 'clinic', group: DiagnosisGroupId.parse(id), told: id }))
}

type Sites = ReturnType<typeof supplyFor>['sites']

interface Sides {
  readonly before: Position2d[]
  readonly after: Position2d[]
}

/** The places with what moves at its old place and at its new one; null where it does not count. */
function sidesOf(subject: CaseSubject, therapist: string | null, sites: Sites): Sides | null {
  if (subject.type !== 'A3' && subject.type !== 'A9') return null
  const { from, to } = subject
  if (from?.position == null || to?.position == null) return null
  const ids: readonly (string | null)[] =
    subject.type === 'A3' ? [subject.clinic] : [subject.fromSchool, subject.toSchool]
  const named = sites.filter(({ id }) => ids.includes(id))
  if (named.length === 0) return null
  // A school where somebody else works too counts before and after.
  const stays = subject.type === 'A9' ? named.filter(({ persons }) => persons.some((one) => one !== therapist)) : []
  const others = [...sites.filter(({ id }) => !ids.includes(id)), ...stays].map(({ position }) => position)
  return { before: [...others, from.position], after: [...others, to.position] }
}

function told(
  ground: Ground,
  inside: readonly boolean[],
  was: Costs,
  is: Costs,
): Omit<TravelChange, 'service' | 'group' | 'sites'> {
  const { grid, population, hidden, populationAsOf, populationSource } = ground
  const rows = new Map<number, TravelRow>()
  const cells: TravelChange['cells'][number][] = []
  for (const [cell, people] of population.entries()) {
    const at = grid.municipality[cell] ?? -1
    const [before, after] = [was[cell] ?? Number.POSITIVE_INFINITY, is[cell] ?? Number.POSITIVE_INFINITY]
    if (hidden[cell] !== 1 && people > 0)
      cells.push({ east: grid.east[cell] ?? 0, north: grid.north[cell] ?? 0, before, after })
    if (people === 0 || inside[at] !== true) continue
    rows.set(at, added(rows.get(at) ?? empty(grid.municipalities[at] ?? ''), people, before, after))
  }
  const list = [...rows.values()].toSorted((a, b) => b.longer + b.shorter - (a.longer + a.shorter))
  return { rows: list, cells, populationAsOf, populationSource }
}

type Costs = Float32Array | Float64Array

function empty(municipality: string): TravelRow {
  const none = { withinBefore: 0, withinAfter: 0, minutesBefore: 0, minutesAfter: 0, reached: 0, longer: 0, shorter: 0 }
  return { municipality, people: 0, ...none }
}

function added(row: TravelRow, people: number, before: number, after: number): TravelRow {
  const reached = Number.isFinite(before) && Number.isFinite(after) ? people : 0
  return {
    municipality: row.municipality,
    people: row.people + people,
    withinBefore: row.withinBefore + (before <= withinMinutes ? people : 0),
    withinAfter: row.withinAfter + (after <= withinMinutes ? people : 0),
    minutesBefore: row.minutesBefore + (reached === 0 ? 0 : before * people),
    minutesAfter: row.minutesAfter + (reached === 0 ? 0 : after * people),
    reached: row.reached + reached,
    longer: row.longer + (after - before >= leastMinutes ? people : 0),
    shorter: row.shorter + (before - after >= leastMinutes ? people : 0),
  }
}
