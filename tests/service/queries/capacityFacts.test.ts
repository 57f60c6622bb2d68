import { describe, expect, test } from 'vitest'
import type { Scope } from '#api/policy'
import { CaseSubject } from '#events/caseSubject'
import { CaseId, ClinicId, RegionCode } from '#events/identifiers'
import { supposing } from '#service/projections/views'
import { findingsFor, paramsFor, refusedFor, subjectFor } from '#service/queries/caseEconomics'
import { caseFacts } from '#service/queries/caseFacts'
import { caseFile } from '#service/queries/caseFile'
import { clinic } from '#service/queries/clinic'
import { turnoverCeiling } from '#service/rules/capacity/turnoverCeiling'
import { smallCapacityFollowUp } from '#service/rules/followUp/smallCapacity'
import { ok2024, rm2015 } from '#service/rules/ruleSets'
import type { Given } from '../projections/givenEvents.ts'
import { log } from '../projections/givenEvents.ts'
import { address, at, clinicIn, municipalityScope, publicScope, secretariat, viewsOf, world } from './register.ts'

const id = CaseId.parse('26-0147')

/** A case about what the test says, received long before. */
function opened(subject: object, wantedFrom: string, region = '1082'): Given {
  return {
    type: 'CaseOpened',
    stream: 'case-26-0147',
    from: '2015-09-10',
    data: {
      case: '26-0147',
      number: '26/0147',
      region,
      subject,
      applicant: 'Klinik k-1',
      receivedOn: '2015-09-10',
      wantedFrom,
    },
  }
}

function factsOf(given: readonly Given[], subject: object, wantedFrom: string, change: readonly Given[] = []) {
  const { views, events } = viewsOf([...given, opened(subject, wantedFrom)])
  return caseFacts(views, supposing(views, log(change, events)), id, at(wantedFrom), world)
}

const provider = 'providerNumber-100001'
const register = clinicIn('holstebro', 'k-1', '100001')
const owns = (name: string, owner: string): Given => ({
  type: 'ClinicOwnershipChanged',
  stream: `clinic-${name}`,
  from: '2023-10-01',
  data: { owners: [{ owner, shareHundredths: 100 }] },
})

