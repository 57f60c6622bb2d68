import { describe, expect, test } from 'vitest'
import { CaseSubject } from '#events/caseSubject'
import { supposing } from '#service/projections/views'
import { smallCapacityFact } from '#service/queries/facts/smallCapacity'
import { smallCapacityFollowUp } from '#service/rules/followUp/smallCapacity'
import { rm2015 } from '#service/rules/ruleSets'
import type { Given } from '../projections/givenEvents.ts'
import { midtjylland } from '../rules/facts.ts'
import { at, clinicIn, viewsOf, world } from './register.ts'

const figures = {
  patients: null,
  groupServices: null,
  individualServices: null,
  homeServices: null,
  progressivePatients: null,
  progressiveIndividualServices: null,
}
const report = (
  number: string,
  period: string,
  oere: number | null,
  specialty = '62',
  priceLevelYear = 2015,
): Given => ({
  type: 'ActivityReportReceived',
  stream: `activity-provider-${number}.${period}`,
  from: `${period.slice(0, 4)}-01-01`,
  data: {
    about: { level: 'provider', id: number },
    region: '1082',
    period,
    specialty,
    figures: { ...figures, oere, priceLevelYear },
    published: [],
    source: 'Udtræk',
  },
})
const hours = (number: string, specialty: string, hoursTenths: number): Given => ({
  type: 'HoursCapacityRegistered',
  stream: `providerNumber-${number}`,
  from: '2012-01-01',
  data: { specialty, hoursTenths },
})
const ceases = CaseSubject.parse({
  type: 'A12',
  provider: '100001',
  transferredTo: null,
  agreements: [],
  reason: 'Ophør',
  place: null,
})

const clinics = [
  ...clinicIn('holstebro', 'k-1', '100001'),
  ...clinicIn('aarhus', 'k-2', '100002'),
  hours('100001', '51', 80),
  hours('100001', '62', 120),
  hours('100002', '62', 100),
]
const factOn = (date: string, given: readonly Given[], subject: CaseSubject = ceases) => {
  const { views } = viewsOf([...clinics, ...given])
  return smallCapacityFact(
    { before: views, changed: supposing(views, []), at: at(date), region: midtjylland, world },
    subject,
  )
}

describe('R-09 asked of an application', () => {
  const reports = [
    report('100001', '2015', 40_000_000),
    report('100001', '2015', 50_000_000, '51'),
    report('100002', '2015', 100_000_000),
  ]

  test('R-09: hours of the date beside the turnover of the last whole year, over all specialties', () => {
    const fact = factOn('2016-06-01', [...reports, report('100001', '2016-H1', 1)])
    expect(fact).toMatchObject({
      regime: 'HOURS',
      hoursTenths: 200,
      oere: 90_000_000,
      others: [{ hoursTenths: 400, oere: 100_000_000 }],
    })
    expect(smallCapacityFollowUp.evaluate({ caseInputs: [], small: fact }, rm2015.parameters)).toMatchObject({
      outcome: 'needs-information',
      code: 'R-09.outside',
      params: { ofMedianPermille: 1800 },
    })
  })

  test('R-09: a year that was not over, or that nothing was reported of, gives no turnover: asked for, not passed', () => {
    expect(factOn('2015-12-31', reports)).toMatchObject({ hoursTenths: 200, oere: null, others: [] })
    const fact = factOn('2016-06-01', [])
    expect(smallCapacityFollowUp.evaluate({ caseInputs: [], small: fact }, rm2015.parameters)).toMatchObject({
      outcome: 'needs-information',
      missing: ['turnover', 'regionalMedian'],
    })
  })

  test('R-09: amounts at two price levels are not added, and others at another level are not compared with', () => {
    const mixed = [report('100001', '2015', 1), report('100001', '2015', 2, '51', 2014)]
    expect(factOn('2016-06-01', mixed)?.oere).toBeNull()
    const other = report('100002', '2015', 100_000_000, '62', 2014)
    expect(factOn('2016-06-01', [report('100001', '2015', 1), other])?.others).toEqual([])
  })

  test('R-09: a number that the register does not know has unknown hours', () => {
    const unknown = CaseSubject.parse({ ...ceases, provider: '999999' })
    expect(factOn('2016-06-01', reports, unknown)).toMatchObject({ hoursTenths: null, oere: null })
  })

  test('R-09: from 2024-01-01 hours are not looked up, and the rule does not apply; the day before it does', () => {
    const judged = (date: string) => {
      const fact = factOn(date, reports)
      return smallCapacityFollowUp.evaluate({ caseInputs: [], small: fact }, rm2015.parameters)
    }
    expect(judged('2023-12-31').outcome).toBe('needs-information')
    expect(judged('2024-01-01')).toMatchObject({ outcome: 'not-applicable', code: 'R-09.otherRegime' })
  })
})
