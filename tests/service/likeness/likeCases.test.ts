import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { views as definitions } from '#api/contract'
import { DistanceClass, HearingVoice, LikeFeatures } from '#api/views/likeCases'
import { CaseId, MunicipalityCode } from '#events/identifiers'
import { distanceClass, likenessOf, voiceOf } from '#service/likeness/likeness'
import { answers } from '#service/queries/catalogue'
import type { Given } from '../projections/givenEvents.ts'
import { at, clinicIn, municipalityScope, relocationCase, secretariat, viewsOf, world } from '../queries/register.ts'

const skanderborgToAarhus = LikeFeatures.parse({
  municipality: ['0746', '0751'],
  council: null,
  crossing: true,
  distance: 'below50',
  breaches: ['R-02'],
  positions: 'object',
})

describe('likeness', () => {
  test('counts the features that both know', () => {
    const other = { ...skanderborgToAarhus, council: ['Nord'], positions: 'not-against' as const }
    expect(likenessOf(skanderborgToAarhus, other)).toEqual({
      agrees: ['municipality', 'crossing', 'distance', 'breaches'],
      differs: ['positions'],
      close: true,
    })
  })

  test('is close when more than half of at least three agree', () => {
    const three = { ...skanderborgToAarhus, municipality: null, crossing: null }
    expect(likenessOf(three, { ...three, positions: 'none' }).close).toBe(true)
    expect(likenessOf(three, { ...three, positions: 'none', distance: 'below1' }).close).toBe(false)
    const two = { ...three, distance: null }
    expect(likenessOf(two, two)).toEqual({ agrees: ['breaches', 'positions'], differs: [], close: false })
  })

  test('is the same either way round, and whole with itself', () => {
    const features: fc.Arbitrary<LikeFeatures> = fc.record({
      municipality: fc.constantFrom(null, [MunicipalityCode.parse('0746')], [MunicipalityCode.parse('0751')]),
      council: fc.constantFrom(null, ['Nord'], ['Nord', 'Vest']),
      crossing: fc.constantFrom(null, true, false),
      distance: fc.constantFrom(null, ...DistanceClass.options),
      breaches: fc.constantFrom(null, [], ['R-02'], ['R-02', 'R-05']),
      positions: fc.constantFrom(null, ...HearingVoice.options),
    })
    fc.assert(
      fc.property(features, features, (a, b) => {
        expect(likenessOf(a, b)).toEqual(likenessOf(b, a))
        expect(likenessOf(a, a).differs).toEqual([])
      }),
    )
  })

  test.each([
    [0, 'below1'],
    [999.9, 'below1'],
    [1_000, 'below5'],
    [4_999, 'below5'],
    [5_000, 'below15'],
    [15_000, 'below50'],
    [50_000, 'farther'],
  ])('%s metres are %s', (metres, expected) => expect(distanceClass(metres)).toBe(expected))

  test('a hearing speaks by the answer that is most against', () => {
    expect(voiceOf([])).toBe('none')
    expect(voiceOf([null, null])).toBe('unanswered')
    expect(voiceOf([null, 'no-remarks'])).toBe('not-against')
    expect(voiceOf(['support', 'conditional'])).toBe('conditional')
    expect(voiceOf(['conditional', 'object', null])).toBe('object')
  })
})