describe('facts about capacity', () => {
  const takeover = {
    type: 'A2',
    provider: '100001',
    fromHolder: 'p-100001',
    toHolder: 'q',
    shareHundredths: 100,
    newNumber: '100009',
    schools: [],
    place: null,
  }

  test('R-06: who is a recorded owner has those clinics, and the one that comes', () => {
    const chain = ['k-2', 'k-3'].flatMap((name, index) => [
      ...clinicIn('aarhus', name, `10010${index}`),
      owns(name, 'q'),
    ])
    const { capacity } = factsOf([...register, ...chain], takeover, '2026-06-01')
    expect(capacity?.owners).toMatchObject([{ person: 'q', clinicsBefore: 2, clinicsAfter: 3 }])
    expect(factsOf([...register, ...chain], takeover, '2023-09-30').capacity?.owners).toMatchObject([
      { clinicsBefore: 0, clinicsAfter: 1 },
    ])
  })

  test('R-03: the receiver’s addresses are those of every clinic where he has a number, and of this one', () => {
    const given = [...register, ...clinicIn('aarhus', 'k-2', '100002')]
    const { capacity } = factsOf(given, { ...takeover, toHolder: 'p-100002' }, '2026-06-01')
    expect(capacity?.places?.after.map(({ address: { municipality } }) => municipality)).toEqual(['0751', '0661'])
  })

  test('R-06: a number that the register does not know has no holder, and no capacity', () => {
    const { capacity } = factsOf(register, { ...takeover, provider: '999999' }, '2026-06-01')
    expect(capacity?.number).toMatchObject({ holder: null, before: null, after: null, takesHold: false })
    expect(capacity?.places?.holder).toBeNull()
  })

  test('R-07: the ceiling that holds on the date, and who is employed; both gone from 2024-01-01', () => {
    const given: Given[] = [
      ...register,
      { type: 'TurnoverCeilingSet', stream: provider, from: '2016-01-01', data: { oerePerYear: 145, until: null } },
      {
        type: 'Section24EmploymentRegistered',
        stream: provider,
        from: '2016-02-01',
        data: { employee: 'e', hoursTenths: 100 },
      },
      { type: 'TurnoverCeilingLapsed', stream: provider, from: '2024-01-01', data: { reason: 'Overenskomst 2024' } },
    ]
    const subject = {
      type: 'A6',
      provider: '100001',
      employee: 'f',
      hoursTenths: 100,
      turnoverLast12Oere: null,
      turnoverThisYearOere: null,
      place: null,
    }
    const on = (date: string) => factsOf(given, subject, date).capacity?.employment
    expect(on('2023-12-31')).toMatchObject({ ceilingOere: 145, employees: 1 })
    expect(on('2024-01-01')).toMatchObject({ ceilingOere: null, employees: 1 })
    expect(on('2015-12-31')).toMatchObject({ ceilingOere: null, employees: 0 })
  })

  test('R-08: units of the date, the index of its year, numbers of owners and lessees, and no subsidy', () => {
    const index: Given = {
      type: 'KrCapacityIndexed',
      stream: 'krCapacity-1082',
      from: '2025-01-01',
      data: { region: '1082', specialty: '62', year: 2025, indexTenThousandths: 10_250 },
    }
    const subject = {
      type: 'A13',
      clinic: 'k-1',
      holder: 'q',
      newNumber: null,
      specialty: '62',
      requestedOere: 5,
      place: null,
    }
    const bend = (date: string) => factsOf([...register, index], subject, date).capacity?.bend
    expect(bend('2026-06-01')).toMatchObject({
      clinic: 'k-1',
      specialties: [
        { specialty: '51', unitsHundredths: 240, requestedOere: 0, indexTenThousandths: null, subsidyOere: null },
        { specialty: '62', unitsHundredths: 190, requestedOere: 5, indexTenThousandths: 10_250, subsidyOere: null },
      ],
      numbersAfter: 2,
      numbersAtTransition: 1,
    })
    expect(bend('2024-12-31')?.specialties[1]?.indexTenThousandths).toBeNull()
  })

  test('R-10: mobile numbers of the region, and how far the others are over land', () => {
    const mobile = (name: string): Given => ({
      type: 'CapacityStatusChanged',
      stream: `providerNumber-${name}`,
      from: '2010-01-01',
      data: { from: 'owner', to: 'mobile' },
    })
    const given = [
      ...register,
      ...clinicIn('aarhus', 'k-2', '100002'),
      ...clinicIn('skanderborg', 'k-3', '100003'),
      mobile('100001'),
      mobile('100002'),
      mobile('100003'),
    ]
    const subject = { type: 'A5', provider: '100002', from: 'mobile', to: 'lessee', place: null }
    const facts = factsOf(given, subject, '2026-06-01').capacity?.mobile
    expect(facts).toMatchObject({ onRecord: 'mobile', inRegion: 3 })
    const [near = 0, far = 0] = (facts?.othersM ?? []).toSorted((a, b) => a - b)
    expect([near > 15_000 && near < 25_000, far > 90_000]).toEqual([true, true])
  })
})

/** The rule set of 2024 as the log holds it. */
function published(): Record<string, unknown> {
  const { effectiveFrom: _, ...data } = ok2024(RegionCode.parse('1082'))
  return { ...data }
}

describe('a clinic’s capacity over time', () => {
  const ask = (given: readonly Given[]) =>
    clinic(viewsOf(given).views, at('2026-06-01'), publicScope, { clinic: ClinicId.parse('k-1') }, world)

  test('is hours to 2023-12-31 and units with their bend limit from 2024-01-01', () => {
    const rules: Given = {
      type: 'RuleSetPublished',
      stream: 'plan-1082',
      from: '2024-01-01',
      data: published(),
    }
    expect(ask([...register, rules]).capacityTimeline).toEqual([
      {
        from: '2005-01-01',
        to: '2024-01-01',
        regime: 'HOURS',
        unit: 'hoursTenths',
        capacity: 550,
        bySpecialty: [
          { specialty: '51', capacity: 300, limitOere: null },
          { specialty: '62', capacity: 250, limitOere: null },
        ],
      },
      {
        from: '2024-01-01',
        to: null,
        regime: 'KR_PER_CLINIC',
        unit: 'unitsHundredths',
        capacity: 430,
        bySpecialty: [
          { specialty: '51', capacity: 240, limitOere: 94_320_000 },
          { specialty: '62', capacity: 190, limitOere: 190_000_000 },
        ],
      },
    ])
  })

  test('has a step where a number leaves, and an unknown amount where nothing is known, never zero', () => {
    const leaves: Given = {
      type: 'ProviderNumberCeased',
      stream: provider,
      from: '2020-05-01',
      data: { reason: 'Ophør', transferredTo: null },
    }
    const steps = ask([...register, leaves]).capacityTimeline.map(({ from, capacity }) => [from, capacity])
    expect(steps).toEqual([
      ['2005-01-01', 550],
      ['2020-05-01', null],
      ['2024-01-01', 430],
    ])
  })
})

