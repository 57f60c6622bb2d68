import type { AsOf } from '#api/asOf'
import { type ActivityFigures, ActivityPeriod, daysOf } from '#events/activity'
import { Specialty } from '#events/identifiers'
import { type ActivityCells, figuresOf } from '../projections/activityFigures.ts'
import { moment } from '../projections/bitemporal.ts'
import type { Views } from '../projections/views.ts'
import type { Version } from './toldFigures.ts'

/** A version of one period's reports, and when it was first told; null for what nobody was told yet. */
export interface DatedVersion extends Version {
  readonly toldFrom: string | null
}

/** Reports of municipalities of one kind of period: years, first halves or second halves. */
export interface Reports {
  readonly codes: readonly string[]
  readonly kind: '' | '-H1' | '-H2'
  readonly specialty: Specialty
}

type ReportRow = ActivityCells & {
  about: string
  period: string
  recorded_from: string
  recorded_to: string
}

/** Specialties that any of the municipalities was reported with in the period. */
export function reportedSpecialties(
  views: Views,
  at: AsOf,
  codes: readonly string[],
  period: ActivityPeriod,
): readonly Specialty[] {
  return views
    .statement<{ specialty: string }>(
      `SELECT DISTINCT r.specialty FROM activity_report r WHERE r.level = 'municipality' AND r.period = :period
         AND r.about IN (SELECT value FROM json_each(:codes)) AND r.recorded_from <= :known ORDER BY r.specialty`,
    )
    .all({ codes: JSON.stringify(codes), period, known: moment(at).known })
    .map(({ specialty }) => Specialty.parse(specialty))
}

/**
 * Versions of each period's reports up to `last`, in the order in which they were told: those in which something was
 * published or, of years, which nobody publishes, in which every municipality was known. What is known now of a half-year
 * `last` is the last of them, published or not.
 */
export function versionsOf(
  views: Views,
  at: AsOf,
  reports: Reports,
  last: ActivityPeriod,
  published: readonly Publication[],
): readonly DatedVersion[] {
  const rows = rowsOf(views, at, reports)
  const periods = [...new Set(rows.map(({ period }) => period))].filter((period) => period <= last)
  const versions = periods.flatMap((text) => {
    const period = ActivityPeriod.parse(text)
    if (daysOf(period).to > at.effectiveOn) return []
    const states = statesOf(
      period,
      rows.filter((row) => row.period === text),
      published.filter((one) => one.period === text),
    )
    if (reports.kind === '') {
      const whole = states.filter(({ figures }) => isWhole(reports.codes, figures))
      return whole.map(({ from, ...state }) => ({ ...state, toldFrom: from, toldTo: new Set(reports.codes) }))
    }
    return states
      .filter(({ toldFrom }, index) => toldFrom !== null || (text === last && index === states.length - 1))
      .map(({ from: _, ...state }) => state)
  })
  const rank = ({ toldFrom }: DatedVersion) => toldFrom ?? '9999'
  return versions.toSorted((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0))
}

/** When a municipality was told its half-year. */
export interface Publication {
  readonly municipality: string
  readonly period: string
  readonly recordedFrom: string
}

/** Publications to the municipalities, known at the instant. */
export function publicationsTo(views: Views, at: AsOf, codes: readonly string[]): readonly Publication[] {
  return views
    .statement<Publication>(
      `SELECT d.municipality, d.period, min(d.recorded_from) AS recordedFrom FROM half_yearly_data d
       WHERE d.municipality IN (SELECT value FROM json_each(:codes)) AND d.recorded_from <= :known
       GROUP BY d.key ORDER BY 3`,
    )
    .all({ codes: JSON.stringify(codes), known: moment(at).known })
}

function rowsOf(views: Views, at: AsOf, { codes, kind, specialty }: Reports): readonly ReportRow[] {
  return views
    .statement<ReportRow>(
      `SELECT r.* FROM activity_report r WHERE r.level = 'municipality' AND r.specialty = :specialty
         AND substr(r.period, 5) = :kind AND r.about IN (SELECT value FROM json_each(:codes))
         AND r.recorded_from <= :known ORDER BY r.period, r.recorded_from, r.about`,
    )
    .all({ codes: JSON.stringify(codes), kind, specialty, known: moment(at).known })
}

/** What was known from each instant at which something of the period became known. */
function statesOf(
  period: ActivityPeriod,
  rows: readonly ReportRow[],
  published: readonly Publication[],
): readonly (DatedVersion & { readonly from: string })[] {
  const instants = [...new Set(rows.map((row) => row.recorded_from))].toSorted()
  return instants.map((from, index) => {
    const until = instants[index + 1] ?? '9999'
    const known = rows.filter((row) => row.recorded_from <= from && from < row.recorded_to)
    const told = published.filter(({ recordedFrom }) => from <= recordedFrom && recordedFrom < until)
    return {
      period,
      from,
      figures: new Map(known.map((row) => [row.about, figuresOf(row)])),
      toldFrom: told[0]?.recordedFrom ?? null,
      toldTo: new Set(told.map(({ municipality }) => municipality)),
    }
  })
}

function isWhole(codes: readonly string[], figures: ReadonlyMap<string, ActivityFigures>): boolean {
  return codes.every((code) => figures.get(code)?.patients != null)
}
