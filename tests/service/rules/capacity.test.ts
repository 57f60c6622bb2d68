import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Finding, Finding as FindingSchema } from '#events/finding'
import { conditionWords, findingWords, measureWords, placeholders } from '#events/glossary'
import { PalliativeArea } from '#events/palliative'
import type { PlanParameters } from '#events/planParameters'
import { bendLimitOere, cutOere, maxNumbers, sharedCut, unitsOf } from '#service/rules/capacity/bendLimit'
import { capacityStays } from '#service/rules/capacity/capacityStays'
import { tightestBalance } from '#service/rules/capacity/establishmentPool'
import { extraAddress } from '#service/rules/capacity/extraAddress'
import { krCapacity } from '#service/rules/capacity/krCapacity'
import { mobileNumbers } from '#service/rules/capacity/mobileNumbers'
import { newNumber } from '#service/rules/capacity/newNumber'
import { oneAddress } from '#service/rules/capacity/oneAddress'
import { transfer } from '#service/rules/capacity/transfer'
import { turnoverCeiling } from '#service/rules/capacity/turnoverCeiling'
import type { CaseFacts } from '#service/rules/facts'
import type {
  BendFact,
  CapacityFacts,
  EmploymentFact,
  ExtraAddressFact,
  MobileFact,
  NumberFact,
  OwnerFact,
  PoolFact,
} from '#service/rules/facts/capacity'
import type { PalliativeFacts } from '#service/rules/facts/palliative'
import { involvedMunicipalities } from '#service/rules/procedure/involvedMunicipalities'
import { ok2024, rm2015 } from '#service/rules/ruleSets'
import { idAt, on } from '../../given.ts'
import { address, midtjylland, relocationFacts } from './facts.ts'

const hours = rm2015.parameters
const kroner = ok2024(midtjylland).parameters
const million = 100_000_000

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
const base = relocationFacts({ from: address('0661', 'A'), to: address('0661', 'B'), wantedFrom: '2026-05-01' })

/** Facts of a case about capacity. */
function facts(change: Partial<CaseFacts>, capacity: Partial<CapacityFacts>): CaseFacts {
  return { ...base, relocation: null, ...change, capacity: { ...nothing, ...capacity } }
}

function measured({ measured: all }: Finding, key: string) {
  const found = all.find((one) => one.key === key)
  return found === undefined ? undefined : [found.value, found.limit]
}

const owner = (clinicsBefore: number, clinicsAfter = clinicsBefore): OwnerFact => ({
  person: 'person-1',
  clinicsBefore,
  clinicsAfter,
  inputs: [],
})

