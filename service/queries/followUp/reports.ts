import type { AsOf } from '#api/asOf'
import { ActivityPeriod, ActivitySubject, daysOf, PublishedGrowth, type ReviewedRule } from '#events/activity'
import { Specialty } from '#events/identifiers'
import { EffectiveDate } from '#events/time'
import { type ActivityCells, figuresOf } from '../../projections/activityFigures.ts'
import { knownAt, moment } from '../../projections/bitemporal.ts'
import type { Views } from '../../projections/views.ts'
import type { Reported, ReviewFact } from '../../rules/facts/followUp.ts'
import { eventIds } from '../capacity.ts'

/** One report as the views hold it. */
export interface Report {
  readonly about: ActivitySubject
  readonly period: ActivityPeriod
  readonly specialty: Specialty
  readonly figures: Reported
  readonly published: readonly PublishedGrowth[]
  readonly source: string
}

type Row = ActivityCells & {
  level: string
  about: string
  period: string
  specialty: string
  published: string
  source: string
  inputs: string
}

/** Periods that were over by the date and that a region reported economy and treatment of, the newest first; hours of riding agreements are not. */
export function reportedPeriods(views: Views, at: AsOf, regions: readonly string[]): readonly ActivityPeriod[] {
  return views
    .statement<{ period: string }>(
      `SELECT DISTINCT r.period FROM activity_report r
       WHERE r.level <> 'agreement' AND r.region IN (SELECT value FROM json_each(:regions)) AND ${knownAt('r')}
       ORDER BY r.period DESC`,
    )
    .all({ regions: JSON.stringify(regions), known: moment(at).known })
    .map(({ period }) => ActivityPeriod.parse(period))
    .filter((period) => daysOf(period).to <= at.effectiveOn)
    .toSorted((a, b) => (daysOf(a).to < daysOf(b).to ? 1 : daysOf(a).to > daysOf(b).to ? -1 : a.length - b.length))
}

/** Everything reported about a period in the regions and about the whole country, as known at the instant. */
export function reportsOf(
  views: Views,
  at: AsOf,
  regions: readonly string[],
  period: ActivityPeriod,
): readonly Report[] {
  return views
    .statement<Row>(
      `SELECT r.* FROM activity_report r
       WHERE r.period = :period AND (r.region IN (SELECT value FROM json_each(:regions)) OR r.level = 'nation')
         AND ${knownAt('r')} ORDER BY r.level, r.about, r.specialty`,
    )
    .all({ period, regions: JSON.stringify(regions), known: moment(at).known })
    .map((row) => ({
      about: ActivitySubject.parse({ level: row.level, id: row.about }),
      period: ActivityPeriod.parse(row.period),
      specialty: Specialty.parse(row.specialty),
      figures: { ...figuresOf(row), inputs: eventIds(row.inputs) },
      published: PublishedGrowth.array().parse(JSON.parse(row.published)),
      source: row.source,
    }))
}

/** A review with what it is about. */
export interface Review extends ReviewFact {
  readonly level: string
  readonly about: string
  readonly period: ActivityPeriod
  readonly specialty: string
  readonly rule: ReviewedRule
  readonly openedOn: EffectiveDate
  readonly reason: string
  readonly closingReason: string | null
}

type ReviewRow = {
  level: string
  about: string
  period: string
  specialty: string
  rule: ReviewedRule
  conclusion: 'explained' | 'ceiling' | null
  reason: string
  opened_on: string
  closed_on: string | null
  closing_reason: string | null
  inputs: string
}

/** Reviews in the regions as known at the instant, the newest closed first; open ones before them. */
export function reviewsOf(views: Views, at: AsOf, regions: readonly string[]): readonly Review[] {
  return views
    .statement<ReviewRow>(
      `SELECT v.* FROM control_review v
       WHERE v.region IN (SELECT value FROM json_each(:regions)) AND v.effective_to > :on AND v.effective_from <= :on
         AND ${knownAt('v')} ORDER BY v.closed_on IS NOT NULL, v.closed_on DESC, v.opened_on, v.key`,
    )
    .all({ regions: JSON.stringify(regions), ...moment(at) })
    .map(({ opened_on, closed_on, closing_reason, inputs, ...row }) => ({
      ...row,
      period: ActivityPeriod.parse(row.period),
      openedOn: EffectiveDate.parse(opened_on),
      closedOn: EffectiveDate.nullable().parse(closed_on),
      closingReason: closing_reason,
      inputs: eventIds(inputs),
    }))
}
