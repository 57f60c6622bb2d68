import { afterAll, describe, expect, test } from 'vitest'
import { views as definitions } from '#api/contract'
import type { Scope } from '#api/policy'
import { CaseId, ClinicId, MunicipalityCode } from '#events/identifiers'
import { regionsHeldBy } from '#geo/hierarchy'
import { answers } from '#service/queries/catalogue'
import type { Given } from '../projections/givenEvents.ts'
import {
  at,
  clinicIn,
  geography,
  moved,
  municipalityScope,
  publicScope,
  relocationCase,
  secretariat,
  viewsOf,
  world,
} from './register.ts'

const id = CaseId.parse('26-0147')
const finding = {
  rule: 'R-02',
  version: 1,
  outcome: 'breach',
  strength: 'principle',
  derogationPossible: true,
  code: 'R-02.moves',
  params: {},
  measured: [],
  flips: [],
  parameters: {},
  missing: [],
  inputs: [],
  evidence: [],
  sources: [{ kind: 'SEED', id: 'S_SEED001' }],
}
const advice = { ...finding, rule: 'R-17', strength: 'recommendation', outcome: 'needs-information' }

function set(outcome: string, knownAt: string) {
  const findings = [{ ...finding, outcome }, advice]
  return { ruleSet: 'OK-2024', ruleSetVersion: 1, effectiveOn: '2027-02-01', knownAt, docketRevision: -1, findings }
}

function onCase(day: string, type: Given['type'], data: Record<string, unknown>, more: Partial<Given> = {}): Given {
  return { type, stream: 'case-26-0147', from: day, recordedAt: `${day}T12:00:00.000Z`, data, ...more }
}

const sentTo = (code: string, day: string): Given => ({
  type: 'ConsultationSent',
  stream: `consultation-26-0147.${code}.1`,
  from: day,
  recordedAt: `${day}T12:00:00.000Z`,
  data: { case: '26-0147', municipality: code, round: 1, questions: 'Remarks?', dueOn: '2026-05-26' },
})

const answeredBy = (code: string, day: string, late = false): Given => ({
  type: 'ConsultationAnswered',
  stream: `consultation-26-0147.${code}.1`,
  from: day,
  recordedAt: `${day}T12:00:00.000Z`,
  data: { position: 'object', text: `Answer of ${code}`, answeredOn: day, late, cameBy: 'portal' },
})

const ruled: Given[] = [
  {
    type: 'RulingIssued',
    stream: 'docket-1082',
    from: '2026-06-10',
    recordedAt: '2026-06-10T12:00:00.000Z',
    data: {
      case: '26-0147',
      committee: '1082',
      number: '2026-0001',
      outcome: 'granted',
      reasons: 'Because',
      conditions: [],
      derogations: [{ rule: 'R-02', reason: 'r' }],
      effectiveFrom: '2027-02-01',
      participants: { regional: 2, municipal: 2, physiotherapists: 4 },
      known: set('breach', '2026-06-10T11:00:00.000Z'),
    },
  },
  onCase(
    '2026-06-11',
    'CaseRuled',
    { rulingNumber: '2026-0001', outcome: 'granted', effectiveFrom: '2027-02-01' },
    { from: '2027-02-01' },
  ),
]

const life: Given[] = [
  ...clinicIn('skanderborg', 'k-1', '100001').map((event) => ({ ...event, recordedAt: '2026-01-01T00:00:00.000Z' })),
  relocationCase('26-0147', { clinic: 'k-1', from: 'skanderborg', to: 'aarhus', wantedFrom: '2027-02-01' }),
  onCase('2026-04-07', 'CaseInformationRequested', { items: ['accessibility', 'lease'], dueOn: '2026-04-20' }),
  onCase('2026-04-08', 'CaseInformationSupplied', { items: ['lease'] }),
  onCase('2026-04-09', 'CaseInformationSupplied', { items: ['accessibility'] }),
  onCase('2026-04-10', 'FindingsComputed', { set: set('needs-consultation', '2026-04-10T11:00:00.000Z') }),
  onCase('2026-04-11', 'ConsultationProposed', { involved: ['0746', '0751'], round: 1 }),
  sentTo('0746', '2026-05-05'),
  sentTo('0751', '2026-05-05'),
  answeredBy('0746', '2026-05-10'),
  { ...answeredBy('0751', '2026-05-28', true) },
  onCase('2026-05-29', 'CaseHeard', { round: 1 }),
  onCase('2026-05-30', 'FindingsComputed', { set: set('breach', '2026-05-30T11:00:00.000Z') }),
  onCase('2026-06-01', 'RecommendationWritten', { text: 'Grant it', outcome: 'granted' }),
  onCase('2026-06-02', 'CaseTabled', { meetingOn: '2026-06-10', reason: null }),
  ...ruled,
  onCase('2027-02-01', 'CaseEffectApplied', { stream: 'practiceAddress-a-k-1' }),
]

