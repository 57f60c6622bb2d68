import type { AsOf } from '#api/asOf'
import type { Scope } from '#api/policy'
import { ConsultationRow } from '#api/views/case'
import { Attachment } from '#events/attachment'
import { ConsultationPosition, ConsultationTopic, CounterProposal, consultationEvents } from '#events/consultation'
import type { RulingOutcome } from '#events/docket'
import type { MunicipalityCode } from '#events/identifiers'
import { EffectiveDate } from '#events/time'
import { asOf, moment } from '../projections/bitemporal.ts'
import type { Views } from '../projections/views.ts'
import { daysBetween } from '../rules/calendar.ts'
import { type CaseRecord, type Hearing, isOpen } from './caseRecords.ts'
import { proposalName } from './caseRows.ts'
import { type Letter, lettersOf } from './outbox.ts'
import { rulingOf } from './rulings.ts'

/**
 * The hearings of the case's round: those sent, those decided not to be required, and those proposed and not sent. What
 * another municipality answered is shown to a municipality when the ruling is there, not before.
 */
export function hearingRows(
  views: Views,
  at: AsOf,
  scope: Scope,
  record: CaseRecord,
  today: EffectiveDate,
): ConsultationRow[] {
  const outcome = rulingOf(views, at, record)?.outcome ?? null
  const sent = record.hearings.map((hearing) => sentRow({ views, at, scope, record, outcome, today }, hearing, false))
  const unasked = { ...common(record, outcome), ...nothingSent, round: record.round }
  const decided = record.exempt.map(({ municipality, reason, on, userId, role }): ConsultationRow => {
    const exempt = { reason, on, userId, role }
    return { ...unasked, municipality, state: 'not-required', exempt }
  })
  const known = new Set<MunicipalityCode>(
    [...record.hearings, ...record.exempt].map(({ municipality }) => municipality),
  )
  const proposed = record.involved
    .filter((municipality) => !known.has(municipality) && isOpen(record))
    .map((municipality): ConsultationRow => ({ ...unasked, municipality, state: 'not-sent', exempt: null }))
  return [...sent, ...decided, ...proposed]
}

/** Hearings about earlier versions of the application, the latest round first; by the same rule of who sees what. */
export function earlierRows(
  views: Views,
  at: AsOf,
  scope: Scope,
  record: CaseRecord,
  today: EffectiveDate,
): ConsultationRow[] {
  if (record.earlierHearings.length === 0) return []
  const outcome = rulingOf(views, at, record)?.outcome ?? null
  return record.earlierHearings.map((hearing) => sentRow({ views, at, scope, record, outcome, today }, hearing, true))
}

const nothingSent = {
  superseded: false,
  questions: '',
  sentOn: null,
  dueOn: null,
  daysLeft: null,
  remindedOn: null,
  request: null,
  delivery: null,
  answers: [],
}

function common(record: CaseRecord, rulingOutcome: RulingOutcome | null) {
  return {
    case: record.case,
    caseNumber: record.number,
    type: record.type,
    proposal: proposalName(record),
    applicant: record.applicant,
    caseStatus: record.status,
    rulingOutcome,
  }
}

interface Asking {
  readonly views: Views
  readonly at: AsOf
  readonly scope: Scope
  readonly record: CaseRecord
  readonly outcome: RulingOutcome | null
  readonly today: EffectiveDate
}

function sentRow(
  { views, at, scope, record, outcome, today }: Asking,
  hearing: Hearing,
  superseded: boolean,
): ConsultationRow {
  const isHidden = scope.role === 'municipality' && scope.organisation !== hearing.municipality && outcome === null
  const answers = answersOf(views, at, hearing)
  const letters = lettersOf(views, at, hearing)
  return {
    ...common(record, outcome),
    municipality: hearing.municipality,
    round: hearing.round,
    state: stateOf(hearing, answers, letters),
    superseded,
    exempt: null,
    questions: hearing.questions,
    sentOn: hearing.sentOn,
    dueOn: hearing.dueOn,
    daysLeft: daysBetween(today, hearing.dueOn),
    remindedOn: hearing.remindedOn,
    // Between the municipality and the secretariat, like the answer.
    request: isHidden || hearing.request === null ? null : Request.parse(JSON.parse(hearing.request)),
    delivery: isHidden ? null : deliveryOf(letters),
    answers: isHidden ? [] : answers,
  }
}

const Request = ConsultationRow.shape.request.unwrap()

/** An answer tells that the letter arrived, whatever became of it. */
function stateOf(
  { lapsed }: Hearing,
  [latest]: ConsultationRow['answers'],
  letters: readonly Letter[],
): ConsultationRow['state'] {
  if (latest !== undefined) return latest.late ? 'answered-late' : 'answered'
  if (lapsed) return 'lapsed'
  return deliveryOf(letters)?.state === 'failed' ? 'delivery-failed' : 'sent'
}

/** How far the letter with the hearing itself has come. */
function deliveryOf(letters: readonly Letter[]): ConsultationRow['delivery'] {
  const letter = letters.findLast(({ kind }) => kind === 'consultation')
  if (letter === undefined) return null
  const { state, to, reason, movedAt: at } = letter
  return { state, to, reason, at }
}

type AnswerCells = {
  position: string
  text: string
  answered_on: string
  late: number
  came_by: string
  topics: string
  attachments: string
  counter: string | null
}
const cameBy = consultationEvents.ConsultationAnswered.data.shape.cameBy

/** Answers of one hearing, the latest first. */
function answersOf(views: Views, at: AsOf, { consultation }: Hearing): ConsultationRow['answers'] {
  return views
    .statement<AnswerCells>(
      `SELECT a.* FROM consultation_answer a WHERE a.consultation = :consultation AND ${asOf('a')} ORDER BY a.number DESC`,
    )
    .all({ consultation, ...moment(at) })
    .map((row) => ({
      position: ConsultationPosition.parse(row.position),
      text: row.text,
      answeredOn: EffectiveDate.parse(row.answered_on),
      late: row.late === 1,
      cameBy: cameBy.parse(row.came_by),
      topics: ConsultationTopic.array().parse(JSON.parse(row.topics)),
      attachments: Attachment.array().parse(JSON.parse(row.attachments)),
      counterProposal: row.counter === null ? null : CounterProposal.parse(JSON.parse(row.counter)),
    }))
}