describe('R-01 no new provider numbers', () => {
  const pool = (change: Partial<PoolFact>): PoolFact => ({
    specialty: '62',
    advertisedOere: 5 * million,
    allocatedOere: 4.2 * million,
    requestedOere: million,
    place: address('0661', 'Nørregade 1'),
    inputs: [idAt(4)],
    ...change,
  })
  const judged = (change: Partial<PoolFact>, owners: readonly OwnerFact[] = [owner(0)]) =>
    newNumber.evaluate(facts({ type: 'A13' }, { pool: pool(change), owners }), kroner)

  test('R-01: given the plan of 2015, when somebody applies for 37 h/week in 2016, then it is a breach', () => {
    const asked = facts({ type: 'A1', wantedFrom: on('2016-06-01') }, { pool: pool({ requestedOere: null }) })
    expect(newNumber.evaluate(asked, hours)).toMatchObject({
      outcome: 'breach',
      code: 'R-01.none',
      strength: 'binding',
    })
  })

  test('R-01: given 5,000,000 kr advertised and 4,200,000 allocated, when 1,000,000 is asked for, then 200,000 is too much', () => {
    const finding = judged({})
    expect(finding).toMatchObject({ outcome: 'breach', code: 'R-01.exceeded', params: { overOere: 20_000_000 } })
    expect(measured(finding, 'poolRequested')).toEqual([million, 80_000_000])
  })

  test('R-01: exactly what is left passes, one øre more is a breach', () => {
    expect(judged({ requestedOere: 80_000_000 }).outcome).toBe('pass')
    expect(judged({ requestedOere: 80_000_001 }).outcome).toBe('breach')
  })

  test('R-01: who owns a clinic already, what draws on no pool and what nobody advertised are breaches', () => {
    expect(judged({ requestedOere: million / 2 }, [owner(1)]).code).toBe('R-01.owner')
    expect(judged({ requestedOere: null }).code).toBe('R-01.noPool')
    expect(judged({ advertisedOere: null }).code).toBe('R-01.notAdvertised')
    expect(judged({ requestedOere: million / 2 }, [])).toMatchObject({
      outcome: 'needs-information',
      missing: ['applicantOwnership'],
    })
  })

  test('R-01: an award that comes later is no longer there to be given now, and later money is not there yet', () => {
    const entry = (kind: 'advertised' | 'awarded', from: string, oere: number) => ({
      region,
      kind,
      from: on(from),
      oere,
    })
    const region = midtjylland
    const entries = [
      entry('advertised', '2025-01-01', 5),
      entry('advertised', '2026-01-01', 3),
      entry('awarded', '2025-09-01', 4),
    ]
    expect(tightestBalance(entries, region, on('2025-03-01'))).toEqual({ advertisedOere: 5, allocatedOere: 4 })
    expect(tightestBalance(entries, region, on('2026-01-01'))).toEqual({ advertisedOere: 8, allocatedOere: 4 })
  })
})

describe('R-18 for capacity that is new, or used in another municipality', () => {
  const known = { specialty: '62', advertisedOere: null, allocatedOere: 0, requestedOere: null, inputs: [] }
  const heard = (type: 'A1' | 'A4' | 'A13', capacity: Partial<CapacityFacts>, parameters: PlanParameters = kroner) =>
    involvedMunicipalities.evaluate(facts({ type, consultations: [] }, capacity), parameters)
  const extraIn = (municipality: string): Partial<CapacityFacts> => ({
    shift: {
      from: address('0661', 'A'),
      to: address(municipality, 'C'),
      capacity: { regime: 'KR_PER_CLINIC', amount: 100, bySpecialty: [], inputs: [] },
      municipalities: [],
      takesHold: true,
    },
  })

  test.each(['A1', 'A13'] as const)(
    'R-18: %s hears the municipality where the number will be, as a principle',
    (type) => {
      const asked = { pool: { ...known, place: address('0661', 'Nørregade 1') } }
      expect(heard(type, asked)).toMatchObject({
        outcome: 'needs-consultation',
        strength: 'principle',
        params: { involved: ['0661'] },
      })
      expect(heard(type, asked, { ...kroner, hearCapacityCases: false }).outcome).toBe('not-applicable')
      expect(heard(type, { pool: { ...known, place: null } }).outcome).toBe('needs-information')
    },
  )

  test('R-18: an extra address hears both municipalities where it is in another, and none where it is not', () => {
    expect(heard('A4', extraIn('0657')).params.involved).toEqual(['0657', '0661'])
    expect(heard('A4', extraIn('0661')).outcome).toBe('not-applicable')
  })
})

