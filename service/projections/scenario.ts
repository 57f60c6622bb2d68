import type { Projected, Projection, Writer } from './projection.ts'

/** What planners did to their scenarios, as it was recorded, so that each can be folded without asking the log. */
const schema = `
  CREATE TABLE scenario_event (
    id TEXT PRIMARY KEY, position TEXT NOT NULL, scenario TEXT NOT NULL, revision INTEGER NOT NULL, event TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX scenario_event_position ON scenario_event (position);
  CREATE UNIQUE INDEX scenario_event_stream ON scenario_event (scenario, revision);
`

/**
 * Scenarios. What happens to them is no part of the register: it has no number in the list of events, and moves nothing
 * but this table.
 */
export const scenarioProjection: Projection = {
  name: 'scenario',
  version: 1,
  tables: [],
  schema,
  on: {
    ScenarioCreated: keep,
    ScenarioRenamed: keep,
    ScenarioEdited: keep,
    ScenarioEditUndone: keep,
    ScenarioEditRedone: keep,
    ScenarioLocked: keep,
    ScenarioUnlocked: keep,
    ScenarioShared: keep,
    ScenarioRebased: keep,
    ScenarioSubmitted: keep,
    ScenarioArchived: keep,
  },
}

function keep(write: Writer, { number: _, ...event }: Projected): void {
  write.views
    .statement(
      `INSERT INTO scenario_event (id, position, scenario, revision, event)
       VALUES (:id, :position, :scenario, :revision, :event)`,
    )
    .run({
      id: event.id,
      position: event.position,
      scenario: event.stream.slice(event.stream.indexOf('-') + 1),
      revision: event.revision,
      event: JSON.stringify(event),
    })
}
