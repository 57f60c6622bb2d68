import type { z } from 'zod'
import type { AsOf } from '#api/asOf'
import { docketEvents } from '#events/docket'
import { EffectiveDate } from '#events/time'
import { asOf, moment } from '../projections/bitemporal.ts'
import type { Views } from '../projections/views.ts'
import type { CaseRecord } from './caseRecords.ts'

const Decision = docketEvents.NationalCommitteeDecided.data.omit({ case: true })

/** What went to the national committee, and what it decided. */
interface Referral {
  /** What the sides said where there was no agreement; null for a party's demand. */
  readonly sides: string | null
  /** Who demanded it, and when that was received. */
  readonly by: string | null
  readonly receivedOn: EffectiveDate | null
  readonly referredOn: EffectiveDate | null
  readonly decision: z.infer<typeof Decision> | null
}

type Cells = {
  sides: string | null
  demanded_by: string | null
  received_on: string | null
  referred_on: string | null
  decision: string | null
}

/** The referral of a case as the docket holds it at the two times; null where there is none. */
export function referralOf(views: Views, at: AsOf, { case: id }: Pick<CaseRecord, 'case'>): Referral | null {
  const row = views
    .statement<Cells>(`SELECT f.* FROM docket_referral f WHERE f.case_id = :id AND ${asOf('f')} LIMIT 1`)
    .get({ id, ...moment(at) })
  if (row === undefined) return null
  return {
    sides: row.sides,
    by: row.demanded_by,
    receivedOn: EffectiveDate.nullable().parse(row.received_on),
    referredOn: EffectiveDate.nullable().parse(row.referred_on),
    decision: row.decision === null ? null : Decision.parse(JSON.parse(row.decision)),
  }
}
