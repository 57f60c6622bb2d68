import { describe, expect, test } from 'vitest'
import { ActivityPeriod } from '#events/activity'
import { Finding } from '#events/finding'
import { conditionWords, findingWords, measureWords, placeholders } from '#events/glossary'
import type { PlanParameters } from '#events/planParameters'
import type { CoverageArea } from '#events/ridingAgreement'
import type { CaseFacts } from '#service/rules/facts'
import type { PermissionFact, SiteFact } from '#service/rules/facts/riding'
import { totalOf } from '#service/rules/riding/ridingTimeline'
import { evaluate } from '#service/rules/rulebook'
import { ok2024, rm2015 } from '#service/rules/ruleSets'
import { idAt, on } from '../../given.ts'
import { code, midtjylland } from './facts.ts'
import { area, hearing, ridingCase, school, step } from './ridingFacts.ts'

const units = ok2024(midtjylland).parameters
const lenient = { ...units, advertiseVacantRiding: true, areaTargetPercent: 75 }
const asked: CaseFacts[] = []

/** The finding of one rule, and all findings kept for the test of words. */
function finding(rule: string, facts: CaseFacts, parameters: PlanParameters = units): Finding {
  asked.push(facts)
  const found = evaluate(facts, parameters).find((one) => one.rule === rule)
  if (found === undefined) throw new Error(`no finding of ${rule}`)
  return Finding.parse(found)
}

function measured({ measured: measures }: Finding, key: string): number | null | undefined {
  return measures.find((measure) => measure.key === key)?.value
}

const permission = (change: Partial<PermissionFact>): PermissionFact => ({
  school: school('0657'),
  agreement: 'ra-1',
  hoursTenths: 120,
  contractFrom: undefined,
  permittedFrom: null,
  held: null,
  reported: null,
  ...change,
})
const municipal = (...codes: string[]): CoverageArea => ({ kind: 'municipality', codes: codes.map(code) })
const heard = [hearing('0657', 'answered')]

describe('R-11: no new riding numbers; unused ones lapse', () => {
  const stops = (transferredTo: string | null, unnamed: string[] = []) =>
    ridingCase(
      'A12',
      {
        number: {
          kind: 'stops',
          transferredTo,
          agreements: [{ agreement: 'ra-1', municipality: code('0657'), position: null, hoursTenths: 140 }],
          unnamed,
        },
      },
      { wantedFrom: '2027-01-01' },
    )

  test('R-11 a new number on a riding specialty is a breach, unless the plan advertises vacant ones', () => {
    const facts = ridingCase('A1', { number: { kind: 'new' } })
    expect(finding('R-11', facts)).toMatchObject({ outcome: 'breach', strength: 'binding', code: 'R-11.newNumber' })
    expect(finding('R-11', facts, { ...units, advertiseVacantRiding: true }).outcome).toBe('pass')
  })

  test('R-11 (S1-11) 14 h at one school, the holder stops 31 Dec without transfer: 14.0 h lapse from 1 Jan', () => {
    const found = finding('R-11', stops(null))
    expect(found).toMatchObject({ outcome: 'pass', code: 'R-11.lapses', params: { wantedFrom: '2027-01-01' } })
    expect(measured(found, 'hoursLost')).toBe(140)
    expect(found.evidence).toContainEqual({ kind: 'municipality', role: 'loses', code: '0657' })
  })

  test('R-11 where the plan advertises vacant numbers, hours that nobody takes over are vacant; else they return to no pool', () => {
    const advertising = finding('R-11', stops(null), { ...units, advertiseVacantRiding: true })
    expect(advertising).toMatchObject({
      outcome: 'pass',
      code: 'R-11.vacant',
      parameters: { advertiseVacantRiding: true },
    })
    expect(measured(advertising, 'hoursLost')).toBe(140)
    expect(finding('R-11', stops('900002'), { ...units, advertiseVacantRiding: true }).code).toBe('R-11.transferred')
    expect(finding('R-11', stops(null)).code).toBe('R-11.lapses')
  })

  test('R-11 with a receiver nothing lapses here, and an agreement that is not named is asked for', () => {
    expect(finding('R-11', stops('900002')).code).toBe('R-11.transferred')
    expect(finding('R-11', stops(null, ['ra-9']))).toMatchObject({
      outcome: 'needs-information',
      missing: ['agreements'],
    })
  })

  test('R-11 an agreement without a number would need a new one, so the number is asked for', () => {
    const under = (provider: string | null) => ridingCase('A7', { number: { kind: 'agreement', provider } })
    expect(finding('R-11', under(null))).toMatchObject({ outcome: 'needs-information', missing: ['provider'] })
    expect(finding('R-11', under('900001')).outcome).toBe('pass')
  })
})

