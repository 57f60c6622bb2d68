import { z } from 'zod'
import type { AsOf } from '#api/asOf'
import type { Scope } from '#api/policy'
import { RelatedCase } from '#events/case'
import { RulingOutcome } from '#events/docket'
import { countSides } from '#events/meeting'
import { EffectiveDate } from '#events/time'
import { asOf, moment } from '../projections/bitemporal.ts'
import type { Views } from '../projections/views.ts'
import { caseDays, type Pause } from '../rules/procedure/caseDays.ts'
import { responsibleRegion } from '../rules/responsibleRegion.ts'
import { maySee } from './caseAccess.ts'
import { type CaseRecord, caseRecords, isOpen } from './caseRecords.ts'
import { conflictsIn, meetingRecords, meetingStateOf } from './meetingRecords.ts'
import type { AnswerOf, World } from './query.ts'
import { referralOf } from './referrals.ts'

type Answer = AnswerOf<'caseFile'>
type Life = Pick<
  Answer,
  'relates' | 'relatedBy' | 'challenge' | 'overturned' | 'withdrawnRuling' | 'referral' | 'sitting' | 'days'
>

const Stored = z.object({
  relates: RelatedCase.nullable(),
  challenge: z.object({ comment: z.string(), outcome: RulingOutcome.nullable() }).nullable(),
  overturned: z.object({ recommended: RulingOutcome, ruled: RulingOutcome, rulingNumber: z.string() }).nullable(),
  ruling_withdrawn: z.object({ rulingNumber: z.string(), reason: z.string() }).nullable(),
  closed_on: EffectiveDate.nullable(),
})

/** What became of a case around its findings: the days it took, its relations, and how far committees have taken it. */
export function caseLife(views: Views, at: AsOf, scope: Scope, record: CaseRecord, world: World): Life {
  const { relates, challenge, overturned, ruling_withdrawn, closed_on } = storedLife(views, at, record)
  const isCommittees = scope.role === 'committee' || scope.role === 'secretariat'
  const isPast = at.effectiveOn < world.today
  const until = closed_on ?? (isPast ? at.effectiveOn : world.today)
  const days = caseDays(record.receivedOn, until, pausesOf(views, at, record))
  return {
    relates: relates === null ? null : (linked(views, at, scope, relates)[0] ?? null),
    relatedBy: aboutCase(views, at, record).flatMap((relation) => linked(views, at, scope, relation)),
    challenge: isCommittees ? challenge : null,
    overturned: isCommittees ? overturned : null,
    withdrawnRuling: ruling_withdrawn,
    referral: referralFor(views, at, record, isCommittees),
    sitting: isCommittees ? sittingOn(views, at, record) : null,
    days: { ...days, pauses: [...days.pauses] },
  }
}

/** The other case of a relation, where the asker may know of it. */
function linked(views: Views, at: AsOf, scope: Scope, { kind, case: id }: RelatedCase): Answer['relatedBy'] {
  return caseRecords(views, at, id)
    .filter((one) => maySee(scope, one))
    .map(({ number, status }) => ({ kind, case: id, number, status }))
}

/** Later cases that are about this one. */
function aboutCase(views: Views, at: AsOf, { case: id }: CaseRecord): RelatedCase[] {
  return views
    .statement<{ case_id: string; kind: string }>(
      `SELECT c.case_id, json_extract(c.relates, '$.kind') AS kind
       FROM case_file c WHERE json_extract(c.relates, '$.case') = :id AND ${asOf('c')} ORDER BY c.case_id`,
    )
    .all({ id, ...moment(at) })
    .map(({ case_id, kind }) => RelatedCase.parse({ kind, case: case_id }))
}

function storedLife(views: Views, at: AsOf, { case: id }: CaseRecord): z.infer<typeof Stored> {
  const row = views
    .statement<Record<keyof z.infer<typeof Stored>, string | null>>(
      `SELECT c.relates, c.challenge, c.overturned, c.ruling_withdrawn, c.closed_on
       FROM case_file c WHERE c.case_id = :id AND ${asOf('c')}`,
    )
    .get({ id, ...moment(at) })
  const read = (text: string | null | undefined): unknown => (text == null ? null : JSON.parse(text))
  return Stored.parse({
    relates: read(row?.relates),
    challenge: read(row?.challenge),
    overturned: read(row?.overturned),
    ruling_withdrawn: read(row?.ruling_withdrawn),
    closed_on: row?.closed_on ?? null,
  })
}

const noEnd = '9999'

/** Days in which an item asked for had not come, as they are known. */
function pausesOf(views: Views, at: AsOf, { case: id }: CaseRecord): Pause[] {
  return views
    .statement<{ effective_from: string; effective_to: string }>(
      `SELECT i.effective_from, i.effective_to FROM case_item i
       WHERE i.case_id = :id AND i.recorded_from <= :known AND :known < i.recorded_to`,
    )
    .all({ id, known: moment(at).known })
    .map(({ effective_from, effective_to }) => ({
      from: EffectiveDate.parse(effective_from),
      to: effective_to.startsWith(noEnd) ? null : EffectiveDate.parse(effective_to),
    }))
}

/** What the sides said is the committee's; that the case was referred, and what was decided, is everybody's who sees it. */
function referralFor(views: Views, at: AsOf, record: CaseRecord, isCommittees: boolean): Life['referral'] {
  const referral = referralOf(views, at, record)
  if (referral === null) return null
  return { ...referral, sides: isCommittees ? referral.sides : null }
}

/** The meeting that sits over the case: begun, and the case on its agenda. */
function sittingOn(views: Views, at: AsOf, record: CaseRecord): Life['sitting'] {
  const { tabledFor: meetingOn } = record
  if (meetingOn === null || !isOpen(record)) return null
  const region = responsibleRegion(record.region, meetingOn)
  const [meeting] = meetingRecords(views, at, { region, meetingOn })
  if (meeting === undefined || meeting.attendance === null || meetingStateOf(meeting) !== 'begun') return null
  const out = conflictsIn(views, at, meeting.meeting).filter((one) => one.case === record.case)
  const tookPart = meeting.attendance.present.filter((seat) => !out.some((one) => one.seat === seat))
  return { region, meetingOn, tookPart, participants: countSides(tookPart) }
}