describe('a clinic’s economy in a case (R-40)', () => {
  const subject = CaseSubject.parse({
    type: 'A6',
    provider: '100001',
    employee: 'f',
    hoursTenths: 100,
    turnoverLast12Oere: 145_000_000,
    turnoverThisYearOere: 152_300_000,
    place: null,
  })
  const facts = factsOf(register, subject, '2016-06-01')
  const finding = turnoverCeiling.evaluate(facts, rm2015.parameters)
  const set = {
    ruleSet: 'RM-2015',
    ruleSetVersion: 1,
    effectiveOn: at('2016-06-01').effectiveOn,
    knownAt: world.now,
    docketRevision: -1,
    findings: [finding],
  }
  const seen = (scope: Scope) => JSON.stringify([subjectFor(scope, subject), findingsFor(scope, set)])

  test('is the committee’s and its secretariat’s; a municipality sees the verdict without an amount', () => {
    expect(seen(secretariat)).toContain('152300000')
    expect(seen(municipalityScope('0661'))).not.toMatch(/152300000|145000000/)
    expect(findingsFor(municipalityScope('0661'), set).findings[0]?.outcome).toBe(finding.outcome)
  })

  test('R-09: how far the hours are from the band tells the turnover, so a municipality sees no such change', () => {
    const number = { regime: 'HOURS' as const, provider: '100001', hoursTenths: 200, oere: 90_000_000, inputs: [] }
    const small = { ...number, others: [{ hoursTenths: 370, oere: 92_500_000 }] }
    const found = smallCapacityFollowUp.evaluate({ caseInputs: [], small }, rm2015.parameters)
    expect(found.flips.map(({ key }) => key)).toEqual(['turnover', 'weeklyHours'])
    const [shown] = findingsFor(municipalityScope('0661'), { ...set, findings: [found] }).findings
    expect(shown).toMatchObject({ outcome: 'needs-information', flips: [] })
    expect(JSON.stringify(shown)).not.toMatch(/90000000|4500000|1800/)
  })

  test('R-40: what a refused effect says of the pool and a ceiling is the committee’s; its code is everybody’s', () => {
    const params = { specialty: '62', leftOere: 50_000_000, askedOere: 50_000_001 }
    const effect = { applied: false, code: 'krCapacity.poolExceeded', params }
    expect(refusedFor(secretariat, effect)).toEqual(effect)
    expect(refusedFor(municipalityScope('0661'), effect)).toEqual({
      ...effect,
      params: { specialty: '62', leftOere: '', askedOere: '' },
    })
  })

  test('R-40: a case file tells a municipality that the effect was refused, without the amounts', () => {
    const given = [
      ...register,
      opened({ ...subject, place: address('holstebro') }, '2016-06-01'),
      {
        type: 'CaseEffectRefused' as const,
        stream: 'case-26-0147',
        from: '2016-06-01',
        data: { code: 'krCapacity.poolExceeded', params: { specialty: '62', leftOere: 77_777, askedOere: 88_888 } },
      },
    ]
    const { views } = viewsOf(given)
    const file = (scope: Scope) => caseFile(views, at('2026-11-22'), scope, { case: id }, world)
    expect(file(secretariat).effect?.params).toMatchObject({ leftOere: 77_777 })
    const shown = file(municipalityScope('0661'))
    expect(shown.effect).toMatchObject({ applied: false, code: 'krCapacity.poolExceeded' })
    expect(JSON.stringify(shown)).not.toMatch(/77777|88888|152300000/)
  })

  test('is not in what a finding says of a collision either', () => {
    expect(paramsFor(secretariat, finding)).toMatchObject({ turnoverOere: 152_300_000 })
    expect(paramsFor(municipalityScope('0661'), finding)).toMatchObject({ turnoverOere: '', count: 0 })
  })
})
