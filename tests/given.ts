import { v5 as uuidV5 } from 'uuid'
import { expect } from 'vitest'
import { EventId } from '#events/envelope'
import type { RefusalCode } from '#events/glossary'
import { EffectiveDate, RecordedAt } from '#events/time'
import type { Context, Decider } from '#service/deciders/decider'
import { Refusal } from '#service/deciders/decider'

/** An event as a decider emits it. */
interface Emitted {
  readonly type: string
  readonly data: object
  readonly effectiveFrom: EffectiveDate
  readonly corrects?: EventId
}

/** A date of the tests: an existing one, or the test fails. */
export function on(date: string): EffectiveDate {
  return EffectiveDate.parse(date)
}

/** What a decision knows when a test says nothing else: it is 2026-11-22, and there is nothing to know. */
export const nothingKnown: Context = {
  today: on('2026-11-22'),
  plan: null,
  findings: null,
  caseStatus: null,
  caseKnown: null,
}

/** Id of the event at a place in the given history. */
export function idAt(revision: number): EventId {
  return EventId.parse(uuidV5(`event ${revision}`, '2c9d4f8e-94a1-4a52-8a37-7c37ad30e4a1'))
}

/**
 * Given what happened, when a command comes, then these events or this refusal. Every `thenEvents` also sends the command a
 * second time, a day later: repeating it must change nothing.
 */
export function given<State, Command, Event extends Emitted, Recorded>(
  decider: Decider<State, Command, Event, Recorded>,
  ...history: readonly Event[]
) {
  const fold = (events: readonly Event[]) =>
    events.reduce((state, event, revision) => {
      const recorded = {
        ...event,
        id: idAt(revision),
        revision,
        recordedAt: RecordedAt.parse('2026-11-20T08:00:00.000Z'),
      }
      // The test wrote the event as the decider's own type, with what the log adds.
      return decider.evolve(state, recorded as Recorded)
    }, decider.initial)
  return {
    state: fold(history),
    when(command: Command, known: Partial<Context> = {}) {
      const context = { ...nothingKnown, ...known }
      const decide = () => decider.decide(command, fold(history), context)
      return {
        /** Exactly these events, and nothing the second time. */
        thenEvents(...events: readonly Event[]) {
          expect(decide()).toEqual(events)
          expect(decider.decide(command, fold([...history, ...events]), context)).toEqual([])
        },
        thenNothing() {
          expect(decide()).toEqual([])
        },
        thenRefused(code: RefusalCode, params?: Readonly<Record<string, unknown>>) {
          const refusal = refusalOf(decide)
          expect(refusal.code).toBe(code)
          if (params !== undefined) expect(refusal.params).toMatchObject(params)
        },
      }
    },
  }
}

/** The refusal that the function throws; any other ending fails the test. */
export function refusalOf(decide: () => unknown): Refusal {
  try {
    decide()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('expected a refusal, but it was decided')
}
