import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ApplicationType } from '#events/case'
import type { Finding } from '#events/finding'
import { Finding as FindingSchema } from '#events/finding'
import { conditionWords, findingWords, measureWords, placeholders, ruleWords } from '#events/glossary'
import { RegionCode } from '#events/identifiers'
import { PalliativeArea } from '#events/palliative'
import { parentOf } from '#geo/hierarchy'
import { loadGeography } from '#service/geography'
import { addDays, daysBetween } from '#service/rules/calendar'
import { concurrency } from '#service/rules/capacity/oneAddress'
import { earliestTransfer } from '#service/rules/capacity/transfer'
import type { CaseFacts } from '#service/rules/facts'
import { referralUntil } from '#service/rules/procedure/committeeDecision'
import { consultationDeadline } from '#service/rules/procedure/consultationProcedure'
import { jurisdictionsOn } from '#service/rules/procedure/datedGeography'
import { caseRules, evaluate, rulesFor } from '#service/rules/rulebook'
import { ok2024, rm2015 } from '#service/rules/ruleSets'
import { idAt, on } from '../../given.ts'
import { address, code, midtjylland, relocationFacts } from './facts.ts'

const hours = rm2015.parameters
const units = ok2024(midtjylland).parameters

function finding(rule: string, facts: CaseFacts, parameters = units): Finding {
  const found = evaluate(facts, parameters).find((one) => one.rule === rule)
  if (found === undefined) throw new Error(`no finding of ${rule}`)
  return found
}

function measured({ measured: measures }: Finding, key: string): number | null | undefined {
  return measures.find((measure) => measure.key === key)?.value
}

const holstebro = relocationFacts({
  from: address('0661', 'Nørregade 1'),
  to: address('0661', 'Lægårdvej 12', { position: [8.62, 56.35] }),
  receivedOn: '2026-03-02',
  wantedFrom: '2026-06-01',
})
const skanderborgToAarhus = {
  from: address('0746', 'Adelgade 2'),
  to: address('0751', 'Silkeborgvej 40', { position: [10.2, 56.15] }),
}

