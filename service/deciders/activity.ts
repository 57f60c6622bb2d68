import type { ActivityCommand } from '#api/commands/activity'
import {
  type ActivityEvent,
  type ActivityFigures,
  type ActivityPeriod,
  daysOf,
  type RecordedActivityEvent,
} from '#events/activity'
import type { EventId } from '#events/envelope'
import type { EffectiveDate } from '#events/time'
import { type Decider, Refusal } from './decider.ts'
import { equal } from './equal.ts'

type Data<Type extends ActivityEvent['type']> = Extract<ActivityEvent, { type: Type }>['data']

interface Report {
  readonly received: Data<'ActivityReportReceived'>
  /** As they stand after corrections. */
  readonly figures: ActivityFigures
  /** The event that a correction has to name. */
  readonly event: EventId
}

interface Review {
  readonly opened: Data<'ControlReviewOpened'>
  readonly openedOn: EffectiveDate
  readonly closed: Data<'ControlReviewClosed'> | null
}

/** Everything reported about one subject and period: reports by specialty, reviews by specialty and rule. */
export interface ActivityState {
  readonly reports: Readonly<Record<string, Report>>
  readonly reviews: Readonly<Record<string, Review>>
  readonly deliveries: readonly Data<'HalfYearlyDataPublished'>[]
  readonly followUps: readonly { readonly data: Data<'YearlyFollowUpHeld'>; readonly heldOn: EffectiveDate }[]
}

const reviewKey = ({ specialty, rule }: { specialty: string; rule: string }) => `${specialty} ${rule}`

