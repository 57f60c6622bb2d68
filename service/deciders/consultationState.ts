import type { z } from 'zod'
import type { consultationEvents } from '#events/consultation'
import type { EffectiveDate, RecordedAt } from '#events/time'
import { type Context, Refusal } from './decider.ts'

type Answer = z.infer<typeof consultationEvents.ConsultationAnswered.data>

/** What was asked of the municipality, and what came back. */
export interface SentConsultation {
  readonly status: 'sent' | 'answered' | 'lapsed'
  readonly questions: string
  readonly sentOn: EffectiveDate
  readonly sentAt: RecordedAt
  readonly dueOn: EffectiveDate
  readonly remindedOn: EffectiveDate | null
  readonly extended: boolean
  /** A later deadline that the municipality asked for, until the secretariat has said yes or no. */
  readonly request: { readonly to: EffectiveDate; readonly reason: string } | null
  /** Reason of the last request that was declined. */
  readonly declined: string | null
  /** Every answer in order; an answer is never edited. */
  readonly answers: readonly Answer[]
}

/**
 * A hearing: not sent, decided not to be required, awaiting an answer, answered, or closed without one. A late answer or
 * a later deadline opens the last again.
 */
export type ConsultationState =
  | { readonly status: 'none' }
  | { readonly status: 'not-required'; readonly reason: string }
  | SentConsultation

/** Statuses of a case that nothing can be prepared in any more. */
export const closedCases: ReadonlySet<string> = new Set(['ruled', 'applied', 'effect-refused', 'referred', 'withdrawn'])

/** Refuses what comes to a closed case, or to a version of the application that has been corrected since. */
export function refuseOutdated(round: number, { caseStatus, caseKnown }: Context): void {
  if (caseStatus === null || caseKnown === null) throw new Refusal('consultation.unknownCase')
  if (closedCases.has(caseStatus)) throw new Refusal('consultation.closed', { status: caseStatus })
  if (round !== caseKnown.round) throw new Refusal('consultation.oldVersion', { round, current: caseKnown.round })
}