describe('R-02: capacity stays in its municipality', () => {
  test('E10: a move of 0.8 capacity changes the two municipalities by -0.8 and +0.8, and the region by 0', () => {
    const facts = relocationFacts({
      from: address('0746', 'Skanderborg 1'),
      to: address('0751', 'Aarhus 1'),
      wantedFrom: '2027-03-01',
      amount: 80,
    })
    const deltas = finding('R-02', facts).measured.map(({ value }) => value ?? Number.NaN)
    expect(deltas).toEqual([-80, 80])
    expect(deltas.reduce((sum, delta) => sum + delta, 0)).toBe(0)
  })

  test('55 hours from Skanderborg to Aarhus in 2016 are a breach with derogation possible: -55.0 and +55.0 h', () => {
    const facts = relocationFacts({ ...skanderborgToAarhus, wantedFrom: '2016-03-01', regime: 'HOURS', amount: 550 })
    const found = finding('R-02', facts, hours)
    expect(found).toMatchObject({ outcome: 'breach', strength: 'principle', derogationPossible: true })
    expect(found.measured).toEqual([
      { key: 'deltaFrom', value: -550, unit: 'hoursTenths', limit: 0, municipality: '0746' },
      { key: 'deltaTo', value: 550, unit: 'hoursTenths', limit: 0, municipality: '0751' },
    ])
    expect(found.parameters).toEqual({
      regime: 'HOURS',
      crossMunicipalityAllowed: false,
      toleranceHoursTenths: 0,
      toleranceUnitsHundredths: 0,
    })
  })

  test('the same case effective in 2026 is judged in units, not hours', () => {
    const facts = relocationFacts({ ...skanderborgToAarhus, wantedFrom: '2026-06-01', amount: 215 })
    const found = finding('R-02', facts)
    expect(found.outcome).toBe('breach')
    expect(found.measured.map(({ value, unit }) => [value, unit])).toEqual([
      [-215, 'unitsHundredths'],
      [215, 'unitsHundredths'],
    ])
  })

  test('hours under a rule set of units are not judged', () => {
    const facts = relocationFacts({ ...skanderborgToAarhus, wantedFrom: '2016-03-01', regime: 'HOURS' })
    expect(finding('R-02', facts, units)).toMatchObject({
      outcome: 'needs-information',
      missing: ['ruleSetOfTheRegime'],
    })
  })

  test('within Herning nothing changes: 0 and 0, pass', () => {
    const facts = relocationFacts({
      from: address('0657', 'Bredgade 1'),
      to: address('0657', 'Silkeborgvej 9'),
      wantedFrom: '2026-06-01',
    })
    const found = finding('R-02', facts)
    expect(found.outcome).toBe('pass')
    expect(found.measured.map(({ value }) => value)).toEqual([0, 0])
  })

  test('a change of exactly the tolerance passes, one step more is a breach', () => {
    const facts = relocationFacts({ ...skanderborgToAarhus, wantedFrom: '2026-06-01', amount: 10 })
    expect(finding('R-02', facts, { ...units, toleranceUnitsHundredths: 10 }).outcome).toBe('pass')
    expect(finding('R-02', facts, { ...units, toleranceUnitsHundredths: 9 }).outcome).toBe('breach')
  })

  test('a rule set may allow the crossing', () => {
    const facts = relocationFacts({ ...skanderborgToAarhus, wantedFrom: '2026-06-01' })
    expect(finding('R-02', facts, { ...units, crossMunicipalityAllowed: true }).outcome).toBe('pass')
  })

  test.each([
    ['an unknown municipality', { to: address(null, 'Et sted') }, 'toMunicipality'],
    [
      'a municipality that a person has to confirm',
      { to: address('0751', 'Grænsevej 1', { certainty: 'confirm' }) },
      'toMunicipality',
    ],
    ['an unknown capacity', { amount: null }, 'capacity'],
  ] as const)('%s needs information, never a pass', (_, change, missing) => {
    const found = finding('R-02', relocationFacts({ ...skanderborgToAarhus, wantedFrom: '2026-06-01', ...change }))
    expect(found.outcome).toBe('needs-information')
    expect(found.missing).toContain(missing)
    expect(found.measured.every(({ value }) => value === null || value !== 0)).toBe(true)
  })
})