const whole = viewsOf(life)
afterAll(() => whole.views.close())

function file(known: string, scope: Scope = secretariat, on = known.slice(0, 10)) {
  const answer = answers.caseFile(whole.views, at(on, known), scope, { case: id }, world)
  definitions.caseFile.response.parse(answer)
  return answer
}

const noon = (day: string) => `${day}T22:00:00.000Z`

describe('a case', () => {
  test('names in the lists who is to be heard, once that is known', () => {
    const involvedOn = (day: string) => file(noon(day)).row.involved
    expect([involvedOn('2026-04-10'), involvedOn('2026-04-11')]).toEqual([[], ['0746', '0751']])
  })

  test('goes through its states, and each can be looked back at', () => {
    const days = [
      '2026-04-01',
      '2026-04-07',
      '2026-04-08',
      '2026-04-09',
      '2026-04-10',
      '2026-04-11',
      '2026-05-05',
      '2026-05-29',
      '2026-06-02',
      '2026-06-11',
      '2027-02-01',
    ]
    expect(days.map((day) => file(noon(day)).row.status)).toEqual([
      'received',
      'awaiting-information',
      'awaiting-information',
      'received',
      'checked',
      'checked',
      'in-consultation',
      'heard',
      'tabled',
      'ruled',
      'applied',
    ])
  })

  test('what is missing, and the nearest deadline', () => {
    expect(file(noon('2026-04-07')).missing.map(({ item }) => item)).toEqual(['accessibility', 'lease'])
    expect(file(noon('2026-04-08'))).toMatchObject({
      missing: [{ item: 'accessibility', dueOn: '2026-04-20' }],
      row: { dueOn: '2026-04-20' },
    })
    expect(file(noon('2026-05-05')).row.dueOn).toBe('2026-05-26')
    expect(file(noon('2026-06-11')).row.dueOn).toBeNull()
  })

  test('the latest findings beside the earlier ones; advice does not count', () => {
    const { row, findings, earlier } = file(noon('2026-06-02'))
    expect(row).toMatchObject({
      worst: 'breach',
      counts: { breach: 1, needsInformation: 0, needsConsultation: 0, pass: 0 },
    })
    expect(findings?.knownAt).toBe('2026-05-30T11:00:00.000Z')
    expect(earlier.map(({ knownAt }) => knownAt)).toEqual(['2026-04-10T11:00:00.000Z'])
  })

  test('findings are stale once the register moved under them; hearings and rulings are looked at again at once', () => {
    const days = ['2026-04-10', '2026-05-10', '2026-05-30']
    expect(days.map((day) => file(noon(day)).stale)).toEqual([false, false, false])
    const { views, and } = viewsOf(life.slice(0, -3))
    const stale = () => answers.caseFile(views, at('2026-06-05'), secretariat, { case: id }, world).stale
    expect(stale()).toBe(false)
    and([
      {
        type: 'KrCapacityAllocated',
        stream: 'clinic-k-1',
        from: '2027-01-01',
        recordedAt: '2026-06-03T12:00:00.000Z',
        data: { specialty: '51', unitsHundredths: 300, levelYear: 2022, reason: 'correction' },
      },
    ])
    expect(stale()).toBe(true)
  })

  test('the ruling with the last day for a demand of referral, 14 days after the day it was recorded', () => {
    expect(file(noon('2026-06-09')).ruling).toBeNull()
    const { ruling, scenario, docketRevision, effect } = file(noon('2026-06-11'))
    expect(ruling).toMatchObject({ number: '2026-0001', outcome: 'granted', referralUntil: '2026-06-24' })
    expect({ scenario, docketRevision, effect }).toEqual({ scenario: null, docketRevision: 0, effect: null })
    expect(file(noon('2026-06-02')).scenario).toBe('case-26-0147')
    expect(file(noon('2027-02-01')).effect).toEqual({ applied: true, code: null, params: {} })
  })

  test('what the move does to both municipalities, counted on the wanted date', () => {
    expect(file(noon('2026-06-02'))).toMatchObject({
      unit: 'unitsHundredths',
      clinicName: 'Klinik k-1',
      revision: 11,
      effects: [
        { municipality: '0746', name: 'Skanderborg', before: 430, after: 0, clinicsBefore: 1, clinicsAfter: 0 },
        { municipality: '0751', name: 'Aarhus', before: 0, after: 430, clinicsBefore: 0, clinicsAfter: 1 },
      ],
    })
  })

  test('is in lists by whether it is open, and gives the next free number', () => {
    const list = (known: string, status: 'open' | 'closed' | 'all') => {
      const answer = answers.cases(whole.views, at(known.slice(0, 10), known), secretariat, { status }, world)
      definitions.cases.response.parse(answer)
      return { open: answer.open, rows: answer.rows.length }
    }
    expect(list(noon('2026-06-02'), 'open')).toEqual({ open: 1, rows: 1 })
    expect(list(noon('2026-06-11'), 'open')).toEqual({ open: 0, rows: 0 })
    expect(list(noon('2026-06-11'), 'closed')).toEqual({ open: 0, rows: 1 })
    expect(list(noon('2026-03-30'), 'all')).toEqual({ open: 0, rows: 0 })
    expect(answers.cases(whole.views, at('2026-06-11'), secretariat, { status: 'all' }, world).nextCase).toBe('26-0148')
  })
})

