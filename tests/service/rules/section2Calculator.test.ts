import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calculateSection2, supervisionBudget } from '#service/rules/coverage/section2Calculator'
import { syddanmark2023 } from './section2Figures.ts'

const warnPoints = 5
const result = calculateSection2(syddanmark2023, warnPoints)
/** Millions of kroner to so many decimals, half up. */
const millions = (oere: number, decimals: number) => Math.round(oere / 10 ** (8 - decimals)) / 10 ** decimals

describe('given the figures of SEED 002, when they are scaled, then R-33', () => {
  test('R-33 S2-1: 20 therapists x 1.35 = 27', () => expect(result.seed.therapists).toBe(27))
  test('R-33 S2-2: 550 patients x 1.35 = 742.5, rounded half up to 743', () => expect(result.seed.patients).toBe(743))
  test('R-33 S2-3: 20,715 services x 1.35 = 27,965.25 -> 27,965', () => expect(result.seed.services).toBe(27_965))
  test('R-33 S2-4: 1.725 M x 1.35 = 2.32875 M -> 2.33 M', () => {
    expect(result.seed.serviceCostOere).toBe(232_875_000)
    expect(millions(result.seed.serviceCostOere, 2)).toBe(2.33)
  })
  test('R-33 S2-5: 27 x 20,000 = 540,000 kr', () => expect(result.seed.baseFeesOere).toBe(54_000_000))
  test('R-33 S2-6: supervision 18,000 kr a group; 108,000 kr is 6 groups of 4.5; 80,000 kr unscaled', () => {
    const seed = { timesPerYear: 4, hours: 3, oerePerHour: 150_000, budgetOere: 10_800_000 }
    expect(supervisionBudget({ ...seed, therapists: 27, upliftPercent: 35 })).toEqual({
      groupOere: 1_800_000,
      groups: 6,
      therapistsPerGroupTenths: 45,
      unscaledOere: 8_000_000,
    })
  })
  test('R-33 S2-7: 2.32875 + 0.540 + 0.108 + 0.020 = 2.99675 M -> 3.0 M a year', () => {
    expect(result.seed.yearlyOere).toBe(299_675_000)
    expect(millions(result.seed.yearlyOere, 1)).toBe(3)
  })
  test('R-33 S2-8: with the start-up of 0.020 M, 3.01675 M, still 3.0 M', () => {
    const one = calculateSection2({ ...syddanmark2023, startUpOere: 2_000_000, years: 1 }, warnPoints)
    expect(one.seed.totalOere).toBe(301_675_000)
    expect(millions(one.seed.totalOere, 1)).toBe(3)
  })
  test('R-33 S2-9: 3,136 kr a patient, 37.7 services, 83.27 kr a service, 27.5 patients a therapist', () => {
    expect(Math.round(result.donor.oerePerPatient / 100)).toBe(3136)
    expect(result.donor.servicesPerPatientTenths).toBe(377)
    expect(result.donor.oerePerService).toBe(8327)
    expect(result.donor.patientsPerTherapistTenths).toBe(275)
  })
  test('R-33 S2-10: 1,911,067 / 1,238,406 = 1.543, so +54.3 %; 35.2 % is a share of Hovedstaden; the warning fires', () => {
    expect(result.populationRatioThousandths).toBe(1543)
    expect(result.populationUpliftTenths).toBe(543)
    expect(result.shareOfOwnTenths).toBe(352)
    expect(result.differenceTenths).toBe(193)
    expect(result.warns).toBe(true)
  })
  test('R-33 S2-11: at 1.543: 31 therapists, 849 patients, 31,967 services, 2.66 M', () => {
    const { therapists, patients, services, serviceCostOere } = result.population
    expect({ therapists, patients, services }).toEqual({ therapists: 31, patients: 849, services: 31_967 })
    expect(millions(serviceCostOere, 2)).toBe(2.66)
  })
  test('R-33 S2-12: four years are 12.0 M', () => expect(millions(result.seed.totalOere, 1)).toBe(12))
})

describe('R-33 on its limits', () => {
  const withRatio = (population: number, upliftPercent: number) =>
    calculateSection2({ ...syddanmark2023, donorPopulation: 1000, population, upliftPercent }, warnPoints).warns

  test('B2: exactly 5 points apart gives no warning, a thousandth of the population more does', () => {
    expect(withRatio(1400, 35)).toBe(false)
    expect(withRatio(1401, 35)).toBe(true)
    expect(withRatio(1300, 35)).toBe(false)
    expect(withRatio(1299, 35)).toBe(true)
  })

  test('rounds once: a tenth of a patient in each of ten regions is not lost, and no float is trusted', () => {
    // 0.1 + 0.2 in floats would make 1.35 x 10 = 13.500000000000002 or 13.499999999999998.
    const half = calculateSection2({ ...syddanmark2023, donorPatients: 10 }, warnPoints)
    expect(half.seed.patients).toBe(14)
    const below = calculateSection2({ ...syddanmark2023, donorPatients: 10, upliftPercent: 34 }, warnPoints)
    expect(below.seed.patients).toBe(13)
  })

  test('B3: each result is within a half of the exact value, and more donors never give fewer', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        fc.integer({ min: -90, max: 300 }),
        (donorPatients, upliftPercent) => {
          const of = (patients: number) =>
            calculateSection2({ ...syddanmark2023, donorPatients: patients, upliftPercent }, warnPoints).seed.patients
          const hundredfold = donorPatients * (100 + upliftPercent)
          expect(of(donorPatients) * 100 - hundredfold).toBeLessThanOrEqual(50)
          expect(of(donorPatients) * 100 - hundredfold).toBeGreaterThan(-50)
          expect(of(donorPatients + 1)).toBeGreaterThanOrEqual(of(donorPatients))
        },
      ),
    )
  })

  test('B3: equal populations change nothing', () => {
    const same = calculateSection2({ ...syddanmark2023, population: 1_238_406 }, warnPoints)
    expect(same.population).toMatchObject({ therapists: 20, patients: 550, services: 20_715 })
    expect(same.populationUpliftTenths).toBe(0)
  })
})
