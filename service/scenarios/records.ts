import type { Scope } from '#api/policy'
import { parse } from '#events/catalogue'
import type { Actor, EventId } from '#events/envelope'
import type { RecordedScenarioEvent, ScenarioBase } from '#events/scenario'
import type { RecordedAt } from '#events/time'
import { type KnownScenario, type ScenarioState, scenario } from '../deciders/scenario.ts'
import type { Views } from '../projections/views.ts'

/** A scenario as its events tell it, with who made it and when. */
export interface ScenarioRecord {
  readonly id: string
  readonly revision: number
  readonly state: KnownScenario
  readonly owner: Pick<Actor, 'role' | 'organisation'>
  readonly updatedAt: RecordedAt
}

interface Folding {
  readonly revision: number
  readonly state: ScenarioState
  readonly record: ScenarioRecord | null
}

const foldings = new WeakMap<Views, Map<string, Folding>>()

/** One scenario, or null when there is none of that name. */
export function scenarioRecord(views: Views, id: string): ScenarioRecord | null {
  const known = foldings.get(views) ?? new Map<string, Folding>()
  foldings.set(views, known)
  const last = views
    .statement<{ last: number | null }>('SELECT max(revision) AS last FROM scenario_event WHERE scenario = :id')
    .get({ id })?.last
  if (last == null) return null
  const before = known.get(id)
  // Views that were built again have forgotten what they knew.
  const from = before !== undefined && before.revision <= last ? before : undefined
  const folding = folded(views, id, from)
  known.set(id, folding)
  return folding.record
}

function folded(views: Views, id: string, from: Folding | undefined): Folding {
  let folding: Folding = from ?? { revision: -1, state: scenario.initial, record: null }
  const rows = views
    .statement<{ event: string }>(
      'SELECT event FROM scenario_event WHERE scenario = :id AND revision > :revision ORDER BY revision',
    )
    .all({ id, revision: folding.revision })
  for (const row of rows) {
    const event = parse(JSON.parse(row.event))
    // The table holds events of scenarios and no others.
    const state = scenario.evolve(folding.state, event as RecordedScenarioEvent)
    const { revision, recordedAt: updatedAt, metadata } = event
    const owner = folding.record?.owner ?? metadata.actor
    const record = state.status === 'none' ? null : { id, revision, state, owner, updatedAt }
    folding = { revision, state, record }
  }
  return folding
}

/** Every scenario, the last changed first. */
export function scenarioRecords(views: Views): readonly ScenarioRecord[] {
  return views
    .statement<{ scenario: string }>('SELECT DISTINCT scenario FROM scenario_event')
    .all({})
    .flatMap(({ scenario: id }) => scenarioRecord(views, id) ?? [])
    .toSorted((a, b) => (a.updatedAt < b.updatedAt ? 1 : a.updatedAt > b.updatedAt ? -1 : a.id < b.id ? -1 : 1))
}

/** True for the owner's role and organisation: who may change it. */
export function isOwn({ owner }: ScenarioRecord, { role, organisation }: Scope): boolean {
  return owner.role === role && owner.organisation === organisation
}

/** True for the owner and for those it is shared with. To everybody else it does not exist. */
export function mayLook(record: ScenarioRecord, scope: Scope): boolean {
  const isReader = record.state.sharedWith.some(
    ({ role, organisation }) => role === scope.role && (organisation === null || organisation === scope.organisation),
  )
  return isOwn(record, scope) || isReader
}

type BaseRow = { id: EventId; position: ScenarioBase['position']; recorded_at: RecordedAt; number: number }

/** The register up to an event, the newest one when none is named; null when there is no such event. */
export function baseAt(views: Views, event: EventId | null): ScenarioBase | null {
  const columns = 'SELECT id, position, recorded_at, number FROM event'
  const row =
    event === null
      ? views.statement<BaseRow>(`${columns} ORDER BY number DESC LIMIT 1`).get({})
      : views.statement<BaseRow>(`${columns} WHERE id = :event`).get({ event })
  if (row === undefined) return null
  return { event: row.id, position: row.position, recordedAt: row.recorded_at, events: row.number }
}
