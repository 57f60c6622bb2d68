import { setTimeout as pause } from 'node:timers/promises'
import { v5 as uuidV5 } from 'uuid'
import { type Accepted, type Command, commands } from '#api/contract'
import type { CommandDefinition } from '#api/definitions'
import { categoryOf, currentVersion, type DomainEvent, type EventType, eventTypes, streams } from '#events/catalogue'
import { type Actor, type DataClass, EventId, type NewEvent, type Position } from '#events/envelope'
import type { Clock } from './clock.ts'
import { type AnyDecider, type Decided, deciders } from './deciders/catalogue.ts'
import type { Context } from './deciders/decider.ts'
import { foldStream } from './fold.ts'
import { type EventStore, RevisionConflict, StoreUnavailable, type StreamName } from './store/eventStore.ts'

/** Who sends a command, and what makes it recognisable when it comes again. */
export interface By {
  readonly actor: Actor
  /** UUID made by the sender: the same id never takes effect twice on a stream. */
  readonly commandId: string
  readonly correlationId?: string
  /** Event that made this command happen. */
  readonly causationId?: string
  readonly caseId?: string
  /** Revision that the sender has seen; another one is a `RevisionConflict`, without a retry. */
  readonly expected?: number | 'none'
  readonly synthetic?: true
  /** Set in a branch, whose events keep their command so that it can be decided again elsewhere. */
  readonly scenarioId?: string
}

/** Everything a decision may know besides its stream, except the date. */
export type Gathered = Omit<Context, 'today'>
export type Gather = (command: Command) => Promise<Gathered>

/**
 * Decides a command and appends what it decided. Throws `Refusal` when the domain says no, `RevisionConflict` when the
 * stream is not where the sender saw it, `StoreUnavailable` when the log does not answer.
 */
export type Handle = (command: Command, by: By) => Promise<Accepted>

/** What a command that needs nothing else is decided with. */
export const nothingGathered: Gathered = { plan: null, findings: null, caseStatus: null, caseKnown: null }

/** Times that a decision is made again because somebody else came first. */
const attempts = 4
/** Pauses before the same append is sent again to a log that did not answer, in milliseconds. */
const patience = [50, 200, 800]

/** The write path over a log, with what gathers the facts that a decision needs. */
export function createHandle(parts: {
  readonly store: EventStore
  readonly clock: Clock
  readonly gather: Gather
}): Handle {
  const { store, clock, gather } = parts
  return async (command, by) => {
    const stream = streamOf(command)
    const decider = deciders[categoryOf(stream)]
    for (let attempt = 1; ; attempt += 1) {
      const before = await readStream(store, stream, decider, by.commandId)
      if (before.done.length > 0) return already(by, stream, before.done)
      if (by.expected !== undefined && revisionOf(by.expected) !== before.revision)
        throw new RevisionConflict(stream, by.expected, before.revision === -1 ? 'none' : before.revision)
      const context = { ...(await gather(command)), today: clock.today() }
      const decided = decider.decide(command, before.state, context)
      if (decided.length === 0)
        return { commandId: by.commandId, stream, revision: before.revision, position: null, events: [] }
      const events = decided.map((event, index) => newEvent(event, index, stream, command, by))
      try {
        const expected = before.revision === -1 ? 'none' : before.revision
        const position = await appendPatiently(store, stream, events, expected)
        return accepted(by, stream, before.revision + events.length, position, events)
      } catch (error) {
        if (!(error instanceof RevisionConflict) || by.expected !== undefined || attempt === attempts) throw error
      }
    }
  }
}

// Widened so that a definition can be looked up by the type of any command.
const definitions: ReadonlyMap<string, CommandDefinition> = new Map(
  commands.map((definition): [string, CommandDefinition] => [definition.type, definition]),
)

/** The stream that a command is decided against. */
export function streamOf(command: Command): StreamName {
  const definition = definitions.get(command.type)
  if (definition === undefined) throw new Error(`Unknown command ${command.type}`)
  return definition.stream(command.data)
}

