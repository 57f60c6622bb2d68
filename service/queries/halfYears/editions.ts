import type { AsOf } from '#api/asOf'
import type { Edition } from '#api/views/halfYear'
import { HalfYearPackage } from '#events/halfYear'
import { EffectiveDate, RecordedAt } from '#events/time'
import { moment } from '../../projections/bitemporal.ts'
import type { Views } from '../../projections/views.ts'

/** A package as it was published, with what it told where that was kept. */
export interface Published extends Edition {
  readonly municipality: string
  readonly period: string
  readonly content: HalfYearPackage | null
}

type Row = {
  municipality: string
  period: string
  delivered_on: string
  complete: number
  suppressed_cells: number
  content: string | null
  checksum: string | null
  reason: string | null
  recorded_from: string
}

/** Every package published to the municipalities by the date, as known at the instant; of each half-year the first first. */
export function publishedTo(views: Views, at: AsOf, municipalities: readonly string[]): readonly Published[] {
  const counts = new Map<string, number>()
  return views
    .statement<Row>(
      `SELECT d.* FROM half_yearly_data d WHERE d.municipality IN (SELECT value FROM json_each(:municipalities))
         AND d.delivered_on <= :on AND d.recorded_from <= :known AND :known < d.recorded_to
       ORDER BY d.recorded_from, d.key`,
    )
    .all({ municipalities: JSON.stringify(municipalities), ...moment(at) })
    .map((row) => {
      const key = `${row.municipality} ${row.period}`
      const edition = (counts.get(key) ?? 0) + 1
      counts.set(key, edition)
      return {
        municipality: row.municipality,
        period: row.period,
        edition,
        deliveredOn: EffectiveDate.parse(row.delivered_on),
        recordedAt: RecordedAt.parse(row.recorded_from),
        complete: row.complete === 1,
        suppressedCells: row.suppressed_cells,
        checksum: row.checksum,
        reason: row.reason,
        content: row.content === null ? null : HalfYearPackage.parse(JSON.parse(row.content)),
      }
    })
}

/** What an answer says of an edition beside its content. */
export function editionOf({ municipality: _, period: __, content: ___, ...edition }: Published): Edition {
  return edition
}
