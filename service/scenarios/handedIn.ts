import { parse } from '#events/catalogue'
import { madeUpChanges } from '#events/madeUp'
import type { PlannedChange, RecordedScenarioEvent } from '#events/scenario'
import { type KnownScenario, type ScenarioState, scenario } from '../deciders/scenario.ts'
import type { Views } from '../projections/views.ts'
import type { EventStore } from '../store/eventStore.ts'

/** A scenario as it was after one of its events. */
interface At {
  readonly scenario: string
  readonly revision: number
}

/** The scenario as the log has it at the revision; null when there is none of that name. */
export async function scenarioAt(
  log: Pick<EventStore, 'read'>,
  { scenario: id, revision }: At,
): Promise<KnownScenario | null> {
  let state: ScenarioState = scenario.initial
  for await (const raw of log.read(`scenario-${id}`)) {
    if (raw.revision > revision) break
    // The stream holds events of a scenario and no others.
    state = scenario.evolve(state, parse(raw) as RecordedScenarioEvent)
  }
  return state.status === 'none' ? null : state
}

/** The same from the views. */
export function scenarioIn(views: Views, { scenario: id, revision }: At): KnownScenario | null {
  const rows = views
    .statement<{ event: string }>(
      'SELECT event FROM scenario_event WHERE scenario = :id AND revision <= :revision ORDER BY revision',
    )
    .all({ id, revision })
  const state = rows.reduce(
    // The table holds events of scenarios and no others.
    (before: ScenarioState, { event }) => scenario.evolve(before, parse(JSON.parse(event)) as RecordedScenarioEvent),
    scenario.initial,
  )
  return state.status === 'none' ? null : state
}

/**
 * What a ruling on a scenario decides: its changes that are on, in their order, less those that make something up or rest on
 * it. A scenario handed in before that was looked at may still hold such changes.
 */
export function ruledOn(changes: readonly PlannedChange[]): readonly PlannedChange[] {
  const madeUp = madeUpChanges(changes)
  return changes.filter(({ change, on }) => on && !madeUp.has(change))
}