describe('R-12: a new agreement needs permission', () => {
  const contract = (from: string | null, change: Partial<PermissionFact> = {}, wantedFrom = '2026-04-01') =>
    ridingCase(
      'A7',
      { permission: permission({ contractFrom: from === null ? null : on(from), ...change }) },
      { wantedFrom, consultations: heard },
    )

  test('R-12 contract from 1 March, permission effective 1 April: breach for 31 days', () => {
    const found = finding('R-12', contract('2026-03-01'))
    expect(found).toMatchObject({ outcome: 'breach', strength: 'binding', params: { days: 31 } })
    expect(measured(found, 'daysWithoutPermission')).toBe(31)
  })

  test('R-12 a contract from the permission’s own day is in order, the day before is a breach of one day', () => {
    expect(finding('R-12', contract('2026-04-01')).outcome).toBe('pass')
    expect(finding('R-12', contract('2026-03-31')).params.days).toBe(1)
  })

  test('R-12 a permission that is in the register already holds from its own day', () => {
    expect(finding('R-12', contract('2026-03-01', { permittedFrom: on('2026-03-01') })).outcome).toBe('pass')
    expect(finding('R-12', contract('2026-03-01', { permittedFrom: on('2026-03-11') })).params.days).toBe(10)
  })

  test('R-12 while the hearing is open the permission cannot be given', () => {
    const open = { ...contract('2026-04-01'), consultations: [hearing('0657', 'sent')] }
    expect(finding('R-12', open).outcome).toBe('needs-consultation')
    expect(finding('R-12', { ...open, consultations: [] }).outcome).toBe('needs-consultation')
    expect(finding('R-12', { ...open, consultations: [hearing('0657', 'lapsed')] }).outcome).toBe('pass')
  })

  test('R-12 a school that is not approved, and a contract without a date, need information by name', () => {
    const unapproved = contract('2026-04-01', { school: school('0657', { approved: false }) })
    expect(finding('R-12', unapproved)).toMatchObject({ outcome: 'needs-information', missing: ['schoolApproval'] })
    expect(finding('R-12', contract(null)).missing).toEqual(['contractFrom'])
    const unknown = contract('2026-04-01', { school: school('0657', { approved: null }) })
    expect(finding('R-12', unknown).missing).toEqual(['school'])
  })
})

