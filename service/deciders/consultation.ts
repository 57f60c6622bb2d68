import type { z } from 'zod'
import type { ConsultationCommand } from '#api/commands/consultation'
import type { ConsultationEvent, consultationEvents, RecordedConsultationEvent } from '#events/consultation'
import type { EffectiveDate } from '#events/time'
import { consultationDeadline } from '../rules/procedure/consultationProcedure.ts'
import { type Context, type Decider, Refusal } from './decider.ts'
import { equal } from './equal.ts'

type Answer = z.infer<typeof consultationEvents.ConsultationAnswered.data>

/** A hearing: not sent, awaiting an answer, answered, or closed without one. A late answer turns the last into `answered`. */
export type ConsultationState =
  | { readonly status: 'none' }
  | {
      readonly status: 'sent' | 'answered' | 'lapsed'
      readonly sentOn: EffectiveDate
      readonly dueOn: EffectiveDate
      readonly remindedOn: EffectiveDate | null
      readonly extended: boolean
      /** Every answer in order; an answer is never edited. */
      readonly answers: readonly Answer[]
    }
type Sent = Exclude<ConsultationState, { status: 'none' }>

const closedCases: ReadonlySet<string> = new Set(['ruled', 'applied', 'effect-refused', 'referred', 'withdrawn'])

export const consultation: Decider<
  ConsultationState,
  ConsultationCommand,
  ConsultationEvent,
  RecordedConsultationEvent
> = {
  initial: { status: 'none' },

  evolve(state, event) {
    if (event.type === 'ConsultationSent') {
      return {
        status: 'sent',
        sentOn: event.effectiveFrom,
        dueOn: event.data.dueOn,
        remindedOn: null,
        extended: false,
        answers: [],
      }
    }
    if (state.status === 'none') return state
    switch (event.type) {
      case 'ConsultationReminderSent':
        return { ...state, remindedOn: event.effectiveFrom }
      case 'ConsultationDeadlineExtended':
        return { ...state, dueOn: event.data.new, extended: true }
      case 'ConsultationAnswered':
        return { ...state, status: 'answered', answers: [...state.answers, event.data] }
      case 'ConsultationClosedWithoutAnswer':
        return { ...state, status: 'lapsed' }
      default:
        return event satisfies never
    }
  },

  decide(command, state, context) {
    if (command.type === 'SendConsultation') return send(command.data, state, context)
    if (state.status === 'none') throw new Refusal('consultation.notSent')
    return process(command, state, context.today)
  },
}

function send(
  data: Extract<ConsultationCommand, { type: 'SendConsultation' }>['data'],
  state: ConsultationState,
  { today, plan, caseStatus, caseKnown }: Context,
): ConsultationEvent[] {
  if (state.status !== 'none') return []
  if (caseStatus === null || caseKnown === null) throw new Refusal('consultation.unknownCase', { case: data.case })
  if (closedCases.has(caseStatus)) throw new Refusal('consultation.caseClosed', { status: caseStatus })
  if (data.round !== caseKnown.round)
    throw new Refusal('consultation.otherRound', { round: data.round, current: caseKnown.round })
  if (plan === null) throw new Refusal('consultation.noRuleSet', { case: data.case })
  const dueOn = consultationDeadline(today, plan.caseDays)
  return [{ type: 'ConsultationSent', effectiveFrom: today, data: { ...data, dueOn } }]
}

function process(
  command: Exclude<ConsultationCommand, { type: 'SendConsultation' }>,
  state: Sent,
  today: EffectiveDate,
): ConsultationEvent[] {
  const effectiveFrom = today
  switch (command.type) {
    case 'RemindConsultation':
      if (state.remindedOn === today) return []
      if (state.status !== 'sent') throw new Refusal('consultation.notOpen', { status: state.status })
      return [{ type: 'ConsultationReminderSent', effectiveFrom, data: {} }]
    case 'ExtendConsultation': {
      const { to, reason } = command.data
      if (state.extended && state.dueOn === to) return []
      if (state.status !== 'sent') throw new Refusal('consultation.notOpen', { status: state.status })
      if (to <= state.dueOn) throw new Refusal('consultation.onlyForward', { dueOn: state.dueOn, to })
      return [{ type: 'ConsultationDeadlineExtended', effectiveFrom, data: { old: state.dueOn, new: to, reason } }]
    }
    case 'AnswerConsultation': {
      const { position, text, cameBy } = command.data
      const last = state.answers.at(-1)
      if (last && equal({ position: last.position, text: last.text, cameBy: last.cameBy }, { position, text, cameBy }))
        return []
      const answeredOn = arrival(command.data, state, today)
      const late = answeredOn > state.dueOn
      return [{ type: 'ConsultationAnswered', effectiveFrom, data: { position, text, cameBy, answeredOn, late } }]
    }
    case 'CloseConsultation':
      if (state.status !== 'sent') return []
      if (today <= state.dueOn) throw new Refusal('consultation.notDue', { dueOn: state.dueOn, today })
      return [{ type: 'ConsultationClosedWithoutAnswer', effectiveFrom, data: { dueOn: state.dueOn } }]
    default:
      return command satisfies never
  }
}

/** The day on which an answer came: today by the portal; another way, the day stated, between the sending and today. */
function arrival(
  { cameBy, receivedOn }: Extract<ConsultationCommand, { type: 'AnswerConsultation' }>['data'],
  { sentOn }: Sent,
  today: EffectiveDate,
): EffectiveDate {
  if (cameBy === 'portal' || receivedOn === undefined) return today
  if (receivedOn < sentOn || receivedOn > today)
    throw new Refusal('consultation.receivedOutside', { receivedOn, sentOn, today })
  return receivedOn
}
