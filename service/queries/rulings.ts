import type { z } from 'zod'
import type { AsOf } from '#api/asOf'
import type { docketEvents } from '#events/docket'
import { RegionCode } from '#events/identifiers'
import { RecordedAt } from '#events/time'
import { asOf, moment } from '../projections/bitemporal.ts'
import type { Views } from '../projections/views.ts'
import type { CaseRecord } from './caseRecords.ts'

/** A ruling as issued, by which region's committee, and when it was recorded. */
export type IssuedRuling = z.infer<typeof docketEvents.RulingIssued.data> & {
  readonly committee: RegionCode
  readonly recordedAt: RecordedAt
}

/** The ruling of a case that stands at the two times; null without one. */
export function rulingOf(views: Views, at: AsOf, { case: id }: Pick<CaseRecord, 'case'>): IssuedRuling | null {
  const row = views
    .statement<{ region: string; ruling: string; recorded_at: string }>(
      `SELECT r.region, r.ruling, r.recorded_at FROM ruling r WHERE r.case_id = :id AND ${asOf('r')} ORDER BY r.number DESC LIMIT 1`,
    )
    .get({ id, ...moment(at) })
  if (row === undefined) return null
  // Checked when the event was read from the log.
  const ruling = JSON.parse(row.ruling) as z.infer<typeof docketEvents.RulingIssued.data>
  return { ...ruling, committee: RegionCode.parse(row.region), recordedAt: RecordedAt.parse(row.recorded_at) }
}

/** Revision of a committee's docket as known; -1 while it is empty. */
export function docketRevision(views: Views, at: AsOf, region: string): number {
  const row = views
    .statement<{ revision: number }>(`SELECT d.revision FROM docket d WHERE d.region = :region AND ${asOf('d')}`)
    .get({ region, ...moment(at) })
  return row?.revision ?? -1
}
