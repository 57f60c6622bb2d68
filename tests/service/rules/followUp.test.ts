import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ActivityFigures, ActivityPeriod } from '#events/activity'
import { ClinicId, MunicipalityCode } from '#events/identifiers'
import { addMonths } from '#service/rules/calendar'
import type { Reported, ReviewFact, SpendingLevelFacts } from '#service/rules/facts/followUp'
import { controlStatistics } from '#service/rules/followUp/controlStatistics'
import { groupShare } from '#service/rules/followUp/groupShare'
import { growthPermille, perUserShareGrowthPermille, quoted } from '#service/rules/followUp/growth'
import { dueOn, halfYearlyData } from '#service/rules/followUp/halfYearlyData'
import { homeTreatment } from '#service/rules/followUp/homeTreatment'
import { paymentCeiling } from '#service/rules/followUp/paymentCeiling'
import { progressivePatients } from '#service/rules/followUp/progressivePatients'
import { ridingExpenditure } from '#service/rules/followUp/ridingExpenditure'
import { smallCapacity, smallCapacityFollowUp } from '#service/rules/followUp/smallCapacity'
import { spendingLevel } from '#service/rules/followUp/spendingLevel'
import { yearlyFollowUp } from '#service/rules/followUp/yearlyFollowUp'
import { compare, median, ratio, rounded } from '#service/rules/ratio'
import { evaluate } from '#service/rules/rulebook'
import { ok2024, rm2015 } from '#service/rules/ruleSets'
import { idAt, on } from '../../given.ts'
import { address, relocationFacts } from './facts.ts'

const { parameters } = rm2015
const half = (text: string) => ActivityPeriod.parse(text)
const skanderborg = MunicipalityCode.parse('0746')
const unknown: ActivityFigures = {
  patients: null,
  groupServices: null,
  individualServices: null,
  homeServices: null,
  progressivePatients: null,
  progressiveIndividualServices: null,
  oere: null,
  priceLevelYear: 2025,
}
const figures = (known: Partial<ActivityFigures>): Reported => ({ ...unknown, ...known, inputs: [] })
const asked = {
  caseInputs: [],
  about: { level: 'clinic', id: ClinicId.parse('klinik-1') } as const,
  period: half('2025'),
  specialty: '62' as const,
}
const measure = (finding: { measured: readonly { key: string; value: number | null }[] }, key: string) =>
  finding.measured.find((one) => one.key === key)?.value