describe('R-13: extra address, move and expansion need permission', () => {
  const change = (type: CaseFacts['type'], fact: Partial<PermissionFact>, consultations = heard) =>
    ridingCase(type, { permission: permission(fact) }, { consultations })

  test('R-13 permission for a school at 8 h, 11 h held: breach by 3 h', () => {
    const found = finding('R-13', change('A10', { held: { hoursTenths: 110, permittedTenths: 80 } }))
    expect(found).toMatchObject({ outcome: 'breach', params: { beyondTenths: 30 } })
    expect(found.measured).toContainEqual({ key: 'hoursHeld', value: 110, unit: 'hoursTenths', limit: 80 })
  })

  test('R-13 exactly what is permitted is no breach; what is not known to be permitted is not judged', () => {
    expect(finding('R-13', change('A10', { held: { hoursTenths: 80, permittedTenths: 80 } })).outcome).toBe('pass')
    expect(finding('R-13', change('A10', { held: { hoursTenths: 80, permittedTenths: null } })).outcome).toBe('pass')
  })

  test('R-13 permission for a school at 8 h, the activity report shows 11 h: breach by 3 h, until 3 h less are reported', () => {
    const reported = {
      period: ActivityPeriod.parse('2026-H1'),
      hoursTenths: 110,
      permittedTenths: 80,
      inputs: [idAt(9)],
    }
    const held = { hoursTenths: 80, permittedTenths: 80 }
    const found = finding('R-13', change('A10', { held, reported }))
    expect(found).toMatchObject({
      outcome: 'breach',
      code: 'R-13.beyondReported',
      params: { permittedTenths: 80, reportedTenths: 110, period: '2026-H1', beyondTenths: 30 },
      flips: [{ key: 'hoursReported', needs: -30, unit: 'hoursTenths', makes: 'pass' }],
    })
    expect(found.inputs).toContain(idAt(9))
    expect(found.measured).toContainEqual({ key: 'hoursReported', value: 110, unit: 'hoursTenths', limit: 80 })
    const larger = change('A10', { held: { hoursTenths: 120, permittedTenths: 80 }, reported })
    expect(finding('R-13', larger)).toMatchObject({ code: 'R-13.beyond', params: { beyondTenths: 40 } })
  })

  test('R-13 reported hours that are just permitted, or beside an unknown permission, are no breach', () => {
    const reported = { period: ActivityPeriod.parse('2026-H1'), hoursTenths: 80, inputs: [] }
    expect(finding('R-13', change('A10', { reported: { ...reported, permittedTenths: 80 } })).outcome).toBe('pass')
    expect(finding('R-13', change('A10', { reported: { ...reported, permittedTenths: 79 } })).outcome).toBe('breach')
    expect(finding('R-13', change('A10', { reported: { ...reported, permittedTenths: null } })).outcome).toBe('pass')
  })

  test('R-12, R-13 a contract that begins before its permission is turned by beginning so many days later', () => {
    const early = { contractFrom: on('2027-01-25') }
    const flips = [{ key: 'contractFrom', needs: 7, unit: 'days', makes: 'pass', to: '2027-02-01' }]
    expect(finding('R-13', change('A8', early)).flips).toEqual(flips)
    expect(finding('R-12', change('A7', early)).flips).toEqual(flips)
  })

  test('R-13 names address, hours and agreement when they are missing', () => {
    const nameless = change('A9', {
      school: school('0657', { municipality: null }),
      agreement: null,
      hoursTenths: null,
    })
    expect(finding('R-13', nameless)).toMatchObject({
      outcome: 'needs-information',
      missing: ['toMunicipality', 'agreement', 'hoursTenths'],
    })
  })

  test('R-13 an extra address used before its permission is a breach for the days between', () => {
    expect(finding('R-13', change('A8', { contractFrom: on('2027-01-25') })).params.days).toBe(7)
  })

  test('R-13 waits for the hearing, and governs no new agreement', () => {
    expect(finding('R-13', change('A9', {}, [hearing('0657', 'sent')])).outcome).toBe('needs-consultation')
    expect(finding('R-13', change('A7', {})).outcome).toBe('not-applicable')
  })
})

describe('R-14: no regional increase', () => {
  const others = step('2010-01-01', null, 6060)
  const c = (to: string | null) => step('2010-01-01', to, 60)
  const b = step('2027-02-01', null, 40)
  const total = (before: (typeof others)[], after: (typeof others)[], change = {}) =>
    ridingCase('A10', { totals: [{ region: midtjylland, before: totalOf(before), after: totalOf(after) }], ...change })

  test('R-14 612.0 h: A moves 12 h (0), B +4 gives 616.0, a breach of 4.0', () => {
    const found = finding('R-14', total([others, c(null)], [others, c(null), b]))
    expect(found).toMatchObject({ outcome: 'breach', strength: 'binding', code: 'R-14.increases' })
    expect(found.params).toMatchObject({
      levelTenths: 6120,
      afterTenths: 6160,
      overTenths: 40,
      steps: ['2027-02-01//40'],
    })
    expect(finding('R-14', total([others, c(null)], [others, c(null)])).outcome).toBe('pass')
  })

  test('R-14 with C’s lapse of 6 h on the same date: 610.0, pass', () => {
    const found = finding('R-14', total([others, c('2027-02-01')], [others, c('2027-02-01'), b]))
    expect(found).toMatchObject({ outcome: 'pass', params: { levelTenths: 6120, afterTenths: 6100 } })
  })

  test('R-14 with the lapse one month later: breach for that month', () => {
    const found = finding('R-14', total([others, c('2027-03-01')], [others, c('2027-03-01'), b]))
    expect(found).toMatchObject({
      outcome: 'breach',
      code: 'R-14.increasesUntil',
      params: { from: '2027-02-01', until: '2027-03-01', steps: ['2027-02-01/2027-03-01/40'] },
    })
  })

  test('R-14 the allowance of the rule set is exact: 4.0 h allowed pass, 3.9 h do not', () => {
    const facts = total([others], [others, b])
    expect(finding('R-14', facts, { ...units, ridingMaxIncreaseTenths: 40 }).outcome).toBe('pass')
    expect(finding('R-14', facts, { ...units, ridingMaxIncreaseTenths: 39 }).params.overTenths).toBe(1)
  })

  test('R-14 a change that the register would refuse, or that lacks a field, is not a pass', () => {
    const refused = total([others], [others], { takesHold: false })
    expect(finding('R-14', refused)).toMatchObject({ outcome: 'needs-information', missing: ['currentAgreement'] })
    expect(finding('R-14', total([others], [others], { lacks: ['hoursTenths'] })).missing).toEqual(['hoursTenths'])
  })
})

