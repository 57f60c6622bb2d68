import type { z } from 'zod'
import type { EventId } from './envelope.ts'
import type { EffectiveDate, RecordedAt } from './time.ts'

/** Current version of one event type and the shape of its data. These are storage formats: they only grow by version. */
export interface EventShape {
  readonly version: number
  readonly data: z.ZodType<Record<string, unknown>>
}

export type EventShapes = Readonly<Record<string, EventShape>>

/** One member per event type of a stream, as a decider emits it. */
export type EventOf<Shapes extends EventShapes> = {
  [Type in keyof Shapes & string]: {
    readonly type: Type
    readonly data: z.infer<Shapes[Type]['data']>
    /** From when it is true. */
    readonly effectiveFrom: EffectiveDate
    /** The event that this one corrects or voids. */
    readonly corrects?: EventId
  }
}[keyof Shapes & string]

/** The same as folded from the log: it has an id and an instant. */
export type RecordedEventOf<Shapes extends EventShapes> = EventOf<Shapes> & {
  readonly id: EventId
  readonly revision: number
  readonly recordedAt: RecordedAt
}