describe('R-09 small capacities', () => {
  const others = [240, 250, 260].map((perHour) => ({ hoursTenths: 370, oere: perHour * 100 * 100 * 37 }))
  const small = (hoursTenths: number | null, oere: number | null, regime: 'HOURS' | 'KR_PER_CLINIC' = 'HOURS') =>
    smallCapacityFollowUp.evaluate(
      { caseInputs: [], small: { regime, provider: '000001', hoursTenths, oere, others, inputs: [] } },
      parameters,
    )

  test('R-09: 20 h and 900,000 kr are 45,000 per weekly hour, 180 % of the median 25,000: explained', () => {
    const finding = small(200, 90_000_000)
    expect(finding).toMatchObject({ outcome: 'needs-information', code: 'R-09.outside', missing: ['explanation'] })
    expect(measure(finding, 'turnoverPerHour')).toBe(4_500_000)
    expect(measure(finding, 'medianPerHour')).toBe(2_500_000)
    expect(finding.params).toMatchObject({ ofMedianPermille: 1800 })
  })

  test('S1-8, R-09: 29.9 h is small, 30.0 h is not', () => {
    expect(small(299, 1).outcome).toBe('needs-information')
    expect(small(300, 1)).toMatchObject({ outcome: 'pass', code: 'R-09.notSmall' })
  })

  test('R-09: the band holds its edges: 50 % and 125 % pass, one øre beyond does not', () => {
    expect(small(200, 25_000_000).outcome).toBe('pass')
    expect(small(200, 24_999_999).outcome).toBe('needs-information')
    expect(small(200, 62_500_000).outcome).toBe('pass')
    expect(small(200, 62_500_001).outcome).toBe('needs-information')
  })

  test('R-09: unknown turnover, unknown hours and a region without others are asked for, never passed', () => {
    expect(small(200, null)).toMatchObject({ outcome: 'needs-information', missing: ['turnover'] })
    expect(small(null, 1)).toMatchObject({ outcome: 'needs-information', missing: ['weeklyHours'] })
    const known = { hoursTenths: 200, oere: 1, others: [{ hoursTenths: 290, oere: 1 }], inputs: [] }
    const alone = smallCapacityFollowUp.evaluate(
      { caseInputs: [], small: { regime: 'HOURS', provider: '000001', ...known } },
      parameters,
    )
    expect(alone).toMatchObject({ outcome: 'needs-information', missing: ['regionalMedian'] })
  })

  test('R-09: an application to split or give up a number asks the same, and others ask nothing', () => {
    const facts = relocationFacts({ from: address('0746', 'A'), to: address('0746', 'B'), wantedFrom: '2016-03-01' })
    const number = { regime: 'HOURS' as const, provider: '000001', hoursTenths: 200, oere: 90_000_000, others }
    for (const type of ['A11', 'A12'] as const) {
      const found = evaluate({ ...facts, type, relocation: null, small: { ...number, inputs: [idAt(7)] } }, parameters)
      expect(found.find(({ rule }) => rule === 'R-09')).toMatchObject({
        outcome: 'needs-information',
        code: 'R-09.outside',
        inputs: [idAt(1), idAt(7)],
        flips: [
          { key: 'turnover', needs: -27_500_000, unit: 'oere', makes: 'pass' },
          { key: 'weeklyHours', needs: 88, unit: 'hoursTenths', makes: 'pass' },
        ],
      })
    }
    expect(smallCapacity.evaluate(facts, parameters)).toMatchObject({
      outcome: 'not-applicable',
      code: 'R-09.noNumber',
    })
    expect(evaluate(facts, parameters).map(({ rule }) => rule)).not.toContain('R-09')
  })

  test('R-09: from 2024 there are no hours to measure', () => {
    expect(small(200, 90_000_000, 'KR_PER_CLINIC').outcome).toBe('not-applicable')
  })
})

describe('R-20 riding expenditure', () => {
  const spending = (oere: number | null, inhabitants: number | null, priceLevelYear = 2014) => ({
    oere,
    inhabitants,
    priceLevelYear,
    inputs: [],
  })
  const finding = (
    region: ReturnType<typeof spending>,
    nation: ReturnType<typeof spending>,
    earlier: number | null = null,
  ) =>
    ridingExpenditure.evaluate(
      {
        caseInputs: [],
        region,
        nation,
        earlier: earlier === null ? null : { region: spending(earlier, 100), nation: spending(1000, 100) },
      },
      parameters,
    )

  test('R-20: above the country is advice with the trend, at it is met', () => {
    expect(finding(spending(1250, 100), spending(1000, 100))).toMatchObject({
      outcome: 'breach',
      strength: 'recommendation',
      code: 'R-20.above',
      params: { abovePermille: 250 },
    })
    expect(finding(spending(1250, 100), spending(1000, 100), 1300).code).toBe('R-20.aboveFalling')
    expect(finding(spending(1250, 100), spending(1000, 100), 1250).code).toBe('R-20.aboveNotFalling')
    expect(finding(spending(1000, 100), spending(1000, 100)).outcome).toBe('pass')
    expect(finding(spending(1001, 100), spending(1000, 100)).outcome).toBe('breach')
  })

  test('R-20: no inhabitants and two price levels are asked for', () => {
    expect(finding(spending(1250, null), spending(1000, 100))).toMatchObject({ missing: ['inhabitants'] })
    expect(finding(spending(1250, 100, 2024), spending(1000, 100))).toMatchObject({
      outcome: 'needs-information',
      missing: ['samePriceLevel'],
    })
  })
})