describe('R-02 and R-03 for takeovers and extra addresses', () => {
  const clinic = { regime: 'HOURS' as const, amount: 370, bySpecialty: [], inputs: [idAt(2)] }
  const place = { addressId: 'a-1', kind: 'main' as const, notified: false, inputs: [] }
  const main = { ...place, address: address('0661', 'A'), period: { from: on('2010-01-01'), to: null } }
  const second = (notified: boolean) => ({
    ...main,
    addressId: 'a-2',
    kind: 'extra' as const,
    notified,
    address: address('0657', 'C'),
    period: { from: on('2016-06-01'), to: null },
  })

  test('R-02: an extra address in another municipality takes its hours there: -14.0 and +14.0', () => {
    const finding = capacityStays.evaluate(
      facts(
        { type: 'A4', wantedFrom: on('2016-06-01') },
        {
          shift: {
            from: address('0661', 'A'),
            to: address('0657', 'C'),
            capacity: clinic,
            municipalities: [
              { code: midtjyllandCode('0657'), before: 900, after: 1040 },
              { code: midtjyllandCode('0661'), before: 800, after: 660 },
            ],
            takesHold: true,
          },
        },
      ),
      hours,
    )
    expect(finding).toMatchObject({ outcome: 'breach', derogationPossible: true })
    expect(finding.measured.map(({ municipality, value }) => [municipality, value])).toEqual([
      ['0657', 140],
      ['0661', -140],
    ])
  })

  test('R-02: a number taken over in its own clinic changes nothing; without the clinic it is not known', () => {
    const shift = {
      from: address('0661', 'A'),
      to: address('0661', 'A'),
      capacity: clinic,
      municipalities: [],
      takesHold: true,
    }
    const judge = (change: object) =>
      capacityStays.evaluate(facts({ type: 'A2' }, { shift: { ...shift, ...change } }), hours)
    expect(judge({})).toMatchObject({ outcome: 'pass', code: 'R-02.stays' })
    expect(judge({ from: null, to: null })).toMatchObject({
      outcome: 'needs-information',
      missing: ['fromMunicipality', 'toMunicipality'],
    })
  })

  test('R-03: a receiver with an address elsewhere gets a second one: a breach; one address is a pass', () => {
    const judge = (after: readonly (typeof main)[], holder: string | null = 'q') =>
      oneAddress.evaluate(facts({ type: 'A2', wantedFrom: on('2016-06-01') }, { places: { holder, after } }), hours)
    expect(judge([main]).outcome).toBe('pass')
    expect(judge([main, { ...main, addressId: 'a-9', address: address('0661', 'D') }])).toMatchObject({
      outcome: 'breach',
      code: 'R-03.several',
    })
    expect(judge([], null)).toMatchObject({ outcome: 'needs-information', missing: ['receiverAddresses'] })
  })

  test('R-03: a notified extra address goes on to R-04; one that nobody gave notice of needs the notice', () => {
    const judge = (notified: boolean) =>
      oneAddress.evaluate(
        facts(
          { type: 'A4', wantedFrom: on('2016-06-01') },
          { places: { holder: 'k', after: [main, second(notified)] } },
        ),
        hours,
      )
    expect(judge(true)).toMatchObject({ outcome: 'pass', code: 'R-03.extra' })
    expect(judge(false)).toMatchObject({ outcome: 'needs-information', missing: ['notifiedOn'] })
  })
})

