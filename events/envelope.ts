import { z } from 'zod'
import { EffectiveDate, type RecordedAt } from './time.ts'

/** Where an event stands in the whole log: opaque text, ordered only by the store that gave it. */
export const Position = z.string().min(1).brand<'Position'>()
export type Position = z.infer<typeof Position>

/** The roles of `service/api/policy.ts`. `system` acts for reactors, `registrar` for imports. */
export const Role = z.enum([
  'secretariat',
  'committee',
  'nationalCommittee',
  'municipality',
  'clinic',
  'planner',
  'registrar',
  'public',
  'system',
])
export type Role = z.infer<typeof Role>

/** Who acted. `userId` is a reference, never a name; `organisation` is a region or municipality code, or a clinic id. */
export const Actor = z.object({ userId: z.string().min(1), role: Role, organisation: z.string().nullable() })
export type Actor = z.infer<typeof Actor>

/** Why the event is allowed: rule set, agreement, paragraph, document. All optional, none invented. */
export const Basis = z.object({
  ruleSet: z.string().optional(),
  agreement: z.string().optional(),
  paragraph: z.string().optional(),
  documentRef: z.string().optional(),
})

/** Who may see what an event says: everybody, municipalities too, or the committee and its secretariat only. */
export const DataClass = z.enum(['open', 'municipal', 'committee'])
export type DataClass = z.infer<typeof DataClass>

export const Metadata = z.object({
  commandId: z.uuid(),
  actor: Actor,
  dataClass: DataClass,
  correlationId: z.uuid(),
  /** Event that made this one happen: the ruling of an address move, for example. */
  causationId: z.uuid().optional(),
  caseId: z.string().optional(),
  basis: Basis.optional(),
  /** Event that this one corrects or voids. */
  corrects: z.uuid().optional(),
  scenarioId: z.string().optional(),
  /** Set on every event of the demonstration register, on no other. */
  synthetic: z.literal(true).optional(),
  /** In a scenario: the command that made the event, so that it can be decided again elsewhere. */
  command: z.unknown().optional(),
})
export type Metadata = z.infer<typeof Metadata>

export const EventId = z.uuid().brand<'EventId'>()
export type EventId = z.infer<typeof EventId>

/** An event as decided, before the store has taken it. `data` is checked by `catalogue.ts`. */
export const NewEvent = z.object({
  id: EventId,
  type: z.string().min(1),
  /** Version of the shape of `data`; older ones are lifted by `upcasters.ts` on read. */
  version: z.int().positive(),
  data: z.record(z.string(), z.unknown()),
  /** From when it is true. */
  effectiveFrom: EffectiveDate,
  metadata: Metadata,
})
export type NewEvent = z.infer<typeof NewEvent>

/** An event as the log holds it. */
export interface RecordedEvent extends NewEvent {
  readonly stream: string
  /** Number of the event in its stream, from 0. */
  readonly revision: number
  readonly position: Position
  /** Set by the store, never by a client. */
  readonly recordedAt: RecordedAt
}