describe('published percentages beside our own division', () => {
  const million = 100_000_000

  test('S1-1, R-26: 172 -> 210 M kr is 22.1 %, the seed says 22.3 %', () => {
    expect(quoted(223, 172 * million, 210 * million)).toEqual({
      publishedPermille: 223,
      computedPermille: 221,
      differencePermille: 2,
    })
  })

  test('S1-2, R-20: 26.6 -> 31.6 M kr is 18.8 %, the seed says 18.9 %', () => {
    expect(quoted(189, 2660 * 1_000_000, 3160 * 1_000_000)).toEqual({
      publishedPermille: 189,
      computedPermille: 188,
      differencePermille: 1,
    })
  })

  test('S1-3: spending +22.3 % over a share of users +18 % is +3.6 % per user', () => {
    expect(perUserShareGrowthPermille(223, 180)).toBe(36)
  })

  test('an unknown amount gives no growth, and no difference', () => {
    expect(quoted(223, null, 210)).toEqual({ publishedPermille: 223, computedPermille: null, differencePermille: null })
    expect(growthPermille(0, 210)).toBeNull()
  })
})

describe('R-21 control statistics', () => {
  const regional = { oere: 1_200_000 * 1000, patients: 1000 }
  const statistics = (
    oere: number | null,
    patients: number | null = 100,
    review: ReviewFact | null = null,
    mean = regional,
  ) =>
    controlStatistics.evaluate({ ...asked, figures: figures({ oere, patients }), regional: mean, review }, parameters)

  test('R-21: mean 12,000; 13,200 is exactly 10 % and examined, 13,199 passes', () => {
    expect(statistics(1_320_000 * 100)).toMatchObject({
      outcome: 'needs-information',
      code: 'R-21.examine',
      missing: ['cause'],
      params: { deviationPermille: 100 },
    })
    expect(statistics(1_319_900 * 100)).toMatchObject({ outcome: 'pass', code: 'R-21.below' })
  })

  test('S1-5, E10, R-21: 10.0 % is reviewed, 9.99 % is not', () => {
    expect(statistics(13_200_000, 10).outcome).toBe('needs-information')
    expect(statistics(13_198_800, 10).outcome).toBe('pass')
  })

  test('R-21: one øre decides, where a quotient in floating point would not tell', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: 5000 }),
        fc.integer({ min: 1, max: 9_000 }),
        fc.integer({ min: 1, max: 100_000 }),
        (patients, meanKr, people) => {
          const mean = { oere: meanKr * 100 * people, patients: people }
          // meanKr is whole, so 110 % of it is a whole number of øre.
          const exact = meanKr * 110 * patients
          expect(statistics(exact, patients, null, mean).outcome).toBe('needs-information')
          expect(statistics(exact - 1, patients, null, mean).outcome).toBe('pass')
        },
      ),
    )
  })

  test('R-21: below ten patients there are no statistics; with ten there are', () => {
    expect(statistics(9 * 9_000_000, 9)).toMatchObject({ outcome: 'not-applicable', code: 'R-21.fewPatients' })
    expect(statistics(10 * 9_000_000, 10).outcome).toBe('needs-information')
  })

  test('R-21: unknown cost or patients is asked for, never passed', () => {
    expect(statistics(null)).toMatchObject({ outcome: 'needs-information', missing: ['expenditure'] })
    expect(statistics(1, null)).toMatchObject({ outcome: 'needs-information', missing: ['patients'] })
    expect(statistics(1, 100, null, { oere: 0, patients: 0 })).toMatchObject({ missing: ['regionalMean'] })
  })

  test('R-21: an open review keeps asking; a closed one says what came of it, and imposes nothing', () => {
    const open = { conclusion: null, closedOn: null, inputs: [] }
    const closed = (conclusion: 'explained' | 'ceiling') => ({ conclusion, closedOn: on('2026-05-01'), inputs: [] })
    expect(statistics(200_000_000, 100, open)).toMatchObject({ outcome: 'needs-information', code: 'R-21.underReview' })
    expect(statistics(200_000_000, 100, closed('explained'))).toMatchObject({ outcome: 'pass', code: 'R-21.explained' })
    expect(statistics(200_000_000, 100, closed('ceiling'))).toMatchObject({ outcome: 'pass', code: 'R-21.ceiling' })
  })
})

