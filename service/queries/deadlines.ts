import type { AsOf } from '#api/asOf'
import { reachOf, type Scope } from '#api/policy'
import { ActivityPeriod } from '#events/activity'
import { RegionCode } from '#events/identifiers'
import type { EffectiveDate } from '#events/time'
import type { Views } from '../projections/views.ts'
import { danishDate } from '../rules/calendar.ts'
import { dueOn as halfYearDueOn } from '../rules/followUp/halfYearlyData.ts'
import { referralUntil } from '../rules/procedure/committeeDecision.ts'
import { responsibleRegion } from '../rules/responsibleRegion.ts'
import { answered } from './answered.ts'
import { maySee } from './caseAccess.ts'
import { type CaseRecord, caseRecords, isOpen } from './caseRecords.ts'
import { meetingRecords } from './meetingRecords.ts'
import { planInForce } from './planInForce.ts'
import type { AnswerOf, Query, World } from './query.ts'
import { rulingOf } from './rulings.ts'

type Row = AnswerOf<'deadlines'>['rows'][number]

const nothing = { case: null, number: null, municipality: null, region: null, what: null }

/** Everything with a date ahead or overdue: of cases, meetings and half-yearly data, within the asker's reach. */
export const deadlines: Query<'deadlines'> = (views, at, scope, { region }, world) => {
  const records = caseRecords(views, at)
    .filter((record) => maySee(scope, record))
    .filter((record) => region === undefined || record.region === region)
  const rows = [
    ...records.flatMap((record) => ofCase(views, at, scope, record, world)),
    ...ofMeetings(views, at, scope, world).filter((row) => region === undefined || row.region === region),
    ...ofHalfYears(views, at, scope, world).filter((row) => region === undefined || row.region === region),
  ]
  return {
    at: answered(views, at),
    rows: rows.toSorted((a, b) => rank(a).localeCompare(rank(b))),
  }
}

function rank({ on, kind, number, municipality }: Row): string {
  return `${on} ${kind} ${number ?? ''} ${municipality ?? ''}`
}

function ofCase(views: Views, at: AsOf, scope: Scope, record: CaseRecord, { today }: World): Row[] {
  const about = { ...nothing, case: record.case, number: record.number }
  if (!isOpen(record)) {
    const until = lastDayOfReferral(views, at, record)
    if (until === null || until.on < today || record.status === 'referred') return []
    return [{ ...about, on: until.on, kind: 'referral', what: until.number }]
  }
  const own = (code: string) => scope.role !== 'municipality' || scope.organisation === code
  return [
    ...record.hearings
      .filter(({ answered: isDone, lapsed, municipality }) => !isDone && !lapsed && own(municipality))
      .map(({ dueOn: on, municipality }): Row => ({ ...about, on, kind: 'hearing', municipality })),
    ...record.missing.map(({ item, dueOn: on }): Row => ({ ...about, on, kind: 'information', what: item })),
    { ...about, on: record.wantedFrom, kind: 'wantedFrom' },
  ]
}

/** Last day on which a party may demand referral, by the days of the rule set in force; null where nobody can tell. */
function lastDayOfReferral(
  views: Views,
  at: AsOf,
  record: CaseRecord,
): { readonly on: EffectiveDate; readonly number: string } | null {
  const ruling = rulingOf(views, at, record)
  if (ruling === null) return null
  const { effectiveFrom, recordedAt, number } = ruling
  const plan = planInForce(views, responsibleRegion(record.region, effectiveFrom), {
    ...at,
    effectiveOn: effectiveFrom,
  })
  return plan === null ? null : { on: referralUntil(danishDate(recordedAt), plan.parameters.referralDays), number }
}

function ofMeetings(views: Views, at: AsOf, scope: Scope, { today }: World): Row[] {
  if (reachOf(scope.role, 'meeting.read') === null) return []
  return meetingRecords(views, at)
    .filter(({ region, meetingOn, cancelled }) => scope.regions.includes(region) && meetingOn >= today && !cancelled)
    .map(({ region, meetingOn: on, place: what }) => ({ ...nothing, on, kind: 'meeting', region, what }))
}

/** The next due day of half-yearly data of each of the asker's regions. */
function ofHalfYears(views: Views, at: AsOf, scope: Scope, { today }: World): Row[] {
  return scope.regions.flatMap((code): Row[] => {
    const region = RegionCode.safeParse(code).data
    const plan = region === undefined ? null : planInForce(views, responsibleRegion(region, today), at)
    if (region === undefined || plan === null || responsibleRegion(region, today) !== region) return []
    const year = Number(today.slice(0, 4))
    const periods = [`${year - 1}-H2`, `${year}-H1`, `${year}-H2`].map((period) => ActivityPeriod.parse(period))
    const due = periods.map((what) => ({ what, on: halfYearDueOn(what, plan.parameters) }))
    const next = due.find(({ on }) => on >= today)
    return next === undefined ? [] : [{ ...nothing, ...next, kind: 'halfYear', region }]
  })
}