describe('R-03: one address', () => {
  const overlapping = (until: string) =>
    relocationFacts({
      from: address('0661', 'Nørregade 1'),
      to: address('0661', 'Lægårdvej 12'),
      wantedFrom: '2026-06-01',
      previousUntil: until,
    })

  test('the new address from 2026-06-01 and the old one until 2026-07-01 are two addresses for 30 days: a breach', () => {
    const found = finding('R-03', overlapping('2026-07-01'))
    expect(found).toMatchObject({ outcome: 'breach', code: 'R-03.overlap', derogationPossible: true })
    expect(measured(found, 'overlapDays')).toBe(30)
    expect(measured(found, 'addressesAfter')).toBe(2)
  })

  test('30 days pass where 30 are granted, and are a breach where 29 are', () => {
    expect(finding('R-03', overlapping('2026-07-01'), { ...units, transitionDays: 30 }).outcome).toBe('pass')
    expect(finding('R-03', overlapping('2026-07-01'), { ...units, transitionDays: 29 }).outcome).toBe('breach')
  })

  test('the day that ends the old address does not count: no overlap', () => {
    const found = finding('R-03', overlapping('2026-06-01'))
    expect(found.outcome).toBe('pass')
    expect(measured(found, 'overlapDays')).toBe(0)
  })

  test('a second address without an end is a breach of unknown length', () => {
    const facts = overlapping('2026-06-01')
    if (facts.relocation === null) throw new Error('not a relocation')
    const second = {
      addressId: 'adresse-2',
      kind: 'main' as const,
      address: address('0661', 'Torvet 3'),
      period: { from: on('2020-01-01'), to: null },
      notified: false,
      inputs: [],
    }
    const relocation = { ...facts.relocation, addressesAfter: [...facts.relocation.addressesAfter, second] }
    const found = finding('R-03', { ...facts, relocation })
    expect(found).toMatchObject({ outcome: 'breach', code: 'R-03.several' })
    expect(measured(found, 'overlapDays')).toBeNull()
    const extra = { ...second, kind: 'extra' as const, notified: true }
    const notified = { ...facts.relocation, addressesAfter: [...facts.relocation.addressesAfter, extra] }
    expect(finding('R-03', { ...facts, relocation: notified })).toMatchObject({
      outcome: 'pass',
      params: { notChecked: ['R-04'] },
    })
  })

  test('the order of the addresses does not matter, and one more never lowers the count', () => {
    const period = fc
      .tuple(fc.integer({ min: 0, max: 400 }), fc.option(fc.integer({ min: 1, max: 400 })))
      .map(([start, length]) => ({ from: day(start), to: length === null ? null : day(start + length) }))
    fc.assert(
      fc.property(fc.array(period, { maxLength: 6 }), period, (periods, more) => {
        const facts = (list: readonly (typeof more)[]) =>
          list.map((one) => ({
            addressId: 'a',
            kind: 'main' as const,
            address: address('0661', 'A'),
            period: one,
            notified: false,
            inputs: [],
          }))
        const before = concurrency(facts(periods), day(100), 1)
        expect(concurrency(facts(periods.toReversed()), day(100), 1)).toEqual(before)
        const after = concurrency(facts([...periods, more]), day(100), 1)
        expect(after.most).toBeGreaterThanOrEqual(before.most)
        expect(after.days ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(before.days ?? Number.POSITIVE_INFINITY)
      }),
    )
  })
})

function day(offset: number) {
  return addDays(on('2020-01-01'), offset)
}

describe('R-05: relocation', () => {
  test('3.2 km inside Holstebro passes where no group and no area is concerned', () => {
    const found = finding('R-05', holstebro)
    expect(found).toMatchObject({ outcome: 'pass', code: 'R-05.inOrder' })
    expect(measured(found, 'distance')).toBe(3200)
  })

  /** Two villages by their straight line to the nearest provider before and after, in metres, with 300 and 40 people. */
  const cover = (before: readonly number[], after: readonly number[]): CaseFacts => ({
    ...holstebro,
    coverage: {
      people: [300, 40],
      municipality: [code('0661'), code('0671')],
      groups: [
        {
          group: 'osteogenesis-imperfecta',
          persons: 575,
          before: { providers: 1, metres: before },
          after: { providers: 1, metres: after },
        },
      ],
      inputs: [],
    },
  })
  const straight = { ...units, detourHundredths: 100 }

  test('3.2 km inside Holstebro, still 28 km from the farthest village and the limit is 30: passes', () => {
    const facts = cover([2000, 25_000], [1000, 28_000])
    expect(finding('R-05', facts, straight)).toMatchObject({ outcome: 'pass', code: 'R-05.inOrder' })
    // The limit itself is near enough.
    expect(finding('R-05', cover([2000, 25_000], [1000, 30_000]), straight).outcome).toBe('pass')
  })

  test('a village that loses the only provider within the limit is a new gap: a breach, as advice, by name', () => {
    const found = finding('R-05', cover([2000, 25_000], [1000, 30_001]), straight)
    expect(found).toMatchObject({
      outcome: 'breach',
      strength: 'recommendation',
      code: 'R-05.newGap',
      params: { group: 'osteogenesis-imperfecta', gaps: ['0671'], people: 40 },
    })
    expect(measured(found, 'losingCover')).toBe(40)
    expect(found.evidence).toContainEqual({ kind: 'municipality', role: 'gap', code: '0671' })
    // Who was not covered before does not lose anything.
    expect(finding('R-05', cover([2000, 31_000], [1000, 35_000]), straight).outcome).toBe('pass')
  })

  test('what is binding on the move is told before the advice, and unmeasured cover is not passed', () => {
    const late = { ...cover([2000, 25_000], [1000, 31_000]), receivedOn: on('2026-05-03') }
    expect(finding('R-05', late, straight)).toMatchObject({ code: 'R-05.unmet', params: { unmet: ['notice'] } })
    expect(finding('R-05', { ...holstebro, coverage: 'unprepared' })).toMatchObject({
      outcome: 'needs-information',
      missing: ['travelSurface'],
    })
  })

  test('an area that has enough palliative therapists before the move and too few after it is told', () => {
    const therapist = { accepts: true, saidOn: on('2026-01-01'), position: null, radiusKm: null }
    const area = (after: number): CaseFacts => ({
      ...holstebro,
      palliative: {
        on: on('2026-06-01'),
        lacks: [],
        areas: [
          {
            area: PalliativeArea.parse('1082'),
            before: Array.from({ length: units.palliativeMinAccepting }, () => therapist),
            after: Array.from({ length: after }, () => therapist),
            survey: null,
            inputs: [],
          },
        ],
      },
    })
    expect(finding('R-05', area(units.palliativeMinAccepting)).outcome).toBe('pass')
    expect(finding('R-05', area(units.palliativeMinAccepting - 1))).toMatchObject({
      outcome: 'breach',
      strength: 'recommendation',
      code: 'R-05.palliativeGap',
    })
  })

  test('without an accessibility statement or a point it needs information', () => {
    const facts = relocationFacts({
      from: address('0661', 'Nørregade 1'),
      to: address('0661', 'Lægårdvej 12', { position: null }),
      receivedOn: '2026-03-02',
      wantedFrom: '2026-06-01',
      accessibility: null,
    })
    expect(finding('R-05', facts)).toMatchObject({
      outcome: 'needs-information',
      missing: ['geocode', 'accessibility'],
    })
  })

  test('30 days of notice pass, 29 are a breach', () => {
    const received = (receivedOn: string) =>
      finding('R-05', { ...holstebro, receivedOn: on(receivedOn), wantedFrom: on('2026-06-01') })
    expect(received('2026-05-02').outcome).toBe('pass')
    expect(received('2026-05-03')).toMatchObject({ outcome: 'breach', params: { unmet: ['notice'] } })
  })

  test('another municipality and two addresses are named', () => {
    const facts = relocationFacts({ ...skanderborgToAarhus, wantedFrom: '2026-06-01', previousUntil: '2026-07-01' })
    expect(finding('R-05', facts).params.unmet).toEqual(['sameMunicipality', 'oneAddress'])
  })
})

describe('R-06: transfer', () => {
  const transfer = (receivedOn: string, wantedFrom: string, shares: readonly number[]): CaseFacts => ({
    ...holstebro,
    type: 'A2',
    receivedOn: on(receivedOn),
    wantedFrom: on(wantedFrom),
    relocation: null,
    transfer: { provider: '000001', sharesHundredths: shares },
  })

  test('a form of 31 March takes effect on 1 May, one of 1 April on 1 June', () => {
    expect(earliestTransfer(on('2026-03-31'))).toBe('2026-05-01')
    expect(earliestTransfer(on('2026-04-01'))).toBe('2026-06-01')
    expect(earliestTransfer(on('2026-11-30'))).toBe('2027-01-01')
  })

  test('wanted on the earliest day passes, a day before is a breach that names the day', () => {
    expect(finding('R-06', transfer('2026-03-31', '2026-05-01', [60, 40])).outcome).toBe('pass')
    const early = finding('R-06', transfer('2026-04-01', '2026-05-31', [60, 40]))
    expect(early).toMatchObject({ outcome: 'breach', derogationPossible: false, params: { earliest: '2026-06-01' } })
  })

  test('0.6 and 0.5 are 1.1: a breach', () => {
    const found = finding('R-06', transfer('2026-03-31', '2026-05-01', [60, 50]))
    expect(found).toMatchObject({ outcome: 'breach', code: 'R-06.shares' })
    expect(measured(found, 'shareSum')).toBe(110)
  })

  test('the receiver’s addresses are not known, so R-03 says so', () => {
    expect(finding('R-03', transfer('2026-03-31', '2026-05-01', [60, 40]))).toMatchObject({
      outcome: 'needs-information',
      missing: ['receiverAddresses'],
    })
  })
})

describe('R-18: involved municipalities', () => {
  const lemvigToStruer = (consultations: CaseFacts['consultations']) =>
    relocationFacts({
      from: address('0665', 'Havnen 1'),
      to: address('0671', 'Østergade 5'),
      wantedFrom: '2026-06-01',
      consultations,
    })
  const answered = (municipality: string) => ({
    municipality: code(municipality),
    state: 'answered' as const,
    dueOn: on('2026-12-21'),
    inputs: [idAt(9)],
  })

  test('old and new municipality are involved; one answer of two still needs consultation', () => {
    const found = finding('R-18', lemvigToStruer([answered('0665')]))
    expect(found).toMatchObject({
      outcome: 'needs-consultation',
      params: { involved: ['0665', '0671'], open: ['0671'] },
    })
    expect(found.evidence).toContainEqual({ kind: 'municipality', role: 'involved', code: '0671', status: 'not-sent' })
    expect(found.inputs).toContain(idAt(9))
  })

  test('both answers make it pass; silence recorded as such too', () => {
    const lapsed = { ...answered('0671'), state: 'lapsed' as const }
    expect(finding('R-18', lemvigToStruer([answered('0665'), lapsed])).outcome).toBe('pass')
  })

  test('inside one municipality that one is involved, once', () => {
    expect(finding('R-18', holstebro).params.involved).toEqual(['0661'])
  })

  test('a rule set may leave the hearing out of such cases', () => {
    expect(finding('R-18', holstebro, { ...units, hearCapacityCases: false }).outcome).toBe('not-applicable')
  })
})

describe('R-38: consultation deadline', () => {
  test('R-38: 2026-11-30 and 21 days are 2026-12-21', () => {
    expect(consultationDeadline(on('2026-11-30'), 21)).toBe('2026-12-21')
  })

  test('S1-6: the hearing of the plan, 2014-11-26 to 2015-02-05, took the 71 days that the rule set has', () => {
    expect(daysBetween(on('2014-11-26'), on('2015-02-05'))).toBe(71)
    expect(rm2015.parameters.planDays).toBe(71)
  })

  test('a deadline on Christmas Day 2026 becomes Monday the 28th', () => {
    expect(consultationDeadline(on('2026-12-04'), 21)).toBe('2026-12-28')
  })

  test('open hearings are waited for, silence is shown, nothing sent is not applicable', () => {
    const hearing = { municipality: code('0661'), state: 'sent' as const, dueOn: on('2026-12-14'), inputs: [] }
    expect(finding('R-38', { ...holstebro, consultations: [hearing] })).toMatchObject({
      outcome: 'needs-consultation',
      params: { open: ['0661'], dueOn: '2026-12-14' },
    })
    expect(finding('R-38', { ...holstebro, consultations: [{ ...hearing, state: 'lapsed' }] })).toMatchObject({
      outcome: 'pass',
      code: 'R-38.noResponse',
    })
    expect(finding('R-38', holstebro)).toMatchObject({
      outcome: 'not-applicable',
      code: 'R-38.notSent',
      params: { ifSentToday: '2026-12-14' },
    })
  })

  test('a case that hears nobody is promised no deadline', () => {
    expect(finding('R-38', { ...holstebro, relocation: null })).toMatchObject({
      outcome: 'not-applicable',
      code: 'R-38.nobody',
    })
  })
})

describe('R-39: the committee', () => {
  test('R-39: received 2026-12-09, a demand is possible through 2026-12-23', () => {
    expect(referralUntil(on('2026-12-09'), units.referralDays)).toBe('2026-12-23')
  })

  test('names every finding that a granting ruling must give a reason for', () => {
    const facts = relocationFacts({ ...skanderborgToAarhus, wantedFrom: '2026-06-01' })
    expect(finding('R-39', facts)).toMatchObject({ outcome: 'pass', params: { rules: ['R-02', 'R-05', 'R-18'] } })
  })
})

describe('R-41: dated geography', () => {
  const { areas } = loadGeography()
  const parentName = (date: string) => {
    const parent = parentOf(areas, '0253', date)
    return parent.status === 'region'
      ? parent.region.name
      : parent.status === 'one'
        ? parent.county.name
        : parent.status
  }
  const inGreve = (wantedFrom: string, region: string): CaseFacts => {
    const codes = [code('0253')]
    return {
      ...relocationFacts({ from: address('0253', 'A'), to: address('0253', 'B'), wantedFrom }),
      region: RegionCode.parse(region),
      jurisdictions: jurisdictionsOn(areas, codes, on(wantedFrom)),
      jurisdictionsNow: jurisdictionsOn(areas, codes, on('2026-11-22')),
    }
  }

  test('R-41: Greve is in Roskilde Amt, Region Sjælland and Region Østdanmark on the three dates', () => {
    expect(parentName('2006-12-31')).toBe('Roskilde Amt')
    expect(parentName('2026-12-31')).toBe('Region Sjælland')
    expect(parentName('2027-01-01')).toBe('Region Østdanmark')
  })

  test('on the last day of 2026 Region Sjælland decides; a day later its successor is named', () => {
    expect(finding('R-41', inGreve('2026-12-31', '1085'))).toMatchObject({ outcome: 'pass', code: 'R-41.sameRegion' })
    expect(finding('R-41', inGreve('2027-01-01', '1085'))).toMatchObject({
      outcome: 'pass',
      code: 'R-41.merged',
      params: { regions: ['ost'] },
    })
  })

  test('a municipality of another region is a breach', () => {
    expect(finding('R-41', inGreve('2026-12-31', '1082'))).toMatchObject({
      outcome: 'breach',
      params: { regions: ['1085'] },
    })
  })

  test('a municipality without a region needs information', () => {
    const facts = { ...inGreve('2026-12-31', '1085'), jurisdictions: [{ municipality: code('0411'), region: null }] }
    expect(finding('R-41', facts)).toMatchObject({ outcome: 'needs-information', missing: ['region'] })
  })
})

describe('every finding', () => {
  const cases: readonly CaseFacts[] = [
    holstebro,
    relocationFacts({ ...skanderborgToAarhus, wantedFrom: '2026-06-01', previousUntil: '2026-07-01' }),
    relocationFacts({
      from: address(null, '?'),
      to: address(null, '??'),
      wantedFrom: '2026-06-01',
      amount: null,
      accessibility: null,
    }),
    { ...holstebro, type: 'A2', relocation: null, transfer: { provider: '000001', sharesHundredths: [60, 40] } },
  ]
  const all = cases.flatMap((facts) => evaluate(facts, units))

  test('is complete, has a source, and has words for everything it names', () => {
    expect(all.length).toBeGreaterThan(20)
    for (const found of all) {
      expect(FindingSchema.parse(found)).toEqual(found)
      expect(found.inputs).toContain(idAt(1))
      for (const { key } of found.measured) expect(Object.keys(measureWords)).toContain(key)
      for (const key of found.missing) expect(Object.keys(conditionWords)).toContain(key)
      expect(Object.keys(ruleWords)).toContain(found.rule)
      const words = Object.entries(findingWords).find(([key]) => key === found.code)?.[1]
      expect(words).toBeDefined()
      for (const name of placeholders(words?.da ?? '')) expect(Object.keys(found.params)).toContain(name)
    }
  })

  test('comes at once with the others: a breach stops no rule', () => {
    for (const facts of cases)
      expect(evaluate(facts, units).map(({ rule }) => rule)).toEqual(rulesFor(facts.type).map(({ id }) => id))
  })

  test('every rule that judges applications is used by some type of them', () => {
    const used = new Set(ApplicationType.options.flatMap((type) => rulesFor(type).map(({ id }) => id)))
    expect(caseRules.filter(({ id }) => !used.has(id))).toEqual([])
  })
})