describe('R-15: after takeover the area is the school’s municipality', () => {
  const viborg = school('0791')
  const skive = school('0779')
  const takeover = (...areas: ReturnType<typeof area>[]) => ridingCase('A2', { areas })
  const own = area(viborg, municipal('0791'), '2027-02-01')

  test('R-15 schools in Viborg 0791 and Skive 0779, permission only for Viborg: breach for Skive', () => {
    const found = finding('R-15', takeover(own, area(skive, { kind: 'unknown' }, '2027-02-01', { permission: false })))
    expect(found).toMatchObject({ outcome: 'breach', params: { municipalitiesWithout: ['0779'] } })
    expect(measured(found, 'schoolsWithoutPermission')).toBe(1)
  })

  test('R-15 permission for both, each with its own municipality: pass', () => {
    expect(finding('R-15', takeover(own, area(skive, municipal('0779'), '2027-02-01'))).outcome).toBe('pass')
  })

  test('R-15 an area wider than the municipality is a breach, none at all needs information', () => {
    expect(finding('R-15', takeover(area(viborg, municipal('0791', '0779'), '2027-02-01'))).code).toBe('R-15.wider')
    expect(finding('R-15', takeover(area(viborg, { kind: 'unknown' }, '2027-02-01'))).missing).toEqual(['area'])
  })
})

describe('R-16: area agreed in the former county', () => {
  const vejle = { kind: 'county', county: 'Vejle Amt' } as const
  const codes = ['0607', '0615', '0630', '0766', '0530', '0621', '0746', '0756'].map(code)
  const agreed = { ...vejle, codes }
  const at = (place: ReturnType<typeof school>, covered: CoverageArea, accession: string | null = '2004-05-01') =>
    ridingCase('A8', { areas: [area(place, covered, accession)] })

  test('R-16 accession 2004-05-01, "Vejle Amt": a school in Juelsminde (0766) lies inside', () => {
    const found = finding('R-16', at(school('0766', { town: 'Juelsminde' }), agreed))
    // The area reaches into Syddanmark, whose municipalities are heard as well.
    expect(found).toMatchObject({ outcome: 'pass', code: 'R-16.insideAcross', params: { regions: ['1082', '1083'] } })
    expect(measured(found, 'regions')).toBe(2)
  })

  test('R-16 a school in Skanderborg needs information, unless it is in former Brædstrup', () => {
    expect(finding('R-16', at(school('0746'), agreed))).toMatchObject({
      outcome: 'needs-information',
      missing: ['formerMunicipality'],
      params: { counties: ['Vejle Amt', 'Århus Amt'] },
    })
    expect(finding('R-16', at(school('0746', { town: 'Brædstrup' }), agreed)).outcome).toBe('pass')
    expect(finding('R-16', at(school('0746', { town: 'Galten' }), agreed)).outcome).toBe('breach')
  })

  test('R-16 an area within one region asks nobody on the other side of its border', () => {
    const horsens = { ...vejle, codes: [code('0615'), code('0766')] }
    expect(finding('R-16', at(school('0766'), horsens))).toMatchObject({ outcome: 'pass', code: 'R-16.inside' })
  })

  test('R-16 a school outside the agreed area is a breach', () => {
    expect(finding('R-16', at(school('0791'), agreed))).toMatchObject({ outcome: 'breach', code: 'R-16.outside' })
    expect(finding('R-16', at(school('0630'), { ...vejle, codes: [code('0766')] })).outcome).toBe('breach')
  })

  test('R-16 only the county’s name: shown as a hypothesis, and needs information wherever the school lies', () => {
    const named = { ...vejle, codes: [] }
    const found = finding('R-16', at(school('0766', { town: 'Juelsminde' }), named))
    expect(found).toMatchObject({ outcome: 'needs-information', code: 'R-16.hypothesisInside', missing: ['area'] })
    expect(found.evidence).toContainEqual({ kind: 'municipality', role: 'hypothesis', code: '0766' })
    expect(found.evidence).toContainEqual({ kind: 'municipality', role: 'hypothesis', code: '0746', status: 'part' })
    expect(finding('R-16', at(school('0746'), named)).code).toBe('R-16.hypothesisSplit')
    expect(finding('R-16', at(school('0791'), named)).outcome).toBe('needs-information')
  })

  test('R-16 / R-15 (S1-10) accession 2006-12-31 is the county’s, 2007-01-01 the municipality’s', () => {
    const old = at(school('0766'), agreed, '2006-12-31')
    const young = at(school('0766'), municipal('0766'), '2007-01-01')
    expect([finding('R-16', old).outcome, finding('R-15', old).outcome]).toEqual(['pass', 'not-applicable'])
    expect([finding('R-16', young).outcome, finding('R-15', young).outcome]).toEqual(['not-applicable', 'pass'])
  })

  test('R-16 without an accession date neither rule answers', () => {
    const unknown = at(school('0766'), municipal('0766'), null)
    expect(finding('R-16', unknown)).toMatchObject({ outcome: 'needs-information', missing: ['accessionDate'] })
    expect(finding('R-15', unknown)).toMatchObject({ outcome: 'needs-information', missing: ['accessionDate'] })
    expect(finding('R-16', at(school('0766'), { kind: 'unknown' })).missing).toEqual(['area'])
    expect(finding('R-16', at(school('0766', { municipality: null }), agreed)).missing).toEqual(['toMunicipality'])
  })
})

