import { describe, expect, test } from 'vitest'
import { type ActivityEvent, type ActivityFigures, ActivityPeriod, daysOf, yearBefore } from '#events/activity'
import { MunicipalityCode, ProviderNumber, RegionCode } from '#events/identifiers'
import { activity } from '#service/deciders/activity'
import { given, idAt, on } from '../../given.ts'

const region = RegionCode.parse('1082')
const period = (text: string) => ActivityPeriod.parse(text)
const about = { level: 'provider', id: ProviderNumber.parse('000001') } as const
const figures: ActivityFigures = {
  patients: 140,
  groupServices: 640,
  individualServices: 960,
  homeServices: 120,
  progressivePatients: 80,
  progressiveIndividualServices: 360,
  oere: 181_300_000,
  priceLevelYear: 2025,
}
const key = { about, region, period: period('2025'), specialty: '62' as const }
const report = { ...key, figures, published: [], source: 'Udtræk' }
const received: ActivityEvent = { type: 'ActivityReportReceived', effectiveFrom: on('2025-01-01'), data: report }
const review = { ...key, rule: 'R-21' as const, reason: '12 % over' }
const opened: ActivityEvent = { type: 'ControlReviewOpened', effectiveFrom: on('2026-04-08'), data: review }

describe('reporting activity', () => {
  test('a report holds from the first day of its period', () => {
    given(activity).when({ type: 'ReportActivity', data: report }).thenEvents(received)
  })

  test('is refused before the period is over, and taken on the day after', () => {
    const half = { ...report, period: period('2026-H2') }
    given(activity)
      .when({ type: 'ReportActivity', data: half }, { today: on('2026-12-31') })
      .thenRefused('activity.periodNotOver', { from: '2027-01-01' })
    given(activity)
      .when({ type: 'ReportActivity', data: half }, { today: on('2027-01-01') })
      .thenEvents({ ...received, effectiveFrom: on('2026-07-01'), data: half })
  })

  test('other figures of the same specialty are a correction, not a second report', () => {
    const other = { ...figures, patients: 141 }
    given(activity, received)
      .when({ type: 'ReportActivity', data: { ...report, figures: other } })
      .thenRefused('activity.alreadyReported', { specialty: '62' })
    given(activity, received)
      .when({ type: 'CorrectActivity', data: { ...key, figures: other, reason: 'Talt forkert' } })
      .thenEvents({
        type: 'ActivityReportCorrected',
        effectiveFrom: on('2025-01-01'),
        data: { ...key, figures: other, reason: 'Talt forkert' },
        corrects: idAt(0),
      })
    given(activity)
      .when({ type: 'CorrectActivity', data: { ...key, figures: other, reason: 'Talt forkert' } })
      .thenRefused('activity.notReported')
  })

  test('a part that is larger than its whole is refused by name; beside an unknown whole it is taken', () => {
    const wrong = { ...figures, homeServices: 1601, progressivePatients: 141 }
    given(activity)
      .when({ type: 'ReportActivity', data: { ...report, figures: wrong } })
      .thenRefused('activity.partLargerThanWhole', { figures: ['homeServices', 'progressivePatients'] })
    const unknown = { ...figures, patients: null, groupServices: null, homeServices: 1601 }
    given(activity)
      .when({ type: 'ReportActivity', data: { ...report, figures: unknown } })
      .thenEvents({ ...received, data: { ...report, figures: unknown } })
  })

  test('only the whole country has no region', () => {
    given(activity)
      .when({ type: 'ReportActivity', data: { ...report, region: null } })
      .thenRefused('activity.regionNeeded')
  })
})

