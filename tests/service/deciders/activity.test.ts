import { describe, expect, test } from 'vitest'
import type { ActivityCommand } from '#api/commands/activity'
import { type ActivityEvent, type ActivityFigures, ActivityPeriod, daysOf, yearBefore } from '#events/activity'
import type { HalfYearPackage } from '#events/halfYear'
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

  test('are neither opened nor closed on a day to come', () => {
    const today = on('2026-04-08')
    const tomorrow = on('2026-04-09')
    given(activity, received)
      .when({ type: 'OpenControlReview', data: { ...review, effectiveFrom: tomorrow } }, { today })
      .thenRefused('activity.reviewToCome', { effectiveFrom: tomorrow })
    given(activity, received, opened)
      .when(
        { type: 'CloseControlReview', data: { ...review, conclusion: 'ceiling', effectiveFrom: tomorrow } },
        { today },
      )
      .thenRefused('activity.reviewToCome', { effectiveFrom: tomorrow })
  })
})

type Asked = Extract<ActivityCommand, { type: 'PublishHalfYearlyData' }>['data']

describe('half-yearly data and the yearly follow-up', () => {
  const content: HalfYearPackage = {
    minCell: 5,
    inhabitants: { own: 58_500, region: 1_365_688 },
    specialties: [
      {
        specialty: '62',
        priceLevelYear: 2024,
        priceLevelYearBefore: null,
        rows: [{ measure: 'patients', own: 120, region: 4000, ownBefore: 'unknown', regionBefore: 'unknown' }],
      },
    ],
  }
  const checksum = (digit: string) => digit.repeat(64)
  const partial = { content, checksum: checksum('a'), complete: false, suppressedCells: 3 }
  const whole = { ...partial, checksum: checksum('b'), complete: true }
  const asked: Asked = { municipality: MunicipalityCode.parse('0661'), region, period: period('2026-H1'), reason: null }
  const publish = (data: Partial<Asked> = {}) =>
    ({ type: 'PublishHalfYearlyData', data: { ...asked, ...data } }) as const
  const published = (told: typeof partial, deliveredOn: string, reason: string | null = null): ActivityEvent => ({
    type: 'HalfYearlyDataPublished',
    effectiveFrom: on(deliveredOn),
    data: { ...asked, ...told, deliveredOn: on(deliveredOn), reason },
  })

  test('the package of the day is published with its checksum; the same package is not published twice', () => {
    given(activity)
      .when(publish(), { today: on('2026-10-12'), halfYear: partial })
      .thenEvents(published(partial, '2026-10-12'))
    given(activity, published(partial, '2026-10-12'))
      .when(publish(), { today: on('2026-10-20'), halfYear: partial })
      .thenNothing()
  })

  test('what came in parts is made whole without more words; what was whole is published anew for a reason', () => {
    given(activity, published(partial, '2026-10-12'))
      .when(publish(), { today: on('2026-10-20'), halfYear: whole })
      .thenEvents(published(whole, '2026-10-20'))
    const corrected = { ...whole, checksum: checksum('c') }
    given(activity, published(whole, '2026-10-20'))
      .when(publish(), { today: on('2026-11-02'), halfYear: corrected })
      .thenRefused('activity.republishReason', { deliveredOn: '2026-10-20' })
    given(activity, published(whole, '2026-10-20'))
      .when(publish({ reason: 'Patienter talt to gange' }), { today: on('2026-11-02'), halfYear: corrected })
      .thenEvents(published(corrected, '2026-11-02', 'Patienter talt to gange'))
  })

  test('not for a year, not before the half-year is over, not when nothing was reported', () => {
    given(activity)
      .when(publish({ period: period('2025') }), { halfYear: whole })
      .thenRefused('activity.notAHalfYear')
    given(activity)
      .when(publish(), { today: on('2026-06-30'), halfYear: whole })
      .thenRefused('activity.periodNotOver', { from: '2026-07-01' })
    given(activity).when(publish(), { halfYear: null }).thenRefused('activity.nothingToPublish')
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
