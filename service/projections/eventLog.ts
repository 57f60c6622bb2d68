import { eventTypes, isScenarioEvent } from '#events/catalogue'
import { eventParams } from '#events/eventParams'
import { danishDay } from './danishDay.ts'
import type { Cell } from './effectiveTimeline.ts'
import { subjectOf } from './eventSubject.ts'
import type { Projected, Projection, Writer } from './projection.ts'

/** The list of events with both times. Its rows carry their own times, so that it needs no second pair. */
const schema = `
  CREATE TABLE event (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, position TEXT NOT NULL, stream TEXT NOT NULL, revision INTEGER NOT NULL,
    type TEXT NOT NULL, effective_from TEXT NOT NULL, recorded_at TEXT NOT NULL, recorded_on TEXT NOT NULL, role TEXT NOT NULL,
    data_class TEXT NOT NULL, synthetic INTEGER NOT NULL, corrects TEXT, params TEXT NOT NULL,
    case_id TEXT, clinic TEXT, school TEXT, municipality TEXT, other_municipality TEXT
  );
  CREATE INDEX event_position ON event (position);
  CREATE INDEX event_stream ON event (stream, number);
  CREATE INDEX event_effective ON event (effective_from);
  CREATE INDEX event_clinic ON event (clinic, number);
  CREATE INDEX event_school ON event (school, number);
  CREATE INDEX event_case ON event (case_id, number);
  CREATE INDEX event_municipality ON event (municipality, number);
`

/** Every event of the log, for lists, histories and the time bar. Comes after the views that it looks places up in. */
export const eventLogProjection: Projection = {
  name: 'events',
  version: 2,
  tables: [],
  schema,
  on: Object.fromEntries(
    [...eventTypes.keys()].filter((type) => !isScenarioEvent({ type })).map((type) => [type, list]),
  ),
}

let insertSql: string | undefined

function insertOf(columns: readonly string[]): string {
  return `INSERT INTO event (${columns.join(', ')}) VALUES (${columns.map((column) => `:${column}`).join(', ')})`
}

function list(write: Writer, event: Projected): void {
  const subject = subjectOf(write.views, event)
  const row: Record<string, Cell> = {
    number: event.number,
    id: event.id,
    position: event.position,
    stream: event.stream,
    revision: event.revision,
    type: event.type,
    effective_from: event.effectiveFrom,
    recorded_at: event.recordedAt,
    recorded_on: danishDay(event.recordedAt),
    role: event.metadata.actor.role,
    data_class: event.metadata.dataClass,
    synthetic: event.metadata.synthetic === true ? 1 : 0,
    corrects: event.corrects ?? null,
    params: JSON.stringify(eventParams(event)),
    case_id: subject.caseId,
    clinic: subject.clinic,
    school: subject.school,
    municipality: subject.municipality,
    other_municipality: subject.otherMunicipality,
  }
  insertSql ??= insertOf(Object.keys(row))
  write.views.statement(insertSql).run(row)
  // A clinic and its numbers are registered before their address is opened: they belong there from the first.
  if (event.type === 'PracticeAddressOpened' && event.data.kind === 'main' && subject.municipality !== null) {
    write.views
      .statement('UPDATE event SET municipality = :municipality WHERE clinic = :clinic AND municipality IS NULL')
      .run({ clinic: subject.clinic, municipality: subject.municipality })
  }
}