describe('R-22 payment ceiling', () => {
  const ceiling = { oere: 1_260_000, basis: 'perPatient' as const, until: on('2026-12-31') }
  const paid = (actual: { oere: number | null; patients: number | null }, given: object = {}) =>
    paymentCeiling.evaluate(
      { caseInputs: [], provider: '000001', ceiling: { ...ceiling, ...given }, actual, inputs: [] },
      parameters,
    )

  test('R-22: 12,600 kr per patient, 12,950 for 140 patients: 49,000 kr over', () => {
    const finding = paid({ oere: 1_295_000 * 140, patients: 140 })
    expect(finding).toMatchObject({ outcome: 'breach', code: 'R-22.overPerPatient' })
    expect(measure(finding, 'overCeiling')).toBe(4_900_000)
  })

  test('R-22: exactly the ceiling is within, one øre more is over', () => {
    expect(paid({ oere: 1_260_000 * 140, patients: 140 }).outcome).toBe('pass')
    expect(measure(paid({ oere: 1_260_000 * 140 + 1, patients: 140 }), 'overCeiling')).toBe(1)
  })

  test('R-22: a total ceiling does not ask for patients', () => {
    const total = { oere: 100_000, basis: 'total' }
    expect(paid({ oere: 100_001, patients: null }, total)).toMatchObject({ outcome: 'breach', code: 'R-22.over' })
    expect(paid({ oere: 100_000, patients: null }, total).outcome).toBe('pass')
  })

  test('R-22: no basis, no end date, no figures: asked for by name', () => {
    const finding = paid({ oere: null, patients: null }, { basis: null, until: null })
    expect(finding).toMatchObject({
      outcome: 'needs-information',
      missing: ['ceilingBasis', 'ceilingEnd', 'expenditure'],
    })
    expect(paid({ oere: 1, patients: 140 }, { until: null })).toMatchObject({ missing: ['ceilingEnd'] })
    expect(paid({ oere: 1, patients: null })).toMatchObject({ missing: ['patients'] })
  })
})

describe('R-23 progressive patients', () => {
  const progressive = (services: number | null, patients: number | null) =>
    progressivePatients.evaluate(
      {
        ...asked,
        figures: figures({ progressivePatients: patients, progressiveIndividualServices: services }),
        review: null,
      },
      parameters,
    )

  test('R-23: 360 services to 80 patients are 4.5 each: examined', () => {
    const finding = progressive(360, 80)
    expect(finding).toMatchObject({ outcome: 'needs-information', code: 'R-23.above' })
    expect(measure(finding, 'servicesPerPatient')).toBe(45)
  })

  test('R-23: exactly 4.0 is within, one service more is not', () => {
    expect(progressive(320, 80).outcome).toBe('pass')
    expect(progressive(321, 80).outcome).toBe('needs-information')
  })

  test('R-23: unknown is asked for', () => {
    expect(progressive(null, 80)).toMatchObject({ outcome: 'needs-information', missing: ['progressiveServices'] })
    expect(progressive(10, null)).toMatchObject({ missing: ['progressivePatients'] })
  })
})

describe('R-24 group share with real substitution', () => {
  const before = figures({ groupServices: 6400, individualServices: 9600, patients: 1000, oere: 800_000_000 })
  const shift = (after: Partial<ActivityFigures>, from: Reported | null = before) =>
    groupShare.evaluate(
      { caseInputs: [], municipality: skanderborg, before: from, after: { ...before, ...after }, highest: null },
      parameters,
    )

  test('R-24: 40.0 -> 43.4 %, but 200 of 800 replaced and 8,000 -> 8,150 kr per patient: breach', () => {
    const finding = shift({ groupServices: 7200, individualServices: 9400, oere: 815_000_000 })
    expect(finding).toMatchObject({
      outcome: 'breach',
      strength: 'binding',
      code: 'R-24.notReplaced',
      params: {
        beforePermille: 400,
        afterPermille: 434,
        substitutionHundredths: 25,
        costBeforeOere: 800_000,
        costAfterOere: 815_000,
        unmet: ['substitution', 'costPerPatient'],
      },
    })
  })

  test('R-24: as many fewer individual ones, at the same cost per patient, is real substitution; one fewer is not', () => {
    expect(shift({ groupServices: 7200, individualServices: 8800 })).toMatchObject({
      outcome: 'pass',
      code: 'R-24.replaced',
    })
    expect(shift({ groupServices: 7200, individualServices: 8801 })).toMatchObject({
      params: { unmet: ['substitution'] },
    })
    expect(shift({ groupServices: 7200, individualServices: 8800, oere: 800_000_001 })).toMatchObject({
      outcome: 'breach',
      params: { unmet: ['costPerPatient'] },
    })
  })

  test('R-24: a share that does not go up is advice', () => {
    expect(shift({})).toMatchObject({ outcome: 'breach', strength: 'recommendation', code: 'R-24.notUp' })
    expect(shift({ groupServices: 6000 })).toMatchObject({ strength: 'recommendation', code: 'R-24.notUp' })
  })

  test('R-24: no earlier period, an unknown number, two price levels: asked for', () => {
    expect(shift({}, null)).toMatchObject({ outcome: 'needs-information', missing: ['earlierPeriod'] })
    expect(shift({ patients: null })).toMatchObject({ missing: ['patients'] })
    expect(shift({ priceLevelYear: 2026 })).toMatchObject({ missing: ['samePriceLevel'] })
  })
})