describe('R-04 an extra address does not stretch capacity', () => {
  const judged = (change: Partial<ExtraAddressFact>, { inHours = true, wantedFrom = '2016-06-01' } = {}) => {
    const extra: ExtraAddressFact = {
      capacity: { regime: inHours ? 'HOURS' : 'KR_PER_CLINIC', amount: 370, bySpecialty: [], inputs: [] },
      plannedMain: 230,
      plannedExtra: 140,
      others: [],
      openToAllPatients: true,
      notifiedOn: '2016-05-01',
      main: address('0661', 'A'),
      extra: address('0661', 'B'),
      ...change,
    }
    return extraAddress.evaluate(facts({ type: 'A4', wantedFrom: on(wantedFrom) }, { extra }), inHours ? hours : kroner)
  }

  test('R-04: given 37 h registered, when 25 + 14 are planned, then it is a breach by 2 h', () => {
    const finding = judged({ plannedMain: 250 })
    expect(finding).toMatchObject({ outcome: 'breach', params: { unmet: ['withinCapacity'] } })
    expect(measured(finding, 'plannedSum')).toEqual([390, 370])
  })

  test('R-04: given 37 h registered, when 23 + 14 are planned, then it passes; 0.1 h more does not', () => {
    expect(judged({}).outcome).toBe('pass')
    expect(judged({ plannedMain: 231 }).outcome).toBe('breach')
  })

  test('R-04: what is planned at another extra address counts, and what nobody said there is asked for', () => {
    expect(judged({ others: [{ addressId: 'x', planned: 1 }] }).outcome).toBe('breach')
    expect(judged({ others: [{ addressId: 'x', planned: null }] })).toMatchObject({
      outcome: 'needs-information',
      missing: ['plannedElsewhere'],
    })
  })

  test('R-04: not open to all referred patients is a breach', () => {
    expect(judged({ openToAllPatients: false }).params.unmet).toEqual(['openToAllPatients'])
  })

  test('R-04: since 2024 use on the day of the notification passes, a day before it is a breach', () => {
    const notified = (wantedFrom: string) => judged({ notifiedOn: '2026-02-02' }, { inHours: false, wantedFrom })
    expect(notified('2026-02-02').code).toBe('R-04.notified')
    expect(notified('2026-02-01').params.unmet).toEqual(['notifiedBeforeUse'])
    expect(judged({ notifiedOn: null }).code).toBe('R-04.toApprove')
  })

  test('R-04: each field that is left out is named, and none passes', () => {
    expect(
      judged({ plannedMain: null, plannedExtra: null, openToAllPatients: null, notifiedOn: null }, { inHours: false }),
    ).toMatchObject({
      outcome: 'needs-information',
      missing: ['plannedMain', 'plannedExtra', 'openToAllPatients', 'notifiedOn'],
    })
  })
})

describe('R-06 takeover, transfer, split, cessation', () => {
  const number = (change: Partial<NumberFact> = {}): NumberFact => ({
    number: '000001',
    holder: 'p',
    saidHolder: 'p',
    receiver: '000002',
    status: 'owner',
    regime: 'HOURS',
    before: 370,
    after: 370,
    hoursTenths: 370,
    takesHold: true,
    inputs: [],
    ...change,
  })
  const judged = (
    change: Partial<NumberFact>,
    more: { shares?: readonly number[]; owners?: readonly OwnerFact[]; facts?: Partial<CaseFacts> } = {},
  ) =>
    transfer.evaluate(
      facts(
        {
          type: 'A2',
          receivedOn: on('2026-03-31'),
          wantedFrom: on('2026-05-01'),
          transfer: { provider: '000001', sharesHundredths: more.shares ?? [40, 60] },
          ...more.facts,
        },
        { number: number(change), owners: more.owners ?? [] },
      ),
      hours,
    )

  test('R-06 (PUBLIC): given a form of 31 March, when 1 May is wanted, then it passes; given one of 1 April it is a breach until 1 June', () => {
    expect(judged({}).outcome).toBe('pass')
    const late = (wantedFrom: string) =>
      judged({}, { facts: { receivedOn: on('2026-04-01'), wantedFrom: on(wantedFrom) } })
    expect(late('2026-05-01')).toMatchObject({ code: 'R-06.tooEarly', params: { earliest: '2026-06-01' } })
    expect(late('2026-06-01').outcome).toBe('pass')
  })

  test('R-06: given a split of 0.6 + 0.5 = 1.1, then it is a breach', () => {
    expect(judged({}, { shares: [60, 50], facts: { type: 'A11' } })).toMatchObject({
      outcome: 'breach',
      code: 'R-06.shares',
      params: { sumShareHundredths: 110 },
    })
  })

  test('R-06: capacity after is capacity before, else it is a breach', () => {
    expect(judged({ after: 369 })).toMatchObject({ outcome: 'breach', code: 'R-06.capacity' })
    expect(measured(judged({ after: 369 }), 'capacityAfter')).toEqual([369, 370])
  })

  test('R-06: the sixth clinic passes and the seventh is a breach, from 2023-09-22 and not a day before', () => {
    const seventh = (wantedFrom: string, clinics: number) =>
      judged(
        {},
        { owners: [owner(clinics - 1, clinics)], facts: { receivedOn: on('2023-01-01'), wantedFrom: on(wantedFrom) } },
      )
    expect(seventh('2023-09-22', 6).outcome).toBe('pass')
    expect(seventh('2023-09-22', 7)).toMatchObject({ outcome: 'breach', code: 'R-06.clinics' })
    expect(seventh('2023-09-21', 7).outcome).toBe('pass')
  })

  test('R-06: who has seven clinics already and acquires none is left alone', () => {
    expect(judged({}, { owners: [owner(7, 7)] }).outcome).toBe('pass')
  })

  test('R-06: a cessation without a receiver lets its hours lapse; in kroner the capacity is the clinic’s', () => {
    const ceases = (change: Partial<NumberFact>) =>
      judged({ receiver: null, saidHolder: null, after: 0, ...change }, { facts: { type: 'A12', transfer: null } })
    expect(ceases({})).toMatchObject({ outcome: 'pass', code: 'R-06.lapses', params: { hoursTenths: 370 } })
    expect(measured(ceases({}), 'capacityLapses')).toEqual([370, undefined])
    expect(ceases({ regime: 'KR_PER_CLINIC', hoursTenths: null }).code).toBe('R-06.stays')
  })

  test('R-06: what the register does not know or cannot carry out needs information', () => {
    expect(judged({ holder: null })).toMatchObject({ outcome: 'needs-information', missing: ['provider'] })
    expect(judged({ holder: 'somebody-else', takesHold: false }).missing).toEqual(['currentHolder', 'registerRefuses'])
  })
})

