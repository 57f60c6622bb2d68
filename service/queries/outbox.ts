import { z } from 'zod'
import type { AsOf } from '#api/asOf'
import type { OutboxRow } from '#api/views/outbox'
import { CaseId, MunicipalityCode } from '#events/identifiers'
import { MessageFailure, MessageKind, MessageState, messageEvents } from '#events/message'
import { EffectiveDate, RecordedAt } from '#events/time'
import { municipalityOf } from '#geo/hierarchy'
import { letterOf } from '../outbox/letter.ts'
import { asOf, moment } from '../projections/bitemporal.ts'
import type { Views } from '../projections/views.ts'
import { danishDate } from '../rules/calendar.ts'
import { answered } from './answered.ts'
import { maySee } from './caseAccess.ts'
import { type CaseRecord, caseRecords, type Hearing } from './caseRecords.ts'
import type { Query, World } from './query.ts'

/** A letter of the outbox as the views hold it. */
export type Letter = Omit<OutboxRow, 'caseNumber' | 'letter'>

/** Letters about the cases of the asker's region, the newest first. */
export const outbox: Query<'outbox'> = (views, at, scope, { state }, world) => {
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
    counts: { queued: count('queued'), sent: count('sent'), failed: count('failed'), unsure: count('unsure') },
    rows: rows
      .filter((row) => state === 'all' || row.state === state)
      .toReversed()
      .map((row) => ({ ...row, letter: textOf(views, at, row, world) })),
  }
}

type HearingCells = { questions: string; due_on: string; request: string | null }
const Declined = z.object({ declined: z.string().nullable() })

/** What a letter says: what left the house as it was then, any other as it would be written now. */
function textOf(views: Views, at: AsOf, row: Letter, { geography, publicUrl }: World): OutboxRow['letter'] {
  const { case: id, municipality, round, movedAt } = row
  const hasLeft = row.state === 'sent' || row.state === 'unsure'
  const then = hasLeft ? { effectiveOn: danishDate(movedAt), recordedAt: movedAt } : at
  const hearing = views
    .statement<HearingCells>(
      `SELECT c.questions, c.due_on, c.request FROM consultation c WHERE c.consultation = :consultation AND ${asOf('c')}`,
    )
    .get({ consultation: `${id}.${municipality}.${round}`, ...moment(then) })
  if (hearing === undefined) return null
  const { questions, due_on, request } = hearing
  return letterOf({
    ...row,
    municipalityName: municipalityOf(geography.areas, municipality)?.name ?? municipality,
    questions,
    dueOn: EffectiveDate.parse(due_on),
    declined: request === null ? null : Declined.parse(JSON.parse(request)).declined,
    publicUrl: publicUrl ?? null,
  })
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
