import { ActivityPeriod, daysOf } from '#events/activity'
import { knownAt, moment } from '../../projections/bitemporal.ts'
import type { ReportedHours } from '../../rules/facts/riding.ts'
import { eventIds } from '../capacity.ts'
import { counts, type Stretch } from '../ridingLedger.ts'
import type { Setting } from './ridingSetting.ts'

/**
 * Hours a week of an agreement by the last period that was over on the date and that they were reported of; null
 * when none was. The hours may lie within what was permitted at the school at any time of that period.
 */
export function reportedHours(
  { views, at, before }: Setting,
  { agreement, school }: Pick<Stretch, 'agreement' | 'school'>,
): ReportedHours | null {
  const rows = views
    .statement<{ period: string; hours: number; inputs: string }>(
      `SELECT r.period, r.hours_tenths AS hours, r.inputs FROM activity_report r
       WHERE r.level = 'agreement' AND r.about = :agreement AND r.hours_tenths IS NOT NULL AND ${knownAt('r')}`,
    )
    .all({ agreement, known: moment(at).known })
    .map(({ period, hours, inputs }) => ({ period: ActivityPeriod.parse(period), hours, inputs: eventIds(inputs) }))
  const last = rows
    .map(({ period }) => ({ period, ...daysOf(period) }))
    .filter(({ to }) => to <= at.effectiveOn)
    .toSorted((a, b) => b.to.localeCompare(a.to) || b.from.localeCompare(a.from))[0]
  if (last === undefined) return null
  const reports = rows.filter(({ period }) => period === last.period)
  const permitted = before.stretches
    .filter((one) => one.agreement === agreement && one.school === school && counts(one))
    .filter(({ from, to }) => from < last.to && (to === null || last.from < to))
    .flatMap(({ permittedTenths }) => permittedTenths ?? [])
  const permittedTenths = permitted.length === 0 ? null : Math.max(...permitted)
  return {
    period: last.period,
    hoursTenths: reports.reduce((sum, { hours }) => sum + hours, 0),
    permittedTenths,
    inputs: reports.flatMap(({ inputs }) => inputs),
  }
}
