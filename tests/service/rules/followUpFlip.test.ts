import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ActivityFigures, ActivityPeriod } from '#events/activity'
import { ClinicId } from '#events/identifiers'
import type {
  GroupShareFacts,
  HomeTreatmentFacts,
  ProgressiveFacts,
  Reported,
  RidingExpenditureFacts,
  SpendingLevelFacts,
} from '#service/rules/facts/followUp'
import { groupShare } from '#service/rules/followUp/groupShare'
import { homeTreatment } from '#service/rules/followUp/homeTreatment'
import { progressivePatients } from '#service/rules/followUp/progressivePatients'
import { ridingExpenditure } from '#service/rules/followUp/ridingExpenditure'
import { spendingLevel } from '#service/rules/followUp/spendingLevel'
import type { Asked, Rule } from '#service/rules/rule'
import { rm2015 } from '#service/rules/ruleSets'
import { on } from '../../given.ts'
import { code } from './facts.ts'

const { parameters } = rm2015
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

function spending(region: number, nation: number): RidingExpenditureFacts {
  const shared = { priceLevelYear: 2025, inputs: [] }
  return {
    caseInputs: [],
    region: { ...shared, oere: region, inhabitants: 1_000 },
    nation: { ...shared, oere: region + nation, inhabitants: 5_000 },
    earlier: null,
  }
}

function progressive(services: number, patients: number): ProgressiveFacts {
  const about = { level: 'clinic', id: ClinicId.parse('klinik-1') } as const
  const period = ActivityPeriod.parse('2025')
  const reported = figures({ progressivePatients: patients, progressiveIndividualServices: services })
  return { caseInputs: [], about, period, specialty: '62', figures: reported, review: null }
}

function groups(group: number, individual: number, oere: number): GroupShareFacts {
  const before = figures({ groupServices: 6400, individualServices: 9600, patients: 1000, oere: 800_000_000 })
  const after = { ...before, groupServices: group, individualServices: individual, oere }
  return { caseInputs: [], municipality: code('0746'), before, after, highest: null }
}

function home(homeServices: number, regionalRest: number): HomeTreatmentFacts {
  return {
    caseInputs: [],
    municipality: code('0746'),
    figures: figures({ homeServices, groupServices: 6400, individualServices: 9600 }),
    regional: { home: homeServices + regionalRest, all: 100_000 },
    review: null,
    on: on('2026-11-22'),
  }
}

function level(region: number, rest: number): SpendingLevelFacts {
  return {
    caseInputs: [],
    region: figures({ individualServices: region, patients: 100 }),
    nation: figures({ individualServices: region + rest, patients: 500 }),
    earlier: null,
  }
}

describe('what would flip a follow-up finding', () => {
  test('R-20: 12.50 kr an inhabitant beside 10.00 elsewhere: 2.50 kr less for each of 1,000', () => {
    const { outcome, flips } = ridingExpenditure.evaluate(spending(1_250_000, 4_000_000), parameters)
    expect(outcome).toBe('breach')
    expect(flips).toEqual([{ key: 'cost', needs: -250_000, unit: 'oere', makes: 'pass' }])
  })

  test('R-23: 360 services to 80 patients: 40 fewer', () => {
    expect(progressivePatients.evaluate(progressive(360, 80), parameters).flips).toEqual([
      { key: 'individualServices', needs: -40, unit: 'count', makes: 'pass' },
    ])
  })

  test('R-24: 800 more in groups for 200 fewer individual ones at the same cost a patient: 600 fewer of either', () => {
    expect(groupShare.evaluate(groups(7200, 9400, 800_000_000), parameters).flips).toEqual([
      { key: 'groupServices', needs: -600, unit: 'count', makes: 'pass' },
      { key: 'individualServices', needs: -600, unit: 'count', makes: 'pass' },
    ])
  })

  test('R-24: replaced, but 150 kr dearer a patient: 150,000 kr less for 1,000 patients', () => {
    expect(groupShare.evaluate(groups(7200, 8800, 815_000_000), parameters).flips).toEqual([
      { key: 'cost', needs: -15_000_000, unit: 'oere', makes: 'pass' },
    ])
  })

  test('R-24: neither replaced nor as cheap, so no single change is enough', () => {
    expect(groupShare.evaluate(groups(7200, 9400, 815_000_000), parameters).flips).toEqual([])
  })

  test('R-25: the region’s share falls with the municipality’s own, so it takes more than the difference', () => {
    const found = homeTreatment.evaluate(home(1300, 4700), parameters)
    const [flip] = found.flips
    expect(found.outcome).toBe('needs-information')
    expect(flip).toMatchObject({ key: 'homeServices', unit: 'count', makes: 'pass' })
    expect(flip?.needs).toBeLessThan(1200 - 1300)
  })

  test('R-26: 26.3 services a patient beside 23.425 elsewhere: those above the others’ are too many', () => {
    const found = spendingLevel.evaluate(level(2630, 9370), parameters)
    expect(found).toMatchObject({ outcome: 'breach', params: { gapTenths: 23 } })
    expect(found.flips).toEqual([{ key: 'individualServices', needs: -288, unit: 'count', makes: 'pass' }])
  })
})

/** Applies every flip of any facts, one step less of it, and 99 % of it. */
function holds<Facts extends Asked>(rule: Rule<Facts>, facts: fc.Arbitrary<Facts>): void {
  let flipped = 0
  fc.assert(
    fc.property(facts, (given) => {
      const found = rule.evaluate(given, parameters)
      const outcomeBy = (key: string, by: number) => {
        const changed = by === 0 ? given : rule.levers.find((lever) => lever.key === key)?.move(given, by)
        return changed == null ? 'impossible' : rule.evaluate(changed, parameters).outcome
      }
      for (const { key, needs, makes } of found.flips) {
        flipped += 1
        expect(outcomeBy(key, needs)).toBe(makes)
        expect(makes).not.toBe(found.outcome)
        expect(outcomeBy(key, needs - Math.sign(needs))).toBe(found.outcome)
        expect(outcomeBy(key, Math.trunc(needs * 0.99))).toBe(found.outcome)
      }
    }),
    { numRuns: 200 },
  )
  expect(flipped).toBeGreaterThan(0)
}

describe('B3: the stated flip flips the finding, one step less and 99 % of it do not', () => {
  const oere = fc.integer({ min: 0, max: 1_000_000_000 })
  const services = fc.integer({ min: 1, max: 16_000 })

  test('R-20', () =>
    holds(
      ridingExpenditure,
      fc.tuple(oere, oere).map(([region, rest]) => spending(region, rest + 1)),
    ))
  test('R-23', () =>
    holds(
      progressivePatients,
      fc.tuple(services, fc.integer({ min: 1, max: 4000 })).map(([given, patients]) => progressive(given, patients)),
    ))
  test('R-24', () =>
    holds(
      groupShare,
      fc.tuple(services, services, oere).map(([group, single, cost]) => groups(group, single, cost)),
    ))
  test('R-25', () =>
    holds(
      homeTreatment,
      fc.tuple(services, services).map(([own, rest]) => home(own, rest)),
    ))
  test('R-26', () =>
    holds(
      spendingLevel,
      fc.tuple(services, services).map(([own, rest]) => level(own, rest)),
    ))
})
