import type { ConsultationCommand } from '#api/commands/consultation'
import type { ConsultationEvent, RecordedConsultationEvent } from '#events/consultation'
import type { EffectiveDate } from '#events/time'
import { onOrAfterWorkingDay } from '../rules/calendar.ts'
import { consultationDeadline } from '../rules/procedure/consultationProcedure.ts'
import { answer } from './consultationAnswer.ts'
import { type ConsultationState, closedCases, refuseOutdated, type SentConsultation } from './consultationState.ts'
import { type Context, type Decider, Refusal } from './decider.ts'

export const consultation: Decider<
  ConsultationState,
  ConsultationCommand,
  ConsultationEvent,
  RecordedConsultationEvent
> = { initial: { status: 'none' }, evolve, decide }

function evolve(state: ConsultationState, event: RecordedConsultationEvent): ConsultationState {
  if (event.type === 'ConsultationNotRequired') return { status: 'not-required', reason: event.data.reason }
  if (event.type === 'ConsultationSent') {
    return {
      status: 'sent',
      questions: event.data.questions,
      sentOn: event.effectiveFrom,
      sentAt: event.recordedAt,
      dueOn: event.data.dueOn,
      remindedOn: null,
      extended: false,
      request: null,
      declined: null,
      answers: [],
    }
  }
  if (state.status === 'none' || state.status === 'not-required') return state
  switch (event.type) {
    case 'ConsultationReminderSent':
      return { ...state, remindedOn: event.effectiveFrom }
    case 'ConsultationExtensionRequested':
      return { ...state, request: event.data, declined: null }
    case 'ConsultationExtensionDeclined':
      return { ...state, request: null, declined: event.data.reason }
    case 'ConsultationDeadlineExtended': {
      const status = state.status === 'lapsed' ? 'sent' : state.status
      return { ...state, status, dueOn: event.data.new, extended: true, request: null, declined: null }
    }
    case 'ConsultationAnswered':
      // Who has answered needs no more time.
      return { ...state, status: 'answered', request: null, answers: [...state.answers, event.data] }
    case 'ConsultationClosedWithoutAnswer':
      return { ...state, status: 'lapsed' }
    default:
      return event satisfies never
  }
}

function decide(
  command: ConsultationCommand,
  state: ConsultationState,
  context: Context,
): readonly ConsultationEvent[] {
  switch (command.type) {
    case 'SendConsultation':
      return send(command.data, state, context)
    case 'MarkConsultationNotRequired':
      return notRequired(command.data, state, context)
    case 'AnswerConsultation':
      return answer(command.data, sent(state), context)
    case 'RequestConsultationExtension':
      return request(command.data, sent(state), context)
    case 'DeclineConsultationExtension':
      return decline(command.data, sent(state), context)
    case 'ExtendConsultation':
      return extend(command.data, sent(state), context)
    case 'RemindConsultation':
      return remind(command.data, sent(state), context)
    case 'CloseConsultation':
      return close(sent(state), context)
    default:
      return command satisfies never
  }
}

type Data<Type extends ConsultationCommand['type']> = Extract<ConsultationCommand, { type: Type }>['data']

function sent(state: ConsultationState): SentConsultation {
  if (state.status === 'none' || state.status === 'not-required') throw new Refusal('consultation.notSent')
  return state
}

function send(
  data: Data<'SendConsultation'>,
  state: ConsultationState,
  { today, plan, caseStatus, caseKnown }: Context,
): ConsultationEvent[] {
  if (state.status !== 'none' && state.status !== 'not-required') return []
  if (caseStatus === null || caseKnown === null) throw new Refusal('consultation.unknownCase', { case: data.case })
  if (closedCases.has(caseStatus)) throw new Refusal('consultation.caseClosed', { status: caseStatus })
  if (data.round !== caseKnown.round)
    throw new Refusal('consultation.otherRound', { round: data.round, current: caseKnown.round })
  if (plan === null) throw new Refusal('consultation.noRuleSet', { case: data.case })
  const dueOn = consultationDeadline(today, plan.caseDays)
  return [{ type: 'ConsultationSent', effectiveFrom: today, data: { ...data, dueOn } }]
}

/**
 * A riding case hears everybody involved, whom nobody may leave out (R-18, binding there). Who was heard about an earlier
 * version need not be asked again where the correction is nothing to them.
 */
function notRequired(
  data: Data<'MarkConsultationNotRequired'>,
  state: ConsultationState,
  context: Context,
): ConsultationEvent[] {
  if (state.status === 'not-required') return []
  if (state.status !== 'none') throw new Refusal('consultation.alreadySent')
  refuseOutdated(data.round, context)
  const rule = context.caseKnown?.findings?.findings.find(({ rule }) => rule === 'R-18')
  if (rule?.strength === 'binding' && context.heardBefore !== true) throw new Refusal('consultation.alwaysHeard')
  return [{ type: 'ConsultationNotRequired', effectiveFrom: context.today, data }]
}

function request(
  { round, to, reason }: Data<'RequestConsultationExtension'>,
  state: SentConsultation,
  context: Context,
): ConsultationEvent[] {
  const { today } = context
  if (state.request?.to === to && state.request.reason === reason) return []
  refuseOutdated(round, context)
  if (state.status === 'answered') throw new Refusal('consultation.notOpen', { status: state.status })
  refuseBackward(to, state, today)
  return [{ type: 'ConsultationExtensionRequested', effectiveFrom: today, data: { to, reason } }]
}

function decline(
  { reason }: Data<'DeclineConsultationExtension'>,
  { request: asked, declined }: SentConsultation,
  { today }: Context,
): ConsultationEvent[] {
  if (asked === null && declined === reason) return []
  if (asked === null) throw new Refusal('consultation.noRequest')
  return [{ type: 'ConsultationExtensionDeclined', effectiveFrom: today, data: { reason } }]
}

/** Only forward, and to a working day: another day moves to the next that is one (R-38, ASSUMPTION). */
function extend(
  { round, to, reason }: Data<'ExtendConsultation'>,
  state: SentConsultation,
  context: Context,
): ConsultationEvent[] {
  const { today: effectiveFrom } = context
  const dueOn = onOrAfterWorkingDay(to)
  if (state.extended && state.dueOn === dueOn) return []
  refuseOutdated(round, context)
  if (state.status === 'answered') throw new Refusal('consultation.notOpen', { status: state.status })
  refuseBackward(dueOn, state, effectiveFrom)
  return [{ type: 'ConsultationDeadlineExtended', effectiveFrom, data: { old: state.dueOn, new: dueOn, reason } }]
}

function refuseBackward(to: EffectiveDate, { dueOn }: SentConsultation, today: EffectiveDate): void {
  if (to <= dueOn) throw new Refusal('consultation.onlyForward', { dueOn, to })
  if (to < today) throw new Refusal('consultation.extendToPast', { to, today })
}

function remind(
  { round }: Data<'RemindConsultation'>,
  { status, remindedOn }: SentConsultation,
  context: Context,
): ConsultationEvent[] {
  const { today } = context
  if (remindedOn === today) return []
  refuseOutdated(round, context)
  if (status !== 'sent') throw new Refusal('consultation.notOpen', { status })
  return [{ type: 'ConsultationReminderSent', effectiveFrom: today, data: {} }]
}

function close({ status, dueOn }: SentConsultation, { today }: Context): ConsultationEvent[] {
  if (status !== 'sent') return []
  if (today <= dueOn) throw new Refusal('consultation.notDue', { dueOn, today })
  return [{ type: 'ConsultationClosedWithoutAnswer', effectiveFrom: today, data: { dueOn } }]
}