describe('reviews', () => {
  test('open over a report, close once, with what came of them', () => {
    given(activity, received)
      .when({ type: 'OpenControlReview', data: { ...review, effectiveFrom: on('2026-04-08') } })
      .thenEvents(opened)
    const close = { ...review, conclusion: 'explained' as const, reason: 'Tungt ramte patienter' }
    given(activity, received, opened)
      .when({ type: 'CloseControlReview', data: { ...close, effectiveFrom: on('2026-06-10') } })
      .thenEvents({ type: 'ControlReviewClosed', effectiveFrom: on('2026-06-10'), data: close })
  })

  test('cannot be opened without a report or twice, nor closed unopened or before they began', () => {
    const command = { ...review, effectiveFrom: on('2026-04-08') }
    given(activity).when({ type: 'OpenControlReview', data: command }).thenRefused('activity.notReported')
    given(activity, received, opened)
      .when({ type: 'OpenControlReview', data: { ...command, reason: 'Igen' } })
      .thenRefused('activity.reviewExists')
    const close = { ...command, conclusion: 'ceiling' as const }
    given(activity, received).when({ type: 'CloseControlReview', data: close }).thenRefused('activity.noOpenReview')
    given(activity, received, opened)
      .when({ type: 'CloseControlReview', data: { ...close, effectiveFrom: on('2026-04-07') } })
      .thenRefused('activity.closedBeforeOpened')
  })
})

describe('half-yearly data and the yearly follow-up', () => {
  const delivery = {
    municipality: MunicipalityCode.parse('0661'),
    region,
    period: period('2026-H1'),
    deliveredOn: on('2026-10-12'),
    complete: false,
    suppressedCells: 3,
  }
  const delivered: ActivityEvent = { type: 'HalfYearlyDataPublished', effectiveFrom: on('2026-10-12'), data: delivery }

  test('data are delivered once they can be, whole ones only once', () => {
    given(activity).when({ type: 'PublishHalfYearlyData', data: delivery }).thenEvents(delivered)
    const whole = { ...delivery, deliveredOn: on('2026-10-20'), complete: true }
    given(activity, delivered)
      .when({ type: 'PublishHalfYearlyData', data: whole })
      .thenEvents({ type: 'HalfYearlyDataPublished', effectiveFrom: on('2026-10-20'), data: whole })
    given(activity, { ...delivered, data: whole })
      .when({ type: 'PublishHalfYearlyData', data: delivery })
      .thenRefused('activity.alreadyDelivered')
  })

  test('not for a year, not before the half-year is over, not in the future', () => {
    const publish = (data: Partial<typeof delivery>) =>
      given(activity).when({ type: 'PublishHalfYearlyData', data: { ...delivery, ...data } })
    publish({ period: period('2025') }).thenRefused('activity.notAHalfYear')
    publish({ deliveredOn: on('2026-06-30') }).thenRefused('activity.deliveredOutside')
    publish({ deliveredOn: on('2026-11-23') }).thenRefused('activity.deliveredOutside')
  })

  test('a follow-up is held within its year', () => {
    const data = { region, year: 2025, measures: ['Flere hold'] }
    given(activity)
      .when({ type: 'RecordYearlyFollowUp', data: { ...data, effectiveFrom: on('2025-12-31') } })
      .thenEvents({ type: 'YearlyFollowUpHeld', effectiveFrom: on('2025-12-31'), data })
    given(activity)
      .when({ type: 'RecordYearlyFollowUp', data: { ...data, effectiveFrom: on('2026-01-01') } })
      .thenRefused('activity.heldOutside')
  })
})

test('periods know their days, and the same period a year before', () => {
  expect(daysOf(period('2026'))).toEqual({ from: '2026-01-01', to: '2027-01-01' })
  expect(daysOf(period('2026-H1'))).toEqual({ from: '2026-01-01', to: '2026-07-01' })
  expect(daysOf(period('2026-H2'))).toEqual({ from: '2026-07-01', to: '2027-01-01' })
  expect([yearBefore(period('2026')), yearBefore(period('2026-H1'))]).toEqual(['2025', '2025-H1'])
  for (const bad of ['26', '2026-H3', '2026-Q1', '2026-H1 ']) expect(ActivityPeriod.safeParse(bad).success).toBe(false)
})
