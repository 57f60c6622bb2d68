import type { ConsultationRow } from '#api/views/case'
import { answered } from './answered.ts'
import { caseRecords, isOpen, maySee } from './caseRows.ts'
import { earlierRows, hearingRows } from './hearingRows.ts'
import type { Query } from './query.ts'

/** Hearings within the asker's reach, the nearest deadline first. A municipality sees its own. */
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
    rows: wanted.toSorted((a, b) => rank(a).localeCompare(rank(b))),
  }
}

/** Still to be answered, about the application as it is now, in a case that is still open. */
function isAwaiting({ state, caseStatus, superseded }: ConsultationRow): boolean {
  return (state === 'sent' || state === 'delivery-failed') && !superseded && isOpen({ status: caseStatus })
}

function rank(row: ConsultationRow): string {
  return `${isAwaiting(row) ? 0 : 1} ${row.dueOn ?? '9999-12-31'} ${row.caseNumber} ${row.municipality}`
}
