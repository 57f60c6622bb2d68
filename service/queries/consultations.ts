import type { AsOf } from '#api/asOf'
import type { Scope } from '#api/policy'
import type { ConsultationRow } from '#api/views/case'
import { ConsultationPosition, consultationEvents } from '#events/consultation'
import type { RulingOutcome } from '#events/docket'
import { EffectiveDate } from '#events/time'
import { asOf, moment } from '../projections/bitemporal.ts'
import type { Views } from '../projections/views.ts'
import { daysBetween } from '../rules/calendar.ts'
import { answered } from './answered.ts'
import { type CaseRecord, caseRecords, type Hearing, isOpen, maySee } from './caseRows.ts'
import type { Query } from './query.ts'
import { rulingOf } from './rulings.ts'

/** Hearings within the asker's reach, the nearest deadline first. A municipality sees its own. */
export const consultations: Query<'consultations'> = (views, at, scope, params, world) => {
  const rows = caseRecords(views, at)
    .filter((record) => maySee(scope, record))
    .flatMap((record) => hearingRows(views, at, scope, record, world.today))
    .filter(({ municipality }) => scope.role !== 'municipality' || municipality === scope.organisation)
    .filter(({ municipality }) => params.municipality === undefined || municipality === params.municipality)
  const wanted = rows.filter((row) => params.open === undefined || isAwaiting(row) === params.open)
  return {
    at: answered(views, at),
    awaiting: rows.filter(isAwaiting).length,
    total: rows.length,
    rows: wanted.toSorted((a, b) => rank(a).localeCompare(rank(b))),
  }
}

/** Still to be answered, in a case that is still open. */
function isAwaiting({ state, caseStatus }: ConsultationRow): boolean {
  return state === 'sent' && isOpen({ status: caseStatus })
}

function rank(row: ConsultationRow): string {
  return `${isAwaiting(row) ? 0 : 1} ${row.dueOn ?? '9999-12-31'} ${row.caseNumber} ${row.municipality}`
}

/**
 * The hearings of the case's round: those sent, and those proposed and not sent. What another municipality answered is
 * shown to a municipality when the ruling is there, not before.
 */
export function hearingRows(
  views: Views,
  at: AsOf,
  scope: Scope,
  record: CaseRecord,
  today: EffectiveDate,
): ConsultationRow[] {
  const ruling = rulingOf(views, at, record)
  const sent = record.hearings.map((hearing) => {
    const isHidden = scope.role === 'municipality' && scope.organisation !== hearing.municipality && ruling === null
    return sentRow(views, at, record, hearing, { isHidden, outcome: ruling?.outcome ?? null, today })
  })
  const heard = new Set(record.hearings.map(({ municipality }) => municipality))
  const proposed = record.involved
    .filter((municipality) => !heard.has(municipality) && isOpen(record))
    .map(
      (municipality): ConsultationRow => ({
        ...common(record, ruling?.outcome ?? null),
        municipality,
        round: record.round,
        state: 'not-sent',
        questions: '',
        sentOn: null,
        dueOn: null,
        daysLeft: null,
        answers: [],
      }),
    )
  return [...sent, ...proposed]
}

function common(record: CaseRecord, rulingOutcome: RulingOutcome | null) {
  return {
    case: record.case,
    caseNumber: record.number,
    type: record.type,
    applicant: record.applicant,
    caseStatus: record.status,
    rulingOutcome,
  }
}

function sentRow(
  views: Views,
  at: AsOf,
  record: CaseRecord,
  hearing: Hearing,
  { isHidden, outcome, today }: { isHidden: boolean; outcome: RulingOutcome | null; today: EffectiveDate },
): ConsultationRow {
  const answers = answersOf(views, at, hearing)
  const first = answers.at(-1)
  const answerState = first?.late === true ? 'answered-late' : 'answered'
  return {
    ...common(record, outcome),
    municipality: hearing.municipality,
    round: hearing.round,
    state: first !== undefined ? answerState : hearing.lapsed ? 'lapsed' : 'sent',
    questions: hearing.questions,
    sentOn: hearing.sentOn,
    dueOn: hearing.dueOn,
    daysLeft: daysBetween(today, hearing.dueOn),
    answers: isHidden ? [] : answers,
  }
}

type AnswerCells = { position: string; text: string; answered_on: string; late: number; came_by: string }
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
    }))
}