describe('R-25 home treatment', () => {
  const regional = { home: 6000, all: 100_000 }
  const home = (homeServices: number | null, closedOn: string | null = null, today = '2026-11-22') =>
    homeTreatment.evaluate(
      {
        caseInputs: [],
        municipality: skanderborg,
        figures: figures({ homeServices, groupServices: 6400, individualServices: 9600 }),
        regional,
        review: closedOn === null ? null : { conclusion: 'explained', closedOn: on(closedOn), inputs: [] },
        on: on(today),
      },
      parameters,
    )

  test('R-25: 1,200 of 16,000 is 7.5 % against 6.0 %: 1.25 times, examined', () => {
    expect(home(1200)).toMatchObject({
      outcome: 'needs-information',
      code: 'R-25.examine',
      params: { homePermille: 75, regionPermille: 60, timesHundredths: 125 },
    })
    expect(home(1199).outcome).toBe('pass')
  })

  test('R-25: explained, it is looked at again after twelve months', () => {
    expect(home(1200, '2025-11-23')).toMatchObject({ outcome: 'pass', code: 'R-25.explained' })
    expect(home(1200, '2025-11-22').outcome).toBe('needs-information')
  })

  test('R-25: unknown is asked for', () => {
    expect(home(null)).toMatchObject({ outcome: 'needs-information', missing: ['homeServices'] })
  })
})

describe('R-26 services per patient', () => {
  const level = (perPatientTenths: number) => figures({ individualServices: perPatientTenths * 10, patients: 100 })
  const finding = (given: Partial<SpendingLevelFacts>) =>
    spendingLevel.evaluate(
      { caseInputs: [], region: level(263), nation: level(240), earlier: null, ...given },
      parameters,
    )

  test('S1-4, R-26: 26.3 against 24.0 is a gap of 2.3, advice', () => {
    expect(finding({})).toMatchObject({
      outcome: 'breach',
      strength: 'recommendation',
      code: 'R-26.above',
      params: { gapTenths: 23 },
    })
  })

  test('R-26: next year 25.4 is 1.4, 39 % closed', () => {
    const next = finding({ region: level(254), earlier: { region: level(263), nation: level(240) } })
    expect(next).toMatchObject({
      code: 'R-26.closing',
      params: { gapTenths: 14, earlierTenths: 23, closedPermille: 391 },
    })
  })

  test('R-26: at the country’s level the goal is reached; unknown is asked for', () => {
    expect(finding({ region: level(240) })).toMatchObject({ outcome: 'pass', code: 'R-26.reached' })
    expect(finding({ region: null })).toMatchObject({ outcome: 'needs-information', missing: ['regionalServices'] })
    const wider = { region: level(254), nation: level(240) }
    expect(finding({ earlier: wider })).toMatchObject({ code: 'R-26.notClosing' })
  })
})