describe('R-17: at least 10 hours a week per school', () => {
  const site = (municipality: string, hoursTenths: number, schoolTenths = hoursTenths): SiteFact => ({
    agreement: `ra-${municipality}`,
    school: school(municipality),
    hoursTenths,
    schoolTenths,
  })
  const sites = (...list: SiteFact[]) => ridingCase('A8', { permission: permission({}), sites: list })

  test('R-17 14.0 and 8.5 h: the second school is short of 1.5 h, as advice', () => {
    const found = finding('R-17', sites(site('0657', 140), site('0661', 85)))
    expect(found).toMatchObject({ outcome: 'breach', strength: 'recommendation', derogationPossible: false })
    expect(found.params).toMatchObject({ count: 1, schools: ['Rideskole 0661'], shortTenths: 15 })
  })

  test('R-17 (S1-9, E10) 10.0 h pass, 9.9 h are advice', () => {
    expect(finding('R-17', sites(site('0657', 100))).outcome).toBe('pass')
    expect(finding('R-17', sites(site('0657', 99))).params).toMatchObject({ shortTenths: 1 })
  })

  test('R-17 counted per school over all therapists when the rule set says so', () => {
    const facts = sites(site('0657', 60, 120))
    expect(finding('R-17', facts).outcome).toBe('breach')
    expect(finding('R-17', facts, { ...units, ridingCountMode: 'school' }).outcome).toBe('pass')
  })

  test('R-17 unknown hours are not enough hours', () => {
    expect(finding('R-17', sites()).outcome).toBe('needs-information')
  })
})

describe('R-18: involved municipalities are always heard', () => {
  const move = (states: [string, 'answered' | 'sent' | 'lapsed' | 'not-sent'][], change = {}) =>
    ridingCase(
      'A9',
      {
        involved: {
          from: code('0665'),
          to: code('0671'),
          areas: [{ municipality: code('0665'), region: midtjylland }],
          areasKnown: true,
          ...change,
        },
      },
      { consultations: states.map(([municipality, state]) => hearing(municipality, state)) },
    )

  test('R-18 (S1-12) a school moves Lemvig 0665 to Struer 0671, area Lemvig: one answer is not enough', () => {
    const found = finding('R-18', move([['0665', 'answered']]))
    expect(found).toMatchObject({
      outcome: 'needs-consultation',
      strength: 'binding',
      derogationPossible: false,
      params: { involved: ['0665', '0671'], open: ['0671'] },
    })
  })

  test('R-18 passes when the other has answered or let the deadline pass', () => {
    expect(
      finding(
        'R-18',
        move([
          ['0665', 'answered'],
          ['0671', 'answered'],
        ]),
      ).outcome,
    ).toBe('pass')
    expect(
      finding(
        'R-18',
        move([
          ['0665', 'answered'],
          ['0671', 'lapsed'],
        ]),
      ).outcome,
    ).toBe('pass')
    expect(
      finding(
        'R-18',
        move([
          ['0665', 'answered'],
          ['0671', 'not-sent'],
        ]),
      ).outcome,
    ).toBe('needs-consultation')
  })

  test('R-18 binds in riding cases also where other cases need no hearing', () => {
    expect(finding('R-18', move([]), { ...units, hearCapacityCases: false }).outcome).toBe('needs-consultation')
  })

  test('R-18 says whom to hear on both sides of the regional border (R-16)', () => {
    const syddanmark = ridingCase('A8', {
      involved: {
        from: code('0766'),
        to: code('0766'),
        areas: [
          { municipality: code('0766'), region: midtjylland },
          { municipality: code('0630'), region: school('0630').municipality === null ? null : areaRegion('0630') },
        ],
        areasKnown: true,
      },
    })
    expect(finding('R-18', syddanmark)).toMatchObject({
      code: 'R-18.openAcross',
      params: { involved: ['0630', '0766'], municipalitiesAcross: ['0630'] },
    })
  })

  test('R-18 an area that is not known leaves open who is involved, even when all the known have answered', () => {
    const found = finding(
      'R-18',
      move(
        [
          ['0665', 'answered'],
          ['0671', 'answered'],
        ],
        { areasKnown: false },
      ),
    )
    expect(found).toMatchObject({
      outcome: 'needs-information',
      missing: ['area'],
      params: { involved: ['0665', '0671'] },
    })
    expect(finding('R-18', move([], { to: null })).missing).toEqual(['toMunicipality'])
  })
})

