import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ActivityPeriod } from '#events/activity'
import type { Finding, Flip } from '#events/finding'
import { flipWords } from '#events/flipWords'
import { placeholders } from '#events/glossary'
import { ClinicId } from '#events/identifiers'
import type { PlanParameters } from '#events/planParameters'
import { addDays } from '#service/rules/calendar'
import type { CaseFacts } from '#service/rules/facts'
import type { CapacityFacts } from '#service/rules/facts/capacity'
import type { ControlFacts } from '#service/rules/facts/followUp'
import { flipsOf, type Lever } from '#service/rules/flip'
import { controlStatistics } from '#service/rules/followUp/controlStatistics'
import { paymentCeiling } from '#service/rules/followUp/paymentCeiling'
import type { Rule } from '#service/rules/rule'
import { caseRules } from '#service/rules/rulebook'
import { ok2024, rm2015 } from '#service/rules/ruleSets'
import { on } from '../../given.ts'
import { address, code, midtjylland, relocationFacts } from './facts.ts'
import { area, ridingCase, school, step } from './ridingFacts.ts'
import { syddanmark2023 } from './section2Figures.ts'

const hours = rm2015.parameters
const units = ok2024(midtjylland).parameters

const toAarhus = {
  from: address('0746', 'Adelgade 2'),
  to: address('0751', 'Silkeborgvej 40', { position: [10.2, 56.15] }),
}
const within = { from: toAarhus.from, to: address('0746', 'Adelgade 40', { position: [9.9, 56.04] }) }