describe('R-07 section 24 under a turnover ceiling', () => {
  const judged = (change: Partial<EmploymentFact>, parameters = hours) => {
    const employment: EmploymentFact = {
      number: '000001',
      employees: 1,
      ceilingOere: 145_000_000,
      turnoverLast12Oere: 145_000_000,
      turnoverThisYearOere: 152_300_000,
      place: null,
      inputs: [],
      ...change,
    }
    return turnoverCeiling.evaluate(facts({ type: 'A6' }, { employment }), parameters)
  }

  test('R-07: given a ceiling of 1,450,000 kr, when the turnover is 1,523,000, then it is 73,000 over (5.0 %)', () => {
    expect(judged({})).toMatchObject({
      outcome: 'breach',
      code: 'R-07.over',
      params: { overOere: 7_300_000, overPermille: 50 },
    })
  })

  test('R-07: exactly the ceiling passes, one øre more is a breach', () => {
    expect(judged({ turnoverThisYearOere: 145_000_000 }).outcome).toBe('pass')
    expect(judged({ turnoverThisYearOere: 145_000_001 }).outcome).toBe('breach')
  })

  test('R-07: without a ceiling, or without the turnover, it needs information; the basis of a ceiling is said', () => {
    const finding = judged({ ceilingOere: null })
    expect(finding).toMatchObject({ outcome: 'needs-information', missing: ['ceiling'] })
    expect(measured(finding, 'ceilingBasis')).toEqual([145_000_000, undefined])
    expect(judged({ turnoverThisYearOere: null }).missing).toEqual(['turnoverThisYear'])
  })

  test('R-07: under the agreement of 2024 it is not applicable, whatever the turnover', () => {
    expect(judged({}, kroner)).toMatchObject({ outcome: 'not-applicable', code: 'R-07.abolished' })
  })
})