/** A case about a move from Skanderborg, ruled on a day unless it is still open. */
function moveOf(
  number: number,
  to: 'aarhus' | 'holstebro' | 'skanderborg',
  ruling: { readonly on: string; readonly outcome: string; readonly position: string } | null,
): Given[] {
  const id = `26-000${number}`
  const onDay = (day: string) => ({ from: day, recordedAt: `${day}T12:00:00.000Z` })
  const finding = {
    rule: 'R-02',
    version: 1,
    outcome: to === 'skanderborg' ? 'pass' : 'breach',
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
  const set = (knownAt: string) => ({
    ruleSet: 'OK-2024',
    ruleSetVersion: 1,
    effectiveOn: '2027-02-01',
    knownAt,
    docketRevision: -1,
    findings: [finding],
  })
  const day = ruling?.on ?? '2026-11-01'
  const opened = relocationCase(id, { clinic: `k-${number}`, from: 'skanderborg', to, wantedFrom: '2027-02-01' })
  const consultation = `consultation-${id}.0746.1`
  return [
    ...clinicIn('skanderborg', `k-${number}`, `10000${number}`).map((event) => ({
      ...event,
      recordedAt: '2026-01-01T00:00:00.000Z',
    })),
    { ...opened, recordedAt: `${day}T08:00:00.000Z` },
    { type: 'FindingsComputed', stream: `case-${id}`, ...onDay(day), data: { set: set(`${day}T11:00:00.000Z`) } },
    { type: 'ConsultationProposed', stream: `case-${id}`, ...onDay(day), data: { involved: ['0746'], round: 1 } },
    {
      type: 'ConsultationSent',
      stream: consultation,
      ...onDay(day),
      data: { case: id, municipality: '0746', round: 1, questions: '', dueOn: '2026-12-31' },
    },
    ...(ruling === null
      ? []
      : ([
          {
            type: 'ConsultationAnswered',
            stream: consultation,
            ...onDay(day),
            data: { position: ruling.position, text: '', answeredOn: day, late: false, cameBy: 'portal' },
          },
          {
            type: 'RulingIssued',
            stream: 'docket-1082',
            from: day,
            recordedAt: `${day}T14:00:00.000Z`,
            data: {
              case: id,
              committee: '1082',
              number: `2026-000${number}`,
              outcome: ruling.outcome,
              reasons: `Begrundelse ${number}`,
              conditions: [],
              derogations: [],
              effectiveFrom: '2027-02-01',
              participants: { regional: 2, municipal: 2, physiotherapists: 4 },
              known: set(`${day}T13:00:00.000Z`),
            },
          },
          {
            type: 'CaseRuled',
            stream: `case-${id}`,
            from: day,
            recordedAt: `${day}T14:00:01.000Z`,
            data: { rulingNumber: `2026-000${number}`, outcome: ruling.outcome, effectiveFrom: '2027-02-01' },
          },
        ] satisfies Given[])),
  ]
}

const whole = viewsOf([
  ...moveOf(1, 'aarhus', { on: '2026-04-01', outcome: 'refused', position: 'object' }),
  ...moveOf(2, 'skanderborg', { on: '2026-05-01', outcome: 'granted', position: 'support' }),
  ...moveOf(3, 'aarhus', { on: '2026-06-01', outcome: 'granted', position: 'conditional' }),
  ...moveOf(4, 'holstebro', { on: '2026-07-01', outcome: 'refused', position: 'object' }),
  ...moveOf(5, 'aarhus', null),
])
afterAll(() => whole.views.close())

function likeTo(number: number, scope = secretariat) {
  const answer = answers.likeCases(
    whole.views,
    at('2026-11-22'),
    scope,
    { case: CaseId.parse(`26-000${number}`) },
    world,
  )
  definitions.likeCases.response.parse(answer)
  return answer
}

describe('like cases', () => {
  test('come with what agrees, the most alike first, and with what the committee said', () => {
    const { features, rows, examined } = likeTo(5)
    expect(features).toMatchObject({
      municipality: ['0746', '0751'],
      crossing: true,
      distance: 'below50',
      breaches: ['R-02'],
      positions: 'unanswered',
    })
    expect(examined).toBe(4)
    expect(
      rows.map(({ caseNumber, agrees, close, outcome, reasons }) => [caseNumber, agrees, close, outcome, reasons]),
    ).toEqual([
      ['26/0003', ['municipality', 'crossing', 'distance', 'breaches'], true, 'granted', 'Begrundelse 3'],
      ['26/0001', ['municipality', 'crossing', 'distance', 'breaches'], true, 'refused', 'Begrundelse 1'],
      ['26/0004', ['crossing', 'breaches'], false, 'refused', 'Begrundelse 4'],
      ['26/0002', [], false, 'granted', 'Begrundelse 2'],
    ])
  })

  test('of a ruled case are those before its own ruling', () => {
    expect(likeTo(3).rows.map(({ caseNumber }) => caseNumber)).toEqual(['26/0001', '26/0002'])
    expect(likeTo(1).rows).toEqual([])
  })

  test('are those that the asker may see, and a municipality learns nothing of an open hearing', () => {
    const seen = likeTo(5, municipalityScope('0751'))
    expect(seen.features.positions).toBeNull()
    expect(seen.rows.map(({ caseNumber }) => caseNumber)).toEqual(['26/0003', '26/0001'])
    expect(() => likeTo(4, municipalityScope('0751'))).toThrow('26-0004')
  })

  test('a ruling that was taken back is no example', () => {
    const more = viewsOf([
      ...moveOf(1, 'aarhus', { on: '2026-04-01', outcome: 'refused', position: 'object' }),
      ...moveOf(5, 'aarhus', null),
      {
        type: 'RulingWithdrawn',
        stream: 'docket-1082',
        from: '2026-10-01',
        recordedAt: '2026-11-02T12:00:00.000Z',
        data: { case: '26-0001', number: '2026-0001', reason: 'Fejl' },
      },
    ])
    const asked = { case: CaseId.parse('26-0005') }
    expect(answers.likeCases(more.views, at('2026-11-22'), secretariat, asked, world).rows).toEqual([])
    const list = answers.rulings(more.views, at('2026-11-22'), secretariat, {}, world)
    expect(list.rows.map(({ number, withdrawn }) => [number, withdrawn])).toEqual([['2026-0001', true]])
    more.views.close()
  })
})

describe('the list of rulings', () => {
  test('has the newest first, each with its case, within the asker’s reach', () => {
    const list = (scope = secretariat) => answers.rulings(whole.views, at('2026-11-22'), scope, {}, world)
    definitions.rulings.response.parse(list())
    expect(
      list().rows.map(({ number, caseNumber, outcome, ruledOn }) => [number, caseNumber, outcome, ruledOn]),
    ).toEqual([
      ['2026-0004', '26/0004', 'refused', '2026-07-01'],
      ['2026-0003', '26/0003', 'granted', '2026-06-01'],
      ['2026-0002', '26/0002', 'granted', '2026-05-01'],
      ['2026-0001', '26/0001', 'refused', '2026-04-01'],
    ])
    expect(list(municipalityScope('0661')).rows.map(({ number }) => number)).toEqual(['2026-0004'])
    const elsewhere = { ...secretariat, organisation: '1081', regions: ['1081'] }
    expect(list(elsewhere).rows).toEqual([])
  })
})
