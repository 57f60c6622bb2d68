import type { AsOf } from '#api/asOf'
import { ActivityPeriod, daysOf } from '#events/activity'
import { knownAt, moment } from '../../projections/bitemporal.ts'
import type { Views } from '../../projections/views.ts'

/** Subsidy of a clinic on a specialty in øre, over the last whole year reported before the date; null when unknown. */
export function subsidyOere(
  views: Views,
  at: AsOf,
  { clinic, specialty }: { readonly clinic: string; readonly specialty: '51' | '62' },
): number | null {
  const rows = views
    .statement<{ period: string; oere: number | null }>(
      `SELECT r.period, r.oere FROM activity_report r
       WHERE r.level = 'clinic' AND r.about = :clinic AND r.specialty = :specialty AND length(r.period) = 4 AND ${knownAt('r')}
       ORDER BY r.period DESC`,
    )
    .all({ clinic, specialty, known: moment(at).known })
  return rows.find(({ period }) => daysOf(ActivityPeriod.parse(period)).to <= at.effectiveOn)?.oere ?? null
}
