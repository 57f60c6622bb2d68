import { z } from 'zod'
import { EventId, Role } from '#events/envelope'
import { MunicipalityCode } from '#events/identifiers'
import { EffectiveDate, RecordedAt } from '#events/time'
import { Answered, AsOfParams } from '../asOf.ts'
import { view } from '../definitions.ts'

/** One event as a list shows it. The sentence is the glossary's for `type`, filled from `params`. */
export const EventRow = z.object({
  id: EventId,
  /** Running number in the log as this node read it. */
  number: z.int().positive(),
  type: z.string(),
  stream: z.string(),
  effectiveFrom: EffectiveDate,
  recordedAt: RecordedAt,
  role: Role,
  caseId: z.string().nullable(),
  municipality: MunicipalityCode.nullable(),
  corrects: EventId.nullable(),
  synthetic: z.boolean(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type EventRow = z.infer<typeof EventRow>

/** The log as a list, newest first; `before` pages by number. */
export const eventsView = view({
  path: '/views/events',
  action: 'events.read',
  committeeOnly: true,
  params: AsOfParams.extend({
    before: z.coerce.number().int().positive().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    stream: z.string().optional(),
    type: z.string().optional(),
    municipality: MunicipalityCode.optional(),
    corrections: z.stringbool().optional(),
  }),
  response: z.object({ at: Answered, total: z.int(), rows: z.array(EventRow), next: z.int().nullable() }),
})

/** What the time bar draws: events per day on each of the two tracks, and the ones worth a line of their own. */
export const timelineView = view({
  path: '/views/timeline',
  action: 'map.read',
  committeeOnly: true,
  params: AsOfParams.extend({ from: EffectiveDate, to: EffectiveDate, municipality: MunicipalityCode.optional() }),
  response: z.object({
    at: Answered,
    effective: z.array(z.object({ on: EffectiveDate, count: z.int() })),
    recorded: z.array(z.object({ on: EffectiveDate, count: z.int() })),
    /** Corrections, and events whose two times lie more than 10 days apart; latest first, at most 60. */
    notable: z.array(EventRow),
    /** Recorded, but not yet in force on `asOf`. */
    adoptedNotInForce: z.int(),
  }),
})