export const activity: Decider<ActivityState, ActivityCommand, ActivityEvent, RecordedActivityEvent> = {
  initial: { reports: {}, reviews: {}, deliveries: [], followUps: [] },

  evolve(state, event) {
    switch (event.type) {
      case 'ActivityReportReceived': {
        const { data, id } = event
        const report = { received: data, figures: data.figures, event: id }
        return { ...state, reports: { ...state.reports, [data.specialty]: report } }
      }
      case 'ActivityReportCorrected': {
        const report = state.reports[event.data.specialty]
        if (report === undefined) return state
        const corrected = { ...report, figures: event.data.figures }
        return { ...state, reports: { ...state.reports, [event.data.specialty]: corrected } }
      }
      case 'ControlReviewOpened': {
        const review = { opened: event.data, openedOn: event.effectiveFrom, closed: null }
        return { ...state, reviews: { ...state.reviews, [reviewKey(event.data)]: review } }
      }
      case 'ControlReviewClosed': {
        const review = state.reviews[reviewKey(event.data)]
        if (review === undefined) return state
        return { ...state, reviews: { ...state.reviews, [reviewKey(event.data)]: { ...review, closed: event.data } } }
      }
      case 'HalfYearlyDataPublished':
        return { ...state, deliveries: [...state.deliveries, event.data] }
      case 'YearlyFollowUpHeld':
        return { ...state, followUps: [...state.followUps, { data: event.data, heldOn: event.effectiveFrom }] }
      default:
        return event satisfies never
    }
  },

  decide(command, state, { today, halfYear }) {
    switch (command.type) {
      case 'ReportActivity': {
        const { data } = command
        const stands = state.reports[data.specialty]
        // Sent again, a report changes nothing; a correction in between stands.
        if (stands !== undefined && equal(stands.received, data)) return []
        if (stands !== undefined) throw new Refusal('activity.alreadyReported', { specialty: data.specialty })
        refuseUnsound(data.figures)
        const { from } = over(data.period, today)
        if ((data.about.level === 'nation') !== (data.region === null)) throw new Refusal('activity.regionNeeded')
        return [{ type: 'ActivityReportReceived', effectiveFrom: from, data }]
      }
      case 'CorrectActivity': {
        const { data } = command
        const stands = reportOf(state, data.specialty)
        if (equal(stands.figures, data.figures)) return []
        refuseUnsound(data.figures)
        const { from: effectiveFrom } = daysOf(data.period)
        return [{ type: 'ActivityReportCorrected', effectiveFrom, data, corrects: stands.event }]
      }
      case 'OpenControlReview': {
        const { effectiveFrom, ...data } = command.data
        const stands = state.reviews[reviewKey(data)]
        if (stands !== undefined && equal(stands.opened, data)) return []
        if (stands !== undefined) throw new Refusal('activity.reviewExists', { rule: data.rule })
        reportOf(state, data.specialty)
        refuseToCome(effectiveFrom, today)
        return [{ type: 'ControlReviewOpened', effectiveFrom, data }]
      }
      case 'CloseControlReview': {
        const { effectiveFrom, ...data } = command.data
        const stands = state.reviews[reviewKey(data)]
        if (stands?.closed != null && equal(stands.closed, data)) return []
        if (stands === undefined || stands.closed !== null)
          throw new Refusal('activity.noOpenReview', { rule: data.rule })
        if (effectiveFrom < stands.openedOn)
          throw new Refusal('activity.closedBeforeOpened', { effectiveFrom, from: stands.openedOn })
        refuseToCome(effectiveFrom, today)
        return [{ type: 'ControlReviewClosed', effectiveFrom, data }]
      }
      case 'PublishHalfYearlyData': {
        const { data } = command
        const latest = state.deliveries.at(-1)
        if (!data.period.includes('-H')) throw new Refusal('activity.notAHalfYear', { period: data.period })
        over(data.period, today)
        if (halfYear == null) throw new Refusal('activity.nothingToPublish', { ...data })
        // What stands published already is not published again.
        if (latest?.checksum === halfYear.checksum) return []
        if (latest?.complete === true && data.reason === null)
          throw new Refusal('activity.republishReason', { deliveredOn: latest.deliveredOn })
        const { municipality, region, period, reason } = data
        const told = { municipality, region, period, deliveredOn: today, ...halfYear, reason }
        return [{ type: 'HalfYearlyDataPublished', effectiveFrom: today, data: told }]
      }
      case 'RecordYearlyFollowUp': {
        const { effectiveFrom, ...data } = command.data
        if (state.followUps.some((one) => one.heldOn === effectiveFrom && equal(one.data, data))) return []
        if (!effectiveFrom.startsWith(`${data.year}-`) || effectiveFrom > today)
          throw new Refusal('activity.heldOutside', { effectiveFrom, year: data.year })
        return [{ type: 'YearlyFollowUpHeld', effectiveFrom, data }]
      }
      default:
        return command satisfies never
    }
  },
}

function reportOf(state: ActivityState, specialty: string): Report {
  const report = state.reports[specialty]
  if (report === undefined) throw new Refusal('activity.notReported', { specialty })
  return report
}

/** The period's days. Nothing can be reported about a period that is not over. */
function over(period: ActivityPeriod, today: EffectiveDate) {
  const days = daysOf(period)
  if (today < days.to) throw new Refusal('activity.periodNotOver', { period, from: days.to })
  return days
}

/** A review is recorded when it has begun or ended: one on a day to come would be seen by nobody until then. */
function refuseToCome(effectiveFrom: EffectiveDate, today: EffectiveDate): void {
  if (effectiveFrom > today) throw new Refusal('activity.reviewToCome', { effectiveFrom })
}

/** A part cannot be larger than what it is a part of. */
function refuseUnsound(figures: ActivityFigures): void {
  const { groupServices: group, individualServices: individual, patients } = figures
  const all = group === null || individual === null ? null : group + individual
  const parts: readonly [part: keyof ActivityFigures, value: number | null, whole: number | null][] = [
    ['homeServices', figures.homeServices, all],
    ['progressivePatients', figures.progressivePatients, patients],
    ['progressiveIndividualServices', figures.progressiveIndividualServices, individual],
  ]
  const wrong = parts.filter(([, value, whole]) => value !== null && whole !== null && value > whole)
  if (wrong.length > 0) throw new Refusal('activity.partLargerThanWhole', { figures: wrong.map(([part]) => part) })
}