describe('who sees what', () => {
  const known = at('2026-05-12', noon('2026-05-12'))

  test('a case is for its committee and the municipalities that it concerns, for others it is not there', () => {
    const rows = (scope: Scope) => answers.cases(whole.views, known, scope, { status: 'all' }, world).rows.length
    const elsewhere: Scope = { role: 'secretariat', reach: 'region', organisation: '1084', regions: ['1084'] }
    expect([secretariat, municipalityScope('0751'), municipalityScope('0746')].map(rows)).toEqual([1, 1, 1])
    expect([elsewhere, municipalityScope('0661'), publicScope].map(rows)).toEqual([0, 0, 0])
    expect(() => file(noon('2026-05-12'), municipalityScope('0661'))).toThrow('26-0147')
  })

  test('the committee that took a region over has its cases', () => {
    const regions = regionsHeldBy(geography.areas, 'ost', '2027-01-01')
    expect(regions).toEqual(['ost', '1084', '1085'])
    expect(regionsHeldBy(geography.areas, 'ost', '2026-12-31')).toEqual(['ost'])
    const successor: Scope = { role: 'committee', reach: 'region', organisation: 'ost', regions }
    const own = viewsOf(
      life.map((event) =>
        event.type === 'CaseOpened' ? { ...event, data: { ...event.data, region: '1085' } } : event,
      ),
    )
    expect(answers.cases(own.views, known, successor, { status: 'all' }, world).rows).toHaveLength(1)
    const streams = answers.events(own.views, known, successor, { limit: 200 }, world).rows.map(({ stream }) => stream)
    expect(streams).toContain('case-26-0147')
    expect(answers.cases(own.views, known, secretariat, { status: 'all' }, world).rows).toHaveLength(0)
    own.views.close()
  })

  test('findings are unknown, not zero, to who may not see the cases', () => {
    const then = at('2026-06-02', noon('2026-06-02'))
    const seen = (scope: Scope) => {
      const answer = answers.municipalities(whole.views, then, scope, {}, world)
      definitions.municipalities.response.parse(answer)
      return ['0746', '0751', '0661', '0101'].map((code) => answer.rows.find((row) => row.code === code)?.findings)
    }
    const none = { breach: 0, needsInformation: 0, needsConsultation: 0, pass: 0 }
    const [from, to, ...elsewhere] = seen(secretariat)
    expect(from?.breach).toBeGreaterThan(0)
    expect([to, elsewhere]).toEqual([from, [none, null]])
    expect(seen(municipalityScope('0661'))).toEqual([null, null, none, null])
    expect(seen(municipalityScope('0746'))).toEqual([from, from, null, null])
    expect(seen(publicScope)).toEqual([null, null, null, null])
  })

  test('what a case did to the register is everybody’s to see, and which case it was is not', () => {
    const own = viewsOf([...life, { ...moved('k-1', 'skanderborg', 'aarhus', '2026-06-01'), metadata: { caseId: id } }])
    const casesNamed = (scope: Scope) =>
      answers
        .clinic(own.views, at('2026-07-01'), scope, { clinic: ClinicId.parse('k-1') }, world)
        .events.flatMap(({ type, caseId }) => (type === 'PracticeAddressMoved' ? [caseId] : []))
    expect([secretariat, municipalityScope('0751')].map(casesNamed)).toEqual([[id], [id]])
    expect([publicScope, municipalityScope('0661')].map(casesNamed)).toEqual([[null], [null]])
    own.views.close()
  })

  test('the answer of another municipality is shown after the ruling, not before', () => {
    const answersOf = (day: string, scope: Scope) =>
      Object.fromEntries(
        file(noon(day), scope).consultations.map(({ municipality, answers: given }) => [
          municipality,
          given.map(({ text }) => text),
        ]),
      )
    const all = { '0746': ['Answer of 0746'], '0751': ['Answer of 0751'] }
    expect(answersOf('2026-06-02', municipalityScope('0751'))).toEqual({ ...all, '0746': [] })
    expect(answersOf('2026-06-02', secretariat)).toEqual(all)
    expect(answersOf('2026-06-11', municipalityScope('0751'))).toEqual(all)
    expect(file(noon('2026-06-02'), municipalityScope('0751')).recommendation).toBeNull()
    expect(file(noon('2026-06-02')).recommendation).toMatchObject({ text: 'Grant it' })
  })

  test('a municipality has its own hearings, the secretariat all of its region, the public none', () => {
    const rows = (scope: Scope, day: string) => {
      const answer = answers.consultations(
        whole.views,
        at(day, noon(day)),
        scope,
        {},
        { ...world, today: at(day).effectiveOn },
      )
      definitions.consultations.response.parse(answer)
      return answer.rows.map(({ municipality, state, daysLeft }) => [municipality, state, daysLeft])
    }
    expect(rows(municipalityScope('0751'), '2026-05-20')).toEqual([['0751', 'sent', 6]])
    expect(rows(secretariat, '2026-04-11')).toEqual([
      ['0746', 'not-sent', null],
      ['0751', 'not-sent', null],
    ])
    // Answered both: the newest answer first.
    expect(rows(secretariat, '2026-05-28')).toEqual([
      ['0751', 'answered-late', -2],
      ['0746', 'answered', -2],
    ])
    expect(rows(publicScope, '2026-05-28')).toEqual([])
  })

  test('a list of events leaves out what the asker may not read', () => {
    const types = (scope: Scope) => {
      const answer = answers.events(whole.views, at('2027-03-01'), scope, { limit: 200 }, world)
      definitions.events.response.parse(answer)
      expect(answer.total).toBe(answer.rows.length)
      return answer.rows.map(({ stream }) => stream).filter((stream) => /^(case|consultation|docket)-/.test(stream))
    }
    expect(types(publicScope)).toEqual([])
    expect(types(municipalityScope('0661'))).toEqual([])
    expect(types(municipalityScope('0751'))).toContain('consultation-26-0147.0751.1')
    expect(types(municipalityScope('0751'))).not.toContain('consultation-26-0147.0746.1')
    expect(types(secretariat)).toContain('docket-1082')
    const days = answers.timeline(
      whole.views,
      at('2027-03-01'),
      publicScope,
      { from: at('2026-03-01').effectiveOn, to: at('2026-12-31').effectiveOn },
      world,
    )
    definitions.timeline.response.parse(days)
    expect(days.effective).toEqual([])
  })
})