describe('R-36 half-yearly data', () => {
  const delivered = (period: string, delivery: { on: string; complete: boolean } | null, today = '2026-11-22') =>
    halfYearlyData.evaluate(
      {
        caseInputs: [],
        municipality: skanderborg,
        period: half(period),
        delivery: delivery === null ? null : { ...delivery, on: on(delivery.on) },
        today: on(today),
        inputs: [],
      },
      ok2024(rm2015.region).parameters,
    )

  test('R-36: H1 2026 delivered on 12 October is 12 days late', () => {
    expect(delivered('2026-H1', { on: '2026-10-12', complete: true })).toMatchObject({
      outcome: 'breach',
      code: 'R-36.late',
      params: { days: 12, dueOn: '2026-09-30' },
    })
  })

  test('R-36: the due day itself is in time; H2 is due the year after', () => {
    expect(delivered('2026-H1', { on: '2026-09-30', complete: true }).outcome).toBe('pass')
    expect(delivered('2026-H1', { on: '2026-10-01', complete: true }).params).toMatchObject({ days: 1 })
    expect(dueOn(half('2025-H2'), parameters)).toBe('2026-03-31')
    expect(delivered('2025-H2', { on: '2026-03-31', complete: true }).outcome).toBe('pass')
  })

  test('R-36: incomplete data need information; late and incomplete is late; none is late from the day after', () => {
    expect(delivered('2026-H1', { on: '2026-09-30', complete: false })).toMatchObject({ outcome: 'needs-information' })
    expect(delivered('2026-H1', { on: '2026-10-12', complete: false }).outcome).toBe('breach')
    expect(delivered('2026-H1', null, '2026-09-30')).toMatchObject({ outcome: 'not-applicable', code: 'R-36.notDue' })
    expect(delivered('2026-H1', null, '2026-10-01')).toMatchObject({ outcome: 'breach', code: 'R-36.missing' })
  })
})

describe('R-37 yearly follow-up and renewal', () => {
  const followUp = (heldOn: string | null, today: string) =>
    yearlyFollowUp.evaluate(
      {
        caseInputs: [],
        inputs: [],
        asks: 'followUp',
        year: 2026,
        heldOn: heldOn === null ? null : on(heldOn),
        today: on(today),
      },
      parameters,
    )
  const plan = (today: string, given: object = {}) =>
    yearlyFollowUp.evaluate(
      {
        caseInputs: [],
        inputs: [],
        asks: 'renewal',
        plan: 'Praksisplan 2015',
        lastDay: on('2017-12-31'),
        hasSuccessor: false,
        today: on(today),
        ...given,
      },
      parameters,
    )

  test('R-37: none by 31 December is a breach from 1 January, and not before', () => {
    expect(followUp(null, '2026-12-31').outcome).toBe('not-applicable')
    expect(followUp(null, '2027-01-01')).toMatchObject({ outcome: 'breach', strength: 'binding', code: 'R-37.notHeld' })
    expect(followUp('2026-12-31', '2027-01-01').outcome).toBe('pass')
  })

  test('S1-7, R-37: a plan to 2017-12-31 is warned of from 2016-12-31', () => {
    expect(plan('2016-12-30')).toMatchObject({ outcome: 'pass', code: 'R-37.planRuns' })
    expect(plan('2016-12-31')).toMatchObject({ outcome: 'breach', strength: 'recommendation', code: 'R-37.renewalDue' })
    expect(plan('2017-12-31').code).toBe('R-37.renewalDue')
    expect(plan('2018-01-01')).toMatchObject({ strength: 'recommendation', code: 'R-37.expired' })
  })

  test('R-37: a successor ends the warning; no plan is asked for', () => {
    expect(plan('2018-01-01', { hasSuccessor: true }).outcome).toBe('pass')
    expect(plan('2018-01-01', { plan: null })).toMatchObject({ outcome: 'needs-information', missing: ['plan'] })
    expect(plan('2018-01-01', { lastDay: null })).toMatchObject({ outcome: 'pass', code: 'R-37.planOpen' })
  })

  test('months before a date keep its day where the month has it', () => {
    expect(addMonths(on('2017-12-31'), -12)).toBe('2016-12-31')
    expect(addMonths(on('2024-02-29'), -12)).toBe('2023-02-28')
  })
})

describe('ratios', () => {
  test('compare exactly, round halves away from zero, and take the mean of two middles', () => {
    expect(compare(ratio(1, 3), ratio(333_333_333_333, 1_000_000_000_000))).toBe(1)
    expect([rounded(ratio(5, 2)), rounded(ratio(-5, 2)), rounded(ratio(-4, 3)), rounded(ratio(7, 3), 10)]).toEqual([
      3, -3, -1, 23,
    ])
    const middle = median([ratio(3, 1), ratio(1, 1), ratio(2, 1), ratio(10, 1)])
    expect(middle === null ? null : rounded(middle, 10)).toBe(25)
    expect(median([])).toBeNull()
    expect(() => ratio(1, 0)).toThrow(RangeError)
  })
})