function rule(id: string): Rule {
  const found = caseRules.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no rule ${id}`)
  return found
}

function takeover(sharesHundredths: readonly number[], receivedOn: string, wantedFrom: string): CaseFacts {
  const facts = relocationFacts({ ...within, receivedOn, wantedFrom })
  return { ...facts, type: 'A2', relocation: null, transfer: { provider: '000001', sharesHundredths } }
}

const million = 100_000_000

/** Facts about capacity, empty but for what the test says. */
function capacityCase(type: CaseFacts['type'], known: Partial<CapacityFacts>, wantedFrom = '2026-06-01'): CaseFacts {
  const facts = relocationFacts({ ...within, wantedFrom, receivedOn: '2015-01-05' })
  const nothing: CapacityFacts = {
    shift: null,
    places: null,
    extra: null,
    pool: null,
    owners: [],
    number: null,
    employment: null,
    bend: null,
    mobile: null,
  }
  return { ...facts, type, relocation: null, capacity: { ...nothing, ...known } }
}

function pool(requestedOere: number, allocatedOere: number): CaseFacts {
  const owners = [{ person: 'person-1', clinicsBefore: 0, clinicsAfter: 1, inputs: [] }]
  const given = { specialty: '62', advertisedOere: 5 * million, allocatedOere, requestedOere, place: null, inputs: [] }
  return capacityCase('A13', { owners, pool: given })
}

function extraAddress(plannedMain: number, plannedExtra: number, registered: number, notifiedOn: string): CaseFacts {
  const capacity = { regime: 'KR_PER_CLINIC' as const, amount: registered, bySpecialty: [], inputs: [] }
  const places = { main: within.from, extra: within.to }
  const extra = { capacity, plannedMain, plannedExtra, others: [], openToAllPatients: true, notifiedOn, ...places }
  return capacityCase('A4', { extra })
}

function employment(ceilingOere: number, turnoverThisYearOere: number): CaseFacts {
  const known = { number: '000001', employees: 1, ceilingOere, turnoverLast12Oere: null, turnoverThisYearOere }
  return capacityCase('A6', { employment: { ...known, place: null, inputs: [] } }, '2016-06-01')
}

function bend(subsidyOere: number, numbersAfter: number, unitsHundredths = 300): CaseFacts {
  const of = { specialty: '62' as const, unitsHundredths, requestedOere: 0, indexTenThousandths: null, subsidyOere }
  const clinic = { clinic: 'klinik-1', specialties: [of], numbersAfter, numbersAtTransition: null }
  return capacityCase('A13', { bend: { ...clinic, place: null, inputs: [] } })
}

/** An expansion on 1 February 2027 by so much, with another holder's lapse by so much on a date. */
function expansion(addedTenths: number, lapsedTenths = 0, lapsedFrom = '2027-02-01'): CaseFacts {
  const start = '2020-01-01'
  const before = lapsesAt(start, 6120, lapsedTenths, lapsedFrom)
  const after = before.flatMap((one) =>
    one.from >= '2027-02-01'
      ? [{ ...one, hoursTenths: one.hoursTenths + addedTenths }]
      : one.to === null || one.to > '2027-02-01'
        ? [step(one.from, '2027-02-01', one.hoursTenths), step('2027-02-01', one.to, one.hoursTenths + addedTenths)]
        : [one],
  )
  return ridingCase('A10', { totals: [{ region: midtjylland, before, after }] })
}

function lapsesAt(start: string, level: number, lapsed: number, on: string) {
  return lapsed === 0 ? [step(start, null, level)] : [step(start, on, level), step(on, null, level - lapsed)]
}

function schools(...hours: readonly number[]): CaseFacts {
  const at = school('0791')
  const sites = hours.map((hoursTenths, index) => ({
    agreement: `g-${index + 1}`,
    school: at,
    hoursTenths,
    schoolTenths: hoursTenths,
  }))
  const permission = {
    school: at,
    agreement: 'g-1',
    hoursTenths: 100,
    contractFrom: null,
    permittedFrom: null,
    held: null,
    reported: null,
  }
  return ridingCase('A10', { sites, permission })
}

/** A number that stops, with its hours and turnover beside one of 37.0 hours and 925,000 kr. */
function smallNumber(hoursTenths: number, oere: number): CaseFacts {
  const others = [{ hoursTenths: 370, oere: 92_500_000 }]
  const small = { regime: 'HOURS' as const, provider: '000001', hoursTenths, oere, others, inputs: [] }
  return { ...capacityCase('A12', {}, '2016-06-01'), capacity: null, small }
}

/** An extra address, or a new agreement, at a school with a contract, hours held and hours reported. */
function permitted(type: 'A7' | 'A8', contractFrom: string, heldTenths: number, reportedTenths: number): CaseFacts {
  const held = { hoursTenths: heldTenths, permittedTenths: 80 }
  const reported = {
    period: ActivityPeriod.parse('2026'),
    hoursTenths: reportedTenths,
    permittedTenths: 80,
    inputs: [],
  }
  const base = { school: school('0791'), agreement: 'g-1', hoursTenths: 100, permittedFrom: null }
  return ridingCase(type, { permission: { ...base, contractFrom: on(contractFrom), held, reported } })
}

/** A therapist joins an agreement that was sized with so many percent more than the donor's. */
function joining(upliftPercent: number): CaseFacts {
  const figures = { ...syddanmark2023, upliftPercent }
  const section2 = { region: midtjylland, membersAfter: 27, lacks: [], inputs: [] }
  const proposal = { figures, basis: 'seed' as const, adopted: true }
  return { ...capacityCase('A15', {}), capacity: null, section2: { ...section2, proposal } }
}

/** A number at so many schools with permission asked for, and so many without. */
function takenOver(asked: number, left: number): CaseFacts {
  const at = (permission: boolean) =>
    area(school('0791'), { kind: 'municipality', codes: [code('0791')] }, '2027-01-01', { permission })
  const areas = [...Array.from({ length: asked }, () => at(true)), ...Array.from({ length: left }, () => at(false))]
  return ridingCase('A2', { areas })
}

/** The facts with the flip applied, or a part of it. */
function applied(of: Rule, facts: CaseFacts, { key, needs }: Flip, part = needs): CaseFacts {
  const lever = of.levers.find((one) => one.key === key)
  const changed = part === 0 ? facts : (lever?.move(facts, part) ?? null)
  if (changed === null) throw new Error(`${of.id}: ${key} cannot change by ${part} of ${needs}`)
  return changed
}

function documented(until: string, wantedFrom: string): CaseFacts {
  const documentation = { issuer: 'Fagligt selskab', issuedOn: on('2021-06-01'), expiresOn: on(until) }
  return { ...capacityCase('A14', {}, wantedFrom), capacity: null, documentation }
}

/** An area where so many accept new patients, others are full, and a survey found nobody. */
function homeTherapists(accepting: number, full: number): CaseFacts {
  const on2026 = on('2026-05-01')
  const survey = { surveyedOn: on2026, responsePercent: 73, providers: 2, accepting: 0 }
  const therapists = Array.from({ length: accepting + full }, (_, index) => ({
    accepts: index < accepting,
    saidOn: on2026,
    position: null,
    radiusKm: 30,
  }))
  const area = { area: '0400', before: therapists, after: therapists, survey, inputs: [] }
  const palliative = { on: on('2026-06-01'), lacks: [], areas: [area] }
  return { ...capacityCase('A15', {}), capacity: null, palliative }
}

describe('what would flip a finding', () => {
  test('R-30: 100 days left of documentation: it expires 81 days later, on the day after 180', () => {
    expect(rule('R-30').evaluate(documented('2024-04-10', '2024-01-01'), units).flips).toEqual([
      { key: 'expiresOn', needs: 81, unit: 'days', makes: 'pass', to: '2024-06-30' },
    ])
  })

  test('R-30: documentation that is as old as it can be is made no longer by a later expiry', () => {
    expect(rule('R-30').evaluate(documented('2026-06-01', '2026-06-01'), units)).toMatchObject({
      outcome: 'breach',
      flips: [],
    })
  })

  test('R-32: Bornholm’s two, none of whom accepts: two who do would be enough', () => {
    expect(rule('R-32').evaluate(homeTherapists(0, 2), units)).toMatchObject({
      outcome: 'breach',
      flips: [{ key: 'accepting', needs: 2, unit: 'count', makes: 'pass' }],
    })
    const [flip] = rule('R-32').evaluate(homeTherapists(3, 0), units).flips
    expect(flip).toEqual({ key: 'accepting', needs: -2, unit: 'count', makes: 'breach' })
  })

  test('R-02: 55 hours that would leave Skanderborg for Aarhus: 55 h stay in Skanderborg', () => {
    const facts = relocationFacts({ ...toAarhus, wantedFrom: '2016-03-01', regime: 'HOURS', amount: 550 })
    expect(rule('R-02').evaluate(facts, hours).flips).toEqual([
      { key: 'capacityMoved', needs: -550, unit: 'hoursTenths', makes: 'pass', municipality: '0746' },
    ])
  })

  test('R-02: of 2.15 units with a tolerance of 0.40 it is enough that 1.75 stay', () => {
    const facts = relocationFacts({ ...toAarhus, wantedFrom: '2026-06-01', amount: 215 })
    const [flip] = rule('R-02').evaluate(facts, { ...units, toleranceUnitsHundredths: 40 }).flips
    expect(flip).toMatchObject({ needs: -175, unit: 'unitsHundredths', makes: 'pass' })
  })

  test.each(['2016-03-01', '2027-02-01'])(
    'R-02: 12.0 riding hours that would leave Skanderborg on %s stay there, in hours under either regime',
    (wantedFrom) => {
      const shift = {
        ...toAarhus,
        hoursTenths: 120,
        municipalities: [
          { code: code('0746'), before: 300, after: 180 },
          { code: code('0751'), before: 0, after: 120 },
        ],
      }
      const facts = ridingCase('A9', { shift, takesHold: true }, { wantedFrom })
      const found = rule('R-02').evaluate(facts, wantedFrom < '2024-01-01' ? hours : units)
      expect(found).toMatchObject({ outcome: 'breach', code: 'R-02.leaves', derogationPossible: true })
      expect(found.flips).toEqual([
        { key: 'capacityMoved', needs: -120, unit: 'hoursTenths', makes: 'pass', municipality: '0746' },
      ])
    },
  )

  test('R-02: a move within the municipality is turned by nothing', () => {
    const facts = relocationFacts({ ...within, wantedFrom: '2026-06-01' })
    expect(rule('R-02').evaluate(facts, units)).toMatchObject({ outcome: 'pass', flips: [] })
  })

  test('R-03: 30 days with two addresses: the old one ends 30 days earlier, or the new one begins 30 days later', () => {
    const facts = relocationFacts({ ...within, wantedFrom: '2026-06-01', previousUntil: '2026-07-01' })
    expect(rule('R-03').evaluate(facts, units).flips).toEqual([
      { key: 'previousUntil', needs: -30, unit: 'days', makes: 'pass', to: '2026-06-01' },
      { key: 'wantedFrom', needs: 30, unit: 'days', makes: 'pass', to: '2026-07-01' },
    ])
  })

  test('R-05: 16 days of notice where 30 are asked for: 14 days later', () => {
    const facts = relocationFacts({ ...within, receivedOn: '2026-05-16', wantedFrom: '2026-06-01' })
    expect(rule('R-05').evaluate(facts, units).flips).toEqual([
      { key: 'wantedFrom', needs: 14, unit: 'days', makes: 'pass', to: '2026-06-15' },
    ])
  })

  test('R-05: late and across the border, so no single change is enough', () => {
    const facts = relocationFacts({ ...toAarhus, receivedOn: '2026-05-16', wantedFrom: '2026-06-01' })
    expect(rule('R-05').evaluate(facts, units)).toMatchObject({ outcome: 'breach', flips: [] })
  })

  test('R-05: in good time by 2 days, so a breach when it is wanted 3 days earlier', () => {
    const facts = relocationFacts({ ...within, receivedOn: '2026-04-30', wantedFrom: '2026-06-01' })
    expect(rule('R-05').evaluate(facts, units).flips).toContainEqual({
      key: 'wantedFrom',
      needs: -3,
      unit: 'days',
      makes: 'breach',
      to: '2026-05-29',
    })
  })

  test('R-06: 0.6 + 0.5 of a number: 0.10 less; wanted in May, received in April: from 1 June', () => {
    expect(rule('R-06').evaluate(takeover([60, 50], '2026-04-01', '2026-06-01'), units).flips).toContainEqual({
      key: 'share',
      needs: -10,
      unit: 'share',
      makes: 'pass',
    })
    expect(rule('R-06').evaluate(takeover([60, 40], '2026-04-01', '2026-05-01'), units).flips).toEqual([
      { key: 'wantedFrom', needs: 31, unit: 'days', makes: 'pass', to: '2026-06-01' },
    ])
  })

  test('R-01: 1.0 million where 0.8 are left: 200,000 kr less', () => {
    expect(rule('R-01').evaluate(pool(million, 4.2 * million), units).flips).toEqual([
      { key: 'requested', needs: -0.2 * million, unit: 'oere', makes: 'pass' },
    ])
  })

  test('R-04: 2.50 and 1.40 units planned where 3.70 are registered: 0.20 units less at the extra address', () => {
    expect(rule('R-04').evaluate(extraAddress(250, 140, 370, '2026-05-01'), units).flips).toEqual([
      { key: 'plannedExtra', needs: -20, unit: 'unitsHundredths', makes: 'pass' },
    ])
    expect(rule('R-04').evaluate(extraAddress(230, 140, 370, '2026-06-15'), units).flips).toEqual([
      { key: 'wantedFrom', needs: 14, unit: 'days', makes: 'pass', to: '2026-06-15' },
    ])
  })

  test('R-07: turnover 1,523,000 under a ceiling of 1,450,000: 73,000 kr less', () => {
    expect(rule('R-07').evaluate(employment(145_000_000, 152_300_000), hours).flips).toEqual([
      { key: 'turnover', needs: -7_300_000, unit: 'oere', makes: 'pass' },
    ])
  })

  test('R-08: 3.0 units and 3.2 million: 200,000 kr less; six numbers on 4.3 units: one fewer', () => {
    expect(rule('R-08').evaluate(bend(3.2 * million, 3), units).flips).toContainEqual({
      key: 'subsidy62',
      needs: -0.2 * million,
      unit: 'oere',
      makes: 'pass',
    })
    expect(rule('R-08').evaluate(bend(million, 6, 430), units).flips).toEqual([
      { key: 'numbers', needs: -1, unit: 'count', makes: 'pass' },
    ])
  })

  test('R-09: 20 h and 900,000 kr, 180 % of the median per hour: 275,000 kr less, or 8.8 h more', () => {
    expect(rule('R-09').evaluate(smallNumber(200, 90_000_000), hours).flips).toEqual([
      { key: 'turnover', needs: -27_500_000, unit: 'oere', makes: 'pass' },
      { key: 'weeklyHours', needs: 88, unit: 'hoursTenths', makes: 'pass' },
    ])
  })

  test('R-14: 612.0 hours and 4.0 more: 4.0 less; with 6.0 that lapse on the day, 2.0 more would breach', () => {
    expect(rule('R-14').evaluate(expansion(40), units).flips).toEqual([
      { key: 'ridingHours', needs: -40, unit: 'hoursTenths', makes: 'pass' },
    ])
    expect(rule('R-14').evaluate(expansion(40, 60), units).flips).toEqual([
      { key: 'ridingHours', needs: 21, unit: 'hoursTenths', makes: 'breach' },
    ])
  })

  test('R-15: a takeover that asks for Viborg alone of two schools: permission for one more', () => {
    expect(rule('R-15').evaluate(takenOver(1, 1), units)).toMatchObject({
      outcome: 'breach',
      flips: [{ key: 'permissions', needs: 1, unit: 'count', makes: 'pass' }],
    })
    expect(rule('R-15').evaluate(takenOver(2, 0), units).flips).toEqual([
      { key: 'permissions', needs: -1, unit: 'count', makes: 'breach' },
    ])
  })

  test('R-17: 14.0 and 8.5 hours: 1.5 more at the second school', () => {
    expect(rule('R-17').evaluate(schools(140, 85), units).flips).toEqual([
      { key: 'schoolHours', needs: 15, unit: 'hoursTenths', makes: 'pass' },
    ])
    expect(rule('R-17').evaluate(schools(85, 80), units).flips).toEqual([])
  })

  test('R-22: 140 patients at 12,950 kr under 12,600 kr a patient: 49,000 kr less', () => {
    const facts = {
      caseInputs: [],
      provider: '000001',
      ceiling: { oere: 1_260_000, basis: 'perPatient' as const, until: on('2026-12-31') },
      actual: { oere: 1_295_000 * 140, patients: 140 },
      inputs: [],
    }
    const [flip] = paymentCeiling.evaluate(facts, hours).flips
    expect(flip).toEqual({ key: 'paid', needs: -4_900_000, unit: 'oere', makes: 'pass' })
    const less = (oere: number) => ({ ...facts, actual: { ...facts.actual, oere: facts.actual.oere - oere } })
    expect(paymentCeiling.evaluate(less(4_900_000), hours).outcome).toBe('pass')
    expect(paymentCeiling.evaluate(less(4_899_999), hours).outcome).toBe('breach')
  })

  test('R-21: examined at 10 % over the mean that it is part of itself; as much less as takes it below', () => {
    const figuresOf = (oere: number) => ({
      patients: 100,
      groupServices: null,
      individualServices: null,
      homeServices: null,
      progressivePatients: null,
      progressiveIndividualServices: null,
      oere,
      priceLevelYear: 2025,
      inputs: [],
    })
    const factsAt = (oere: number): ControlFacts => ({
      caseInputs: [],
      about: { level: 'clinic', id: ClinicId.parse('klinik-1') },
      period: ActivityPeriod.parse('2025'),
      specialty: '62',
      figures: figuresOf(oere),
      regional: { oere: 1_200_000 * 900 + oere, patients: 1000 },
      review: null,
    })
    const asked = 1_400_000 * 100
    const found = controlStatistics.evaluate(factsAt(asked), hours)
    expect(found.outcome).toBe('needs-information')
    const [flip] = found.flips
    expect(flip).toMatchObject({ key: 'cost', unit: 'oere', makes: 'pass' })
    const needs = flip?.needs ?? 0
    expect(needs).toBeLessThan(0)
    expect(controlStatistics.evaluate(factsAt(asked + needs), hours).outcome).toBe('pass')
    expect(controlStatistics.evaluate(factsAt(asked + needs + 1), hours).outcome).toBe('needs-information')
  })

  test('a date is not sought beyond the end of the capacity regime', () => {
    const facts = relocationFacts({
      ...within,
      receivedOn: '2023-12-20',
      wantedFrom: '2023-12-28',
      regime: 'HOURS',
    })
    expect(rule('R-05').evaluate(facts, hours)).toMatchObject({ outcome: 'breach', flips: [] })
  })

  test('every lever has words for more and for less, and they fill in only what a flip says', () => {
    for (const { levers } of caseRules)
      for (const { key } of levers)
        for (const words of [flipWords[key].more, flipWords[key].less])
          for (const text of [words.da, words.en])
            for (const name of placeholders(text)) expect(['amount', 'to', 'municipality']).toContain(name)
  })
})

describe('B3: the stated flip flips the finding, one step less and 99 % of it do not', () => {
  const dates = fc.integer({ min: 0, max: 5000 }).map((days) => addDays(on('2014-01-01'), days))
  const moves = fc
    .record({
      crosses: fc.boolean(),
      wantedFrom: dates,
      notice: fc.integer({ min: -40, max: 200 }),
      overlap: fc.integer({ min: 0, max: 90 }),
      amount: fc.option(fc.integer({ min: 0, max: 2000 }), { nil: null }),
    })
    .map(({ crosses, wantedFrom, notice, overlap, amount }) =>
      relocationFacts({
        ...(crosses ? toAarhus : within),
        wantedFrom,
        receivedOn: addDays(wantedFrom, -notice),
        previousUntil: addDays(wantedFrom, overlap),
        regime: wantedFrom < '2024-01-01' ? 'HOURS' : 'KR_PER_CLINIC',
        amount,
      }),
    )
  const takeovers = fc
    .record({
      shares: fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 3 }),
      wantedFrom: dates,
      notice: fc.integer({ min: -10, max: 120 }),
    })
    .map(({ shares, wantedFrom, notice }) => takeover(shares, addDays(wantedFrom, -notice), wantedFrom))
  const oere = fc.integer({ min: 0, max: 6 * million })
  const tenths = fc.integer({ min: 0, max: 300 })
  const kinds: readonly fc.Arbitrary<CaseFacts>[] = [
    moves,
    takeovers,
    fc.tuple(oere, oere).map(([asked, given]) => pool(asked, given)),
    fc.tuple(tenths, tenths, tenths, dates).map(([main, extra, all, on]) => extraAddress(main, extra, all, on)),
    fc.tuple(oere, oere).map(([ceiling, turnover]) => employment(ceiling, turnover)),
    fc
      .tuple(oere, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 50, max: 900 }))
      .map(([subsidy, numbers, unitsHundredths]) => bend(subsidy, numbers, unitsHundredths)),
    fc
      .tuple(tenths, tenths, dates)
      .map(([added, lapsed, on]) => expansion(added, lapsed, on > '2027-02-01' ? on : '2027-02-01')),
    fc
      .tuple(fc.integer({ min: 1, max: 400 }), oere)
      .map(([hoursTenths, turnover]) => smallNumber(hoursTenths, turnover)),
    fc.integer({ min: -400, max: 400 }).map((days) => permitted('A7', addDays(on('2027-02-01'), days), 80, 80)),
    fc.integer({ min: -400, max: 400 }).map((days) => permitted('A8', addDays(on('2027-02-01'), days), 80, 80)),
    tenths.map((held) => permitted('A8', '2027-02-01', held, 80)),
    tenths.map((reported) => permitted('A8', '2027-02-01', 80, reported)),
    fc.integer({ min: -90, max: 300 }).map(joining),
    fc
      .tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }))
      .map(([asked, left]) => takenOver(asked, left)),
    fc.array(tenths, { minLength: 1, maxLength: 3 }).map((hoursAt) => schools(...hoursAt)),
    fc.tuple(dates, dates).map(([until, on]) => documented(until < '2021-06-01' ? '2021-06-01' : until, on)),
    fc
      .tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }))
      .map(([accepting, full]) => homeTherapists(accepting, full)),
  ]
  const parameters: fc.Arbitrary<PlanParameters> = fc
    .record({
      transitionDays: fc.integer({ min: 0, max: 60 }),
      noticeDays: fc.integer({ min: 0, max: 90 }),
      toleranceHoursTenths: fc.integer({ min: 0, max: 400 }),
      toleranceUnitsHundredths: fc.integer({ min: 0, max: 400 }),
    })
    .map((changed) => ({ ...units, ...changed }))

  test.each(caseRules.filter(({ levers }) => levers.length > 0))('$id', (of) => {
    let flipped = 0
    const property = (kind: fc.Arbitrary<CaseFacts>) =>
      fc.property(kind, parameters, (facts, plan) => {
        const regime = facts.wantedFrom < '2024-01-01' ? 'HOURS' : 'KR_PER_CLINIC'
        const judged = { ...plan, regime } as const
        const outcome = (changed: CaseFacts): Finding['outcome'] => of.evaluate(changed, judged).outcome
        const found = of.evaluate(facts, judged)
        for (const flip of found.flips) {
          flipped += 1
          expect(flip.needs).not.toBe(0)
          expect(outcome(applied(of, facts, flip))).toBe(flip.makes)
          expect(flip.makes).not.toBe(found.outcome)
          expect(outcome(applied(of, facts, flip, flip.needs - Math.sign(flip.needs)))).toBe(found.outcome)
          expect(outcome(applied(of, facts, flip, Math.trunc(flip.needs * 0.99)))).toBe(found.outcome)
        }
      })
    // Each kind by itself, so that none is left to chance.
    for (const kind of kinds) fc.assert(property(kind), { numRuns: 60 })
    expect(flipped).toBeGreaterThan(0)
  })
})

describe('the search', () => {
  const lever: Lever<number> = {
    key: 'capacityMoved',
    unit: 'count',
    move: (value, by) => (value + by < 0 || value + by > 5000 ? null : value + by),
  }
  const above = (limit: number) => (value: number) => ({
    outcome: value > limit ? ('breach' as const) : ('pass' as const),
  })

  test('finds the exact edge of any limit in either direction, the last possible value included', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 0, max: 4999 }), (value, limit) => {
        const [flip] = flipsOf([lever], value, above(limit))
        expect(flip?.needs).toBe(value > limit ? limit - value : limit + 1 - value)
      }),
    )
  })

  test('says nothing where no possible value turns it', () => {
    expect(flipsOf([lever], 7, above(5000))).toEqual([])
  })

  test('finds a single right number by the distance to the limit that was measured', () => {
    const exactly = (value: number) => ({
      outcome: value === 100 ? ('pass' as const) : ('breach' as const),
      measured: [{ key: 'sum', value, unit: 'count' as const, limit: 100 }],
    })
    expect(flipsOf([lever], 173, exactly)).toEqual([{ key: 'capacityMoved', needs: -73, unit: 'count', makes: 'pass' }])
  })

  test('proposes no change that ends where the rule lacks information', () => {
    const judge = (value: number) => ({
      outcome: value > 20 ? ('needs-information' as const) : ('breach' as const),
    })
    expect(flipsOf([lever], 18, judge)).toEqual([])
    expect(flipsOf([lever], 22, judge)).toMatchObject([{ needs: -2, makes: 'breach' }])
  })

  test('takes the way to a pass before a shorter way to something else', () => {
    const judge = (value: number) => ({
      outcome: value < 10 ? ('pass' as const) : value > 20 ? ('needs-information' as const) : ('breach' as const),
    })
    expect(flipsOf([lever], 18, judge)[0]).toMatchObject({ needs: -9, makes: 'pass' })
  })
})