describe('a ceiling that no case set', () => {
  const given: readonly Given[] = [
    ...clinicIn('holstebro', 'k-1', '100001'),
    {
      type: 'TurnoverCeilingSet',
      stream: 'providerNumber-100001',
      from: '2016-01-01',
      data: { oerePerYear: 145_000_000, until: null },
      metadata: { dataClass: 'committee' },
    },
  ]
  const own = viewsOf(given)
  afterAll(() => own.views.close())
  const region = (code: string): Scope => ({ ...secretariat, organisation: code, regions: [code] })
  const ceilings = (scope: Scope) => {
    const { rows } = answers.events(own.views, at('2026-11-22'), scope, { limit: 200 }, world)
    return rows.filter(({ type }) => type === 'TurnoverCeilingSet').length
  }

  test.each([
    ['its own region', region('1082'), 1],
    ['another region', region('1083'), 0],
    ['the region that a merger makes', { ...region('ost'), regions: ['ost', '1084', '1085'] }, 0],
    ['the municipality', municipalityScope('0661'), 0],
    ['everybody', publicScope, 0],
  ] as const)('R-40: %s', (_, scope, seen) => {
    expect(ceilings(scope)).toBe(seen)
    const events = answers.clinic(own.views, at('2026-11-22'), scope, { clinic: ClinicId.parse('k-1') }, world).events
    expect(events.filter(({ type }) => type === 'TurnoverCeilingSet')).toHaveLength(seen)
  })
})