describe('R-19: coverage areas are documented', () => {
  const six = ['ra-1', 'ra-2', 'ra-3', 'ra-4', 'ra-5', 'ra-6']

  test('R-19 18 of 24 documented is 75 %: needs information, with the list of 6', () => {
    const facts = ridingCase('A8', { documentation: { of: 24, documented: 18, undocumented: six, own: null } })
    const found = finding('R-19', facts)
    expect(found).toMatchObject({ outcome: 'needs-information', params: { percent: 75, agreements: six } })
    expect(measured(found, 'documentedShare')).toBe(75)
    expect(finding('R-19', facts, { ...units, areaTargetPercent: 75 }).outcome).toBe('pass')
    expect(finding('R-19', facts, { ...units, areaTargetPercent: 76 }).outcome).toBe('needs-information')
  })

  test('R-19 in a case it is the case’s own agreement that must be documented', () => {
    const own = (lacks: ('area' | 'sourceDocument' | 'accessionDate')[]) =>
      ridingCase('A10', {
        documentation: { of: 24, documented: 18, undocumented: six, own: [{ agreement: 'ra-7', lacks }] },
      })
    expect(finding('R-19', own(['sourceDocument']))).toMatchObject({
      outcome: 'needs-information',
      missing: ['sourceDocument'],
      params: { agreements: ['ra-7'], percent: 75 },
    })
    expect(finding('R-19', own([])).outcome).toBe('pass')
    const unknown = ridingCase('A10', { documentation: { of: 0, documented: 0, undocumented: [], own: [] } })
    expect(finding('R-19', unknown)).toMatchObject({ outcome: 'needs-information', missing: ['agreement'] })
  })
})

function areaRegion(municipality: string) {
  return area(school(municipality), municipal(municipality), null).regions[0] ?? null
}

describe('every finding of these tests', () => {
  test('has words for its code, its measures and what is missing, and fills its sentence', () => {
    const seen = new Set<string>()
    for (const facts of asked) {
      for (const parameters of [units, rm2015.parameters, lenient]) {
        for (const { rule, code: key, params, measured: measures, missing } of evaluate(facts, parameters)) {
          seen.add(key)
          const words = Object.entries(findingWords).find(([one]) => one === key)?.[1]
          expect(words, key).toBeDefined()
          const filled = [...Object.keys(params), 'missing']
          expect(
            placeholders(words?.da ?? '').filter((name) => !filled.includes(name)),
            `${rule} ${key}`,
          ).toEqual([])
          for (const measure of measures) expect(Object.keys(measureWords)).toContain(measure.key)
          for (const name of missing) expect(Object.keys(conditionWords)).toContain(name)
        }
      }
    }
    const riding = Object.keys(findingWords).filter((key) => /^R-(1[1-7]|19)\./.test(key))
    expect(riding.filter((key) => !seen.has(key))).toEqual([])
  })

  test('is the same for the same facts, whatever was asked before', () => {
    for (const facts of asked) expect(evaluate(facts, units)).toEqual(evaluate(structuredClone(facts), units))
  })
})
