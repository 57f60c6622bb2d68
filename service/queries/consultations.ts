import type { ConsultationRow } from '#api/views/case'
import { answered } from './answered.ts'
import { maySee } from './caseAccess.ts'
import { caseRecords, isOpen } from './caseRecords.ts'
import { earlierRows, hearingRows } from './hearingRows.ts'
import type { Query } from './query.ts'

/**
 * Hearings within the asker's reach: those that await an answer by the nearest deadline, then the rest, the newest first.
 * A municipality sees its own.
 */
export const consultations: Query<'consultations'> = (views, at, scope, params, world) => {
  const rows = caseRecords(views, at)
    .filter((record) => maySee(scope, record))
    .flatMap((record) => [
      ...hearingRows(views, at, scope, record, world.today),
      ...earlierRows(views, at, scope, record, world.today),
    ])
    .filter(({ municipality }) => scope.role !== 'municipality' || municipality === scope.organisation)
    .filter(({ municipality }) => params.municipality === undefined || municipality === params.municipality)
  const wanted = rows.filter((row) => params.open === undefined || isAwaiting(row) === params.open)
  return {
    at: answered(views, at),
    awaiting: rows.filter(isAwaiting).length,
    total: rows.length,
    rows: [
      ...wanted.filter(isAwaiting).toSorted(byDeadline),
      ...wanted.filter((row) => !isAwaiting(row)).toSorted(newestFirst),
    ],
  }
}

/** Still to be answered, about the application as it is now, in a case that is still open. */
function isAwaiting({ state, caseStatus, superseded }: ConsultationRow): boolean {
  return (state === 'sent' || state === 'delivery-failed') && !superseded && isOpen({ status: caseStatus })
}

function byDeadline(a: ConsultationRow, b: ConsultationRow): number {
  return (a.dueOn ?? '').localeCompare(b.dueOn ?? '') || byCase(a, b)
}

/** By the latest answer, else by the last day for one; what was never sent comes last. */
function newestFirst(a: ConsultationRow, b: ConsultationRow): number {
  const last = ({ answers, dueOn }: ConsultationRow) => answers[0]?.answeredOn ?? dueOn ?? ''
  return last(b).localeCompare(last(a)) || byCase(a, b)
}

function byCase(a: ConsultationRow, b: ConsultationRow): number {
  return a.caseNumber.localeCompare(b.caseNumber) || a.municipality.localeCompare(b.municipality) || b.round - a.round
}