describe('the list of events', () => {
  const page = (params: Partial<Parameters<typeof answers.events>[3]>) =>
    answers.events(whole.views, at('2027-03-01'), secretariat, { limit: 200, ...params }, world)

  test('is paged by number, newest first, without a gap', () => {
    const all = page({}).rows.map(({ number }) => number)
    const read: number[] = []
    for (let before: number | undefined; ; ) {
      const answer = page({ limit: 7, ...(before === undefined ? {} : { before }) })
      read.push(...answer.rows.map(({ number }) => number))
      if (answer.next === null) break
      before = answer.next
    }
    expect(read).toEqual(all)
    expect(all).toEqual(all.toSorted((a, b) => b - a))
  })

  test('is of one stream, type or municipality', () => {
    expect(new Set(page({ stream: 'case-26-0147' }).rows.map(({ stream }) => stream))).toEqual(
      new Set(['case-26-0147']),
    )
    expect(page({ type: 'CaseTabled' }).rows).toHaveLength(1)
    expect(page({ municipality: MunicipalityCode.parse('0746') }).rows.length).toBeGreaterThan(
      page({ municipality: MunicipalityCode.parse('0751') }).rows.length,
    )
    expect(page({ corrections: true }).rows).toEqual([])
  })

  test('a clinic registered before its address belongs to the municipality from the first', () => {
    expect(page({ stream: 'clinic-k-1' }).rows.map(({ municipality }) => municipality)).toEqual([
      '0746',
      '0746',
      '0746',
    ])
  })

  test('was shorter when less was known', () => {
    const then = answers.events(whole.views, at('2027-03-01', noon('2026-04-07')), secretariat, { limit: 200 }, world)
    expect(then.rows[0]?.type).toBe('CaseInformationRequested')
    expect(then.total).toBeLessThan(page({}).total)
  })
})

test('the time bar counts events on both tracks and names what was recorded far from its date', () => {
  const [from, to] = [at('2024-01-01').effectiveOn, at('2027-12-31').effectiveOn]
  const bar = answers.timeline(whole.views, at('2026-12-31'), secretariat, { from, to }, world)
  const on = (track: typeof bar.effective, day: string) => track.find((entry) => entry.on === day)?.count
  expect(on(bar.effective, '2024-01-01')).toBe(2)
  expect(on(bar.recorded, '2026-01-01')).toBe(7)
  expect(on(bar.effective, '2027-02-01')).toBe(2)
  expect(bar.notable.map(({ type }) => type)).toContain('KrCapacityAllocated')
  expect(bar.notable.map(({ type }) => type)).not.toContain('CaseTabled')
  expect(bar.adoptedNotInForce).toBe(2)
})