describe('R-08 capacity in kroner and the bend limit', () => {
  const one = (specialty: '51' | '62', unitsHundredths: number, subsidyOere: number | null) => ({
    specialty,
    unitsHundredths,
    requestedOere: 0,
    indexTenThousandths: null,
    subsidyOere,
  })
  const judged = (change: Partial<BendFact>, parameters = kroner) => {
    const bend: BendFact = {
      clinic: 'k-1',
      specialties: [one('51', 0, null), one('62', 300, 3.2 * million)],
      numbersAfter: 3,
      numbersAtTransition: null,
      place: null,
      inputs: [],
      ...change,
    }
    return krCapacity.evaluate(facts({ type: 'A6' }, { bend }), parameters)
  }

  test('R-08: given 3.0 units on 62, when the subsidy is 3,200,000 kr, then 80,000 is cut and 3,120,000 paid', () => {
    const finding = judged({})
    expect(finding).toMatchObject({ outcome: 'breach', code: 'R-08.above' })
    expect(finding.params).toMatchObject({ excessOere: 20_000_000, cutOere: 8_000_000, paidOere: 312_000_000 })
  })

  test('R-08 (E9): given 2.4 units on 62, when 2,650,000 kr is claimed, then 100,000 is cut, 2,550,000 paid, and three numbers are allowed', () => {
    const finding = judged({ specialties: [one('51', 0, null), one('62', 240, 2.65 * million)] })
    expect(measured(finding, 'subsidy')).toEqual([null, 0])
    expect(finding.measured.find(({ key, specialty }) => key === 'subsidy' && specialty === '62')).toMatchObject({
      value: 265_000_000,
      limit: 240_000_000,
    })
    expect(finding.params).toMatchObject({
      excessOere: 25_000_000,
      cutOere: 10_000_000,
      paidOere: 255_000_000,
      most: 3,
    })
  })

  test('R-08 (E9): a cut of 100,000 kr on a month of 150,000 and 100,000 kr is borne as 60,000 and 40,000', () => {
    expect(sharedCut(10_000_000, [15_000_000, 10_000_000])).toEqual([6_000_000, 4_000_000])
  })

  test('R-08: given 2.4 + 1.9 = 4.3 units, then five numbers pass and six are a breach', () => {
    const specialties = [one('51', 240, 0), one('62', 190, 0)]
    expect(judged({ specialties, numbersAfter: 5 }).outcome).toBe('pass')
    expect(judged({ specialties, numbersAfter: 6 })).toMatchObject({ code: 'R-08.tooMany', params: { most: 5 } })
  })

  test('R-08: units are rounded up: 4.00 units give four numbers, 4.01 give five', () => {
    expect([maxNumbers(400), maxNumbers(401), maxNumbers(0)]).toEqual([4, 5, 0])
  })

  test('R-08: numbers that the clinic had at the transition may stay, one more may not', () => {
    const specialties = [one('51', 100, 0), one('62', 0, null)]
    expect(judged({ specialties, numbersAfter: 3, numbersAtTransition: 3 }).code).toBe('R-08.grandfathered')
    expect(judged({ specialties, numbersAfter: 4, numbersAtTransition: 3 }).code).toBe('R-08.tooMany')
  })

  test('R-08: exactly the limit passes, one øre above is a breach that cuts nothing that is less than half an øre', () => {
    const at = (subsidyOere: number) => judged({ specialties: [one('51', 0, null), one('62', 300, subsidyOere)] })
    expect(at(300_000_000).outcome).toBe('pass')
    expect(at(300_000_001).params).toMatchObject({ excessOere: 1, cutOere: 0 })
  })

  test('R-08: an unknown subsidy needs information with the specialty’s name, never a pass', () => {
    expect(judged({ specialties: [one('51', 100, null), one('62', 100, 0)], numbersAfter: 2 })).toMatchObject({
      outcome: 'needs-information',
      missing: ['subsidy51'],
    })
  })

  test('R-08: the index of the year raises the limit, and what is asked for raises the units', () => {
    const specialties = [
      one('51', 0, null),
      { ...one('62', 100, 0), indexTenThousandths: 10_250, requestedOere: million / 2 },
    ]
    const subsidy = judged({ specialties }).measured.find(
      ({ key, specialty }) => key === 'subsidy' && specialty === '62',
    )
    expect(subsidy?.limit).toBe(153_750_000)
    expect(unitsOf(50_000_000, 39_300_000)).toBe(127)
  })

  test('R-08: under the plan of 2015 it is not applicable', () => {
    expect(judged({}, hours)).toMatchObject({ outcome: 'not-applicable', code: 'R-08.inHours' })
  })

  test('R-08: a shared cut adds up to the øre, and nobody bears more than a øre off the exact part', () => {
    fc.assert(
      fc.property(
        fc.nat(1_000_000_000),
        fc.array(fc.nat(500_000_000), { minLength: 1, maxLength: 12 }),
        (cut, amounts) => {
          const total = amounts.reduce((sum, amount) => sum + amount, 0)
          const shares = sharedCut(cut, amounts)
          expect(shares.reduce((sum, share) => sum + share, 0)).toBe(total === 0 ? 0 : cut)
          for (const [index, share] of shares.entries())
            if (total > 0) expect(Math.abs(share - (cut * (amounts[index] ?? 0)) / total)).toBeLessThan(1.01)
        },
      ),
    )
  })

  test('R-08: limits are exact where doubles are not', () => {
    expect(bendLimitOere(999_999, 100_000_000, 29_999)).toBe(Number((999_999n * 100_000_000n * 29_999n) / 1_000_000n))
    expect(cutOere(3, 40)).toBe(1)
  })
})

