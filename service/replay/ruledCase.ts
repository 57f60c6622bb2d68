import { Temporal } from 'temporal-polyfill'
import type { z } from 'zod'
import type { Scope } from '#api/policy'
import type { IssuedRulingRow } from '#api/views/replay'
import type { docketEvents } from '#events/docket'
import { Position } from '#events/envelope'
import { type CaseId, RegionCode } from '#events/identifiers'
import { type EffectiveDate, RecordedAt } from '#events/time'
import { asOf, moment } from '../projections/bitemporal.ts'
import type { Views } from '../projections/views.ts'
import { danishDate } from '../rules/calendar.ts'

/** A ruling that was made, whether or not it still stands, and the moment before it. */
export interface Ruled {
  readonly data: z.infer<typeof docketEvents.RulingIssued.data>
  readonly committee: RegionCode
  readonly recordedAt: RecordedAt
  /** The day of the ruling, in Denmark. */
  readonly ruledOn: EffectiveDate
  /** Everything recorded up to this instant was known to the committee, and the ruling itself was not. */
  readonly knownAt: RecordedAt
  readonly withdrawn: boolean
}

type Cells = { region: string; ruling: string; recorded_at: string; stands: number }

/** Every ruling ever recorded, or those of one case, the earliest first. Nothing is left out by scope. */
export function rulingsMade(views: Views, today: EffectiveDate, only?: CaseId): readonly Ruled[] {
  return views
    .statement<Cells>(
      `SELECT r.region, r.ruling, min(r.recorded_at) AS recorded_at,
         EXISTS (SELECT 1 FROM ruling s WHERE s.key = r.key AND ${asOf('s')}) AS stands
       FROM ruling r ${only === undefined ? '' : 'WHERE r.case_id = :only'} GROUP BY r.key ORDER BY r.recorded_at, r.number`,
    )
    .all({
      ...moment({ effectiveOn: today, recordedAt: 'now' }),
      ...(only === undefined ? {} : { only }),
    })
    .map(({ region, ruling, recorded_at, stands }) => {
      // Checked when the event was read from the log.
      const data = JSON.parse(ruling) as Ruled['data']
      const recordedAt = RecordedAt.parse(recorded_at)
      return {
        data,
        committee: RegionCode.parse(region),
        recordedAt,
        ruledOn: danishDate(recordedAt),
        knownAt: knownBefore(data.known.knownAt, recordedAt),
        withdrawn: stands === 0,
      }
    })
}

/**
 * The instant that the findings were computed at; where the ruling was recorded in the same millisecond, the one before,
 * because the committee did not know of its own ruling.
 */
export function knownBefore(knownAt: RecordedAt, recordedAt: RecordedAt): RecordedAt {
  if (knownAt < recordedAt) return knownAt
  const before = Temporal.Instant.from(recordedAt).subtract({ milliseconds: 1 })
  return RecordedAt.parse(before.toString({ fractionalSecondDigits: 3 }))
}

/** Position of the last event before the ruling. */
export function positionBefore(views: Views, { committee, data }: Ruled): Position | 'start' {
  const row = views
    .statement<{ position: string }>(
      `SELECT e.position FROM event e WHERE e.number < (
         SELECT r.number FROM event r WHERE r.stream = :stream AND r.type = 'RulingIssued' AND json_extract(r.params, '$.number') = :number)
       ORDER BY e.number DESC LIMIT 1`,
    )
    .get({ stream: `docket-${committee}`, number: data.number })
  return row === undefined ? 'start' : Position.parse(row.position)
}

/** The ruling as lists show it. */
export function rulingRow({ data, committee, recordedAt, withdrawn }: Ruled): IssuedRulingRow {
  const { number, outcome, reasons, conditions, derogations, effectiveFrom, participants } = data
  const said = { number, committee, outcome, reasons, conditions, derogations, effectiveFrom, participants }
  return { ...said, recordedAt, withdrawn }
}

/** True for who sees all that a ruling was made on: nothing is taken out of it for them. */
export function seesAll({ role }: Scope): boolean {
  return role === 'secretariat' || role === 'committee' || role === 'nationalCommittee'
}