/** Folds the stream, and finds what this very command already did to it. */
async function readStream(store: EventStore, stream: StreamName, decider: AnyDecider, commandId: string) {
  const done: DomainEvent[] = []
  const folded = await foldStream(store, stream, decider, (event) => {
    if (event.metadata.commandId === commandId) done.push(event)
  })
  return { ...folded, done }
}

/** A repeated command gets its first answer again. */
function already(by: By, stream: StreamName, done: readonly DomainEvent[]): Accepted {
  const last = done.at(-1)
  if (last === undefined) throw new Error(`Command ${by.commandId} left nothing in ${stream}`)
  return accepted(by, stream, last.revision, last.position, done)
}

function accepted(
  { commandId }: By,
  stream: StreamName,
  revision: number,
  position: Position,
  events: readonly { readonly id: EventId; readonly type: string }[],
): Accepted {
  return { commandId, stream, revision, position, events: events.map(({ id, type }) => ({ id, type })) }
}

/** An append whose answer was lost is safe to send again: its event ids are derived, so the log knows it. */
async function appendPatiently(
  store: EventStore,
  stream: StreamName,
  events: readonly NewEvent[],
  expected: 'none' | number,
): Promise<Position> {
  for (const wait of patience) {
    try {
      return await store.append(stream, events, expected)
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error
      await pause(wait)
    }
  }
  return await store.append(stream, events, expected)
}

function revisionOf(expected: number | 'none'): number {
  return expected === 'none' ? -1 : expected
}

function newEvent(event: Decided, index: number, stream: StreamName, command: Command, by: By): NewEvent {
  const { type, data, effectiveFrom, corrects } = event
  const caseId = by.caseId ?? ('case' in command.data ? command.data.case : undefined)
  return {
    // The stream is part of the name, because one command id may be sent to two streams.
    id: EventId.parse(uuidV5(`${stream}/${index}`, by.commandId)),
    type,
    version: currentVersion(type),
    data: checked(type, data),
    effectiveFrom,
    metadata: {
      commandId: by.commandId,
      actor: by.actor,
      dataClass: dataClassOf(type),
      correlationId: by.correlationId ?? by.commandId,
      ...(by.causationId === undefined ? {} : { causationId: by.causationId }),
      ...(caseId === undefined ? {} : { caseId }),
      ...(corrects === undefined ? {} : { corrects }),
      ...(by.scenarioId === undefined ? {} : { scenarioId: by.scenarioId, command }),
      ...(by.synthetic === undefined ? {} : { synthetic: by.synthetic }),
    },
  }
}

/** The data as its type stores it. Throws when it does not fit: an event that nobody can read must not enter the log. */
function checked(type: EventType, data: Decided['data']): Record<string, unknown> {
  const shape = eventTypes.get(type)
  if (shape === undefined) throw new Error(`Unknown event type ${type}`)
  return shape.data.parse(data)
}

/** Economics, answers before the ruling and what the committee says among itself are the committee's (R-40, events.md 2.8). */
const committeeOnly: ReadonlySet<string> = new Set<EventType>([
  'TurnoverCeilingSet',
  'TurnoverCeilingLapsed',
  'PaymentCeilingImposed',
  'PaymentCeilingLifted',
  'ConsultationAnswered',
  'RecommendationWritten',
  'RecommendationChallenged',
  'RecommendationOverturned',
  'DisagreementRecorded',
  'ActivityReportReceived',
  'ActivityReportCorrected',
  'ControlReviewOpened',
  'ControlReviewClosed',
  'YearlyFollowUpHeld',
])
/** Cases are the region's and its municipalities'; the directory of contacts and scenarios are not the public's. */
const municipal: ReadonlySet<string> = new Set(
  [
    streams.case,
    streams.consultation,
    streams.message,
    streams.docket,
    streams.seal,
    streams.contacts,
    streams.scenario,
  ].flatMap((events) => Object.keys(events)),
)

/** Who may see what an event says. */
export function dataClassOf(type: EventType): DataClass {
  if (committeeOnly.has(type) || type in streams.meeting) return 'committee'
  // Figures of one municipality: its own and its region's, not the public's.
  return municipal.has(type) || type === 'HalfYearlyDataPublished' ? 'municipal' : 'open'
}