describe('R-10 phasing out mobile physiotherapists', () => {
  const judged = (change: Partial<MobileFact>, palliative: PalliativeFacts | null = null) => {
    const mobile: MobileFact = {
      number: '000001',
      onRecord: 'mobile',
      from: 'mobile',
      to: 'lessee',
      place: address('0661', 'A'),
      inRegion: 12,
      othersM: [5_000, 12_000, 29_999, 60_000],
      inputs: [],
      ...change,
    }
    return mobileNumbers.evaluate(facts({ type: 'A5', palliative }, { mobile }), hours)
  }

  test('R-10: given 12 mobile numbers, when one becomes lessee at a clinic, then 11 are left and it passes', () => {
    const finding = judged({})
    expect(finding).toMatchObject({ outcome: 'pass', params: { before: 12, after: 11 } })
    expect(measured(finding, 'mobileInRegion')?.[0]).toBe(11)
  })

  test('R-10: given one of two on Bornholm, then the municipality is asked first', () => {
    expect(judged({ inRegion: 2, othersM: [8_000] })).toMatchObject({ outcome: 'needs-consultation', code: 'R-10.gap' })
  })

  test('R-10: leaving an area with too few palliative therapists where there were enough, the municipality is asked first', () => {
    const therapist = { accepts: true, saidOn: on('2026-01-01'), position: null, radiusKm: null }
    const leaving = (after: number) =>
      judged(
        {},
        {
          on: on('2026-05-01'),
          lacks: [],
          areas: [
            {
              area: PalliativeArea.parse('0400'),
              before: [therapist, therapist],
              after: [therapist, therapist].slice(0, after),
              survey: null,
              inputs: [],
            },
          ],
        },
      )
    expect(leaving(1)).toMatchObject({
      outcome: 'needs-consultation',
      code: 'R-10.palliativeGap',
      params: { area: '0400' },
    })
    expect(leaving(2).outcome).toBe('pass')
  })

  test('R-10: a mobile number 30 km away is near, one metre farther is not', () => {
    expect(judged({ othersM: [30_000, 30_000] }).outcome).toBe('pass')
    expect(judged({ othersM: [30_000, 30_001] }).outcome).toBe('needs-consultation')
  })

  test('R-10: becoming mobile is a breach that can be derogated from, unless the rule set allows it', () => {
    const becomes = { onRecord: 'lessee', from: 'lessee', to: 'mobile' } as const
    expect(judged(becomes)).toMatchObject({ outcome: 'breach', derogationPossible: true })
    expect(judged({ onRecord: 'owner', from: 'owner' }).outcome).toBe('not-applicable')
  })

  test('R-10: a status that the register does not have, or no place, needs information', () => {
    expect(judged({ onRecord: 'lessee' }).missing).toEqual(['currentStatus'])
    expect(judged({ place: null }).missing).toEqual(['place'])
    expect(judged({ to: 'ceased', from: null }).outcome).toBe('pass')
  })
})

