import type { AsOf } from '#api/asOf'
import type { OutboxRow } from '#api/views/outbox'
import { CaseId, MunicipalityCode } from '#events/identifiers'
import { MessageFailure, MessageKind, MessageState, messageEvents } from '#events/message'
import { RecordedAt } from '#events/time'
import { asOf, moment } from '../projections/bitemporal.ts'
import type { Views } from '../projections/views.ts'
import { answered } from './answered.ts'
import { maySee } from './caseAccess.ts'
import { type CaseRecord, caseRecords, type Hearing } from './caseRecords.ts'
import type { Query } from './query.ts'

/** A letter of the outbox as the views hold it. */
export type Letter = Omit<OutboxRow, 'caseNumber'>

/** Letters about the cases of the asker's region, the newest first. */
export const outbox: Query<'outbox'> = (views, at, scope, { state }) => {
  const numbers = new Map(
    caseRecords(views, at)
      .filter((record) => maySee(scope, record))
      .map(({ case: id, number }: CaseRecord) => [id, number]),
  )
  const rows = letters(views, at, '', {}).flatMap((letter) => {
    const caseNumber = numbers.get(letter.case)
    return caseNumber === undefined ? [] : [{ ...letter, caseNumber }]
  })
  const count = (of: MessageState) => rows.filter((row) => row.state === of).length
  return {
    at: answered(views, at),
    counts: { queued: count('queued'), sent: count('sent'), failed: count('failed') },
    rows: rows.filter((row) => state === 'all' || row.state === state).toReversed(),
  }
}

/** Letters about one hearing, in the order in which they were written. */
export function lettersOf(views: Views, at: AsOf, hearing: Pick<Hearing, 'case' | 'municipality' | 'round'>): Letter[] {
  const { case: id, municipality, round } = hearing
  return letters(views, at, 'm.case_id = :id AND m.municipality = :municipality AND m.round = :round AND', {
    id,
    municipality,
    round,
  })
}

type Cells = {
  message: string
  kind: string
  case_id: string
  municipality: string
  round: number
  state: string
  recipient: string | null
  sent_by: string | null
  reason: string | null
  attempts: number
  again: string | null
  queued_at: string
  moved_at: string
}

function letters(views: Views, at: AsOf, where: string, values: Record<string, string | number>): Letter[] {
  return views
    .statement<Cells>(`SELECT m.* FROM message m WHERE ${where} ${asOf('m')} ORDER BY m.number`)
    .all({ ...values, ...moment(at) })
    .map((row) => ({
      message: row.message,
      kind: MessageKind.parse(row.kind),
      case: CaseId.parse(row.case_id),
      municipality: MunicipalityCode.parse(row.municipality),
      round: row.round,
      state: MessageState.parse(row.state),
      to: row.recipient,
      by: messageEvents.MessageSent.data.shape.by.nullable().parse(row.sent_by),
      reason: MessageFailure.nullable().parse(row.reason),
      attempts: row.attempts,
      again: RecordedAt.nullable().parse(row.again),
      queuedAt: RecordedAt.parse(row.queued_at),
      movedAt: RecordedAt.parse(row.moved_at),
    }))
}