describe('words of the findings about capacity', () => {
  /** Applications that say nothing and applications that say too much, under both rule sets. */
  const parts: readonly Partial<CapacityFacts>[] = [
    {},
    { pool: { specialty: '62', advertisedOere: null, allocatedOere: 0, requestedOere: null, place: null, inputs: [] } },
    { pool: { specialty: '51', advertisedOere: 1, allocatedOere: 0, requestedOere: 1, place: null, inputs: [] } },
    {
      extra: {
        capacity: { regime: 'HOURS', amount: null, bySpecialty: [], inputs: [] },
        plannedMain: null,
        plannedExtra: null,
        others: [{ addressId: 'x', planned: null }],
        openToAllPatients: null,
        notifiedOn: null,
        main: null,
        extra: address('0661', 'B'),
      },
    },
    {
      employment: {
        number: '000001',
        employees: 0,
        ceilingOere: null,
        turnoverLast12Oere: null,
        turnoverThisYearOere: null,
        place: null,
        inputs: [],
      },
      bend: {
        clinic: null,
        specialties: [
          { specialty: '51', unitsHundredths: 1, requestedOere: 0, indexTenThousandths: null, subsidyOere: null },
          { specialty: '62', unitsHundredths: 1, requestedOere: 0, indexTenThousandths: null, subsidyOere: null },
        ],
        numbersAfter: 1,
        numbersAtTransition: null,
        place: null,
        inputs: [],
      },
      mobile: {
        number: '000001',
        onRecord: null,
        from: 'mobile',
        to: 'ceased',
        place: null,
        inRegion: 0,
        othersM: [],
        inputs: [],
      },
      number: {
        number: '000001',
        holder: null,
        saidHolder: null,
        receiver: null,
        status: null,
        regime: 'HOURS',
        before: null,
        after: null,
        hoursTenths: null,
        takesHold: false,
        inputs: [],
      },
    },
  ]

  test('every finding is complete and has words for everything it names', () => {
    const rules = [
      newNumber,
      capacityStays,
      oneAddress,
      extraAddress,
      transfer,
      turnoverCeiling,
      krCapacity,
      mobileNumbers,
    ]
    const found = parts.flatMap((part) =>
      [hours, kroner].flatMap((parameters) =>
        (['A2', 'A4', 'A12', 'A13'] as const).flatMap((type) =>
          rules.map((rule) => rule.evaluate(facts({ type }, part), parameters)),
        ),
      ),
    )
    for (const one of found) {
      expect(FindingSchema.parse(one)).toEqual(one)
      for (const { key } of one.measured) expect(Object.keys(measureWords)).toContain(key)
      for (const key of [...one.missing, ...[one.params.unmet ?? []].flat()])
        expect(Object.keys(conditionWords)).toContain(key)
      const words = Object.entries(findingWords).find(([key]) => key === one.code)?.[1]
      for (const name of placeholders(words?.da ?? '{no words}')) expect(Object.keys(one.params)).toContain(name)
      // What is missing never passes.
      if (one.missing.length > 0) expect(one.outcome).not.toBe('pass')
    }
  })
})

function midtjyllandCode(text: string) {
  const { municipality } = address(text, 'x')
  if (municipality === null) throw new Error(text)
  return municipality
}
