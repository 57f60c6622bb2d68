import { describe, expect, test } from 'vitest'
import { type CoverageService, coverageView } from '#api/views/coverage'
import { DiagnosisGroupId, MunicipalityCode, RegionCode } from '#events/identifiers'
import { encodeCells } from '#geo/cellTiles'
import { regionOf } from '#geo/hierarchy'
import { sideOfPolygon } from '#geo/ring'
import { demandAt } from '#service/demand/demand'
import { goalAt } from '#service/demand/pathways'
import { coverage, coverageReach } from '#service/queries/coverage'
import { coverageCells, isShown } from '#service/queries/coverageCells'
import { coveragePlace } from '#service/queries/coveragePlace'
import { usersReached } from '#service/queries/coverageUsers'
import { readTile } from '../../geo/readTile.ts'
import type { Given } from '../projections/givenEvents.ts'
import { address, at, clinicIn, geography, moved, publicScope, viewsOf, world } from './register.ts'

const group = DiagnosisGroupId.parse('osteogenesis-imperfecta')

function documented(
  person: string,
  target: { kind: 'group' | 'family'; id: string },
  { from = '2021-06-01', expiresOn = '2026-06-01' }: { from?: string; expiresOn?: string | null } = {},
): Given {
  return {
    type: 'CompetenceDocumented',
    stream: `competence-${person}`,
    from,
    data: { person, target, issuer: 'Prøve', issuedOn: from, expiresOn, evidenceRef: null },
  }
}

/** A municipal offer in Aarhus that holds the service of the clinic. */
const offer: Given = {
  type: 'MunicipalOfferPublished',
  stream: 'municipalOffer-0751',
  from: '2020-01-01',
  data: {
    municipality: '0751',
    document: 'Prøve',
    offerVersion: '1',
    services: [
      { service: 'individual', included: 'yes', condition: null },
      { service: 'riding', included: 'no', condition: null },
    ],
    settings: ['trainingRoom'],
    places: [{ place: 'a', name: 'Sted', address: { ...address('aarhus'), text: 'Vej 2' } }],
    hours: 'weekdaysDaytime',
    referralMonths: null,
    remarks: null,
    source: null,
  },
}

const own = { kind: 'group', id: group } as const
const usual = {
  group,
  service: 'clinic',
  max: 30,
  unit: 'minutes',
  offers: 'without',
  measure: 'share',
  k: 2,
  decay: 'step',
  exponentTenths: 20,
} as const
const ask = async (given: readonly Given[], on: string, more: Partial<Parameters<typeof coverage>[3]> = {}) =>
  await coverage(viewsOf(given).views, at(on), publicScope, { ...usual, ...more }, world)

describe('coverage of a diagnosis group', () => {
  test('nobody documented: nobody is within reach, and everybody is counted', async () => {
    const { total, sites, rows } = await ask(clinicIn('holstebro', 'k1', '100001'), '2026-01-01')
    expect(sites).toEqual([])
    expect(total).toMatchObject({ people: 6_025_511, within: 0, beyond: 0, unreachable: 6_025_511, meanCost: null })
    expect(rows).toHaveLength(98)
    for (const { people, within, beyond, unreachable } of rows) expect(within + beyond + unreachable).toBe(people)
  })

  test('near the clinic within, far away beyond; the whole country adds up to FOLK1A', async () => {
    const given = [...clinicIn('holstebro', 'k1', '100001'), documented('p-100001', own)]
    const { total, rows, sites, proof } = await ask(given, '2026-01-01')
    expect(proof.populationAsOf).toBe('2026-01-01')
    expect(sites).toMatchObject([{ id: 'k1', municipality: '0661', persons: 1 }])
    const of = (code: string) => rows.find(({ municipality }) => municipality === code)
    expect(of('0661')?.share).toBeGreaterThan(0.9)
    expect(of('0661')?.persons).toBe(1)
    expect(of('0751')?.share).toBe(0)
    expect(of('0400')).toMatchObject({ within: 0 })
    expect(total.people).toBe(6_025_511)
  })

  test('R-28: Samsø is not covered from across the water', async () => {
    // Skanderborg's neighbour coast is 20 km away in a straight line, an hour and more by ferry.
    const given = [...clinicIn('aarhus', 'k1', '100001'), documented('p-100001', own)]
    const samsoe = (await ask(given, '2026-01-01', { max: 60 })).rows.find(
      ({ municipality }) => municipality === '0741',
    )
    expect(samsoe).toMatchObject({ within: 0, share: 0 })
  })

  test('R-30: documentation counts to the day before it expires', async () => {
    const given = [...clinicIn('holstebro', 'k1', '100001'), documented('p-100001', own)]
    expect((await ask(given, '2026-05-31')).sites).toHaveLength(1)
    expect((await ask(given, '2026-06-01')).sites).toHaveLength(0)
  })

  test('R-29: documentation for a family counts for its groups', async () => {
    const family = { kind: 'family', id: 'connective-tissue' } as const
    const given = [...clinicIn('holstebro', 'k1', '100001'), documented('p-100001', family)]
    expect((await ask(given, '2026-01-01')).sites).toHaveLength(1)
  })

  test('R-29: coverage of a family is by documentation for the family itself, with the users of its groups', async () => {
    const family = DiagnosisGroupId.parse('connective-tissue')
    const clinic = clinicIn('holstebro', 'k1', '100001')
    const answer = await ask([...clinic, documented('p-100001', { kind: 'family', id: family })], '2026-01-01', {
      group: family,
    })
    expect(answer).toMatchObject({ group: family, sites: [{ id: 'k1' }], users: { size: { kind: 'family' } } })
    expect(answer.total.within).toBeGreaterThan(0)
    expect((await ask([...clinic, documented('p-100001', own)], '2026-01-01', { group: family })).sites).toEqual([])
    await expect(ask(clinic, '2026-01-01', { group: DiagnosisGroupId.parse('no-such-group') })).rejects.toThrow(
      'no-such-group',
    )
  })

  test('every measure of supply hands out what there is, by every decay', async () => {
    const given = [
      ...clinicIn('holstebro', 'k1', '100001'),
      ...clinicIn('aarhus', 'k2', '100002'),
      documented('p-100001', own),
      documented('p-100002', own),
    ]
    const handedOut = async (more: Parameters<typeof ask>[2]) => {
      const { rows } = await ask(given, '2026-01-01', more)
      return rows.reduce((sum, { value, people }) => sum + ((value ?? 0) * people) / 10_000, 0)
    }
    for (const decay of ['step', 'linear', 'logistic', 'halfLife', 'gaussian', 'power'] as const) {
      // The sum of inhabitants times score is the supply that anybody reaches: two persons.
      expect(await handedOut({ measure: 'crowding', decay })).toBeCloseTo(2, 3)
      expect(await handedOut({ measure: 'balanced', decay })).toBeGreaterThan(0)
      const { rows } = await ask(given, '2026-01-01', { measure: 'availability', decay })
      expect(rows.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBeCloseTo(2, 3)
    }
    // Nobody reaches both in half an hour, so there is nothing to share out between them.
    expect((await ask(given, '2026-01-01', { measure: 'threeStep' })).rows).toEqual(
      (await ask(given, '2026-01-01', { measure: 'crowding' })).rows,
    )
  })

  test('a nearer place weighs more the steeper the decay, and the proof says by which formula', async () => {
    const given = [...clinicIn('holstebro', 'k1', '100001'), documented('p-100001', own)]
    const near = async (spread: number) => {
      const { rows, proof } = await ask(given, '2026-01-01', { measure: 'crowding', decay: 'halfLife', spread })
      expect(proof).toMatchObject({
        bands: [],
        method: { measure: 'crowding', source: expect.stringContaining('Luo & Qi 2009') },
        decay: { kind: 'halfLife', formula: '0.5 ^ (t / s)', spread, exponentTenths: null },
      })
      return rows.find(({ municipality }) => municipality === '0661')?.value ?? 0
    }
    expect(await near(5)).toBeGreaterThan(await near(30))
    expect(
      (await ask(given, '2026-01-01', { measure: 'crowding', decay: 'power', max: 45 })).proof.decay,
    ).toMatchObject({
      kind: 'power',
      spread: 15,
      exponentTenths: 20,
    })
    expect((await ask(given, '2026-01-01')).proof).toMatchObject({ method: null, decay: null })
  })

  test('bounds of a decay are checked', () => {
    const accepts = (more: object) => coverageView.params.safeParse({ group, measure: 'crowding', ...more }).success
    expect(
      accepts({ decay: 'gaussian', spread: 1 }) && accepts({ decay: 'power', spread: 180, exponentTenths: 50 }),
    ).toBe(true)
    for (const bad of [
      { decay: 'cubic' },
      { spread: 0 },
      { spread: 181 },
      { exponentTenths: 0 },
      { exponentTenths: 51 },
    ])
      expect(accepts(bad)).toBe(false)
  })

  test('inequality is over the measure; of the share, which is yes or no, over the cost of the nearest', async () => {
    const given = [...clinicIn('holstebro', 'k1', '100001'), documented('p-100001', own)]
    const of = async (more: Parameters<typeof ask>[2]) => (await ask(given, '2026-01-01', more)).equity
    expect(await of({})).toEqual({ ...(await of({ measure: 'nearest' })), overNearest: true })
    expect(await of({ measure: 'crowding' })).toMatchObject({ of: 'score', overNearest: false })
  })

  test('a clinic without capacity on the date is not counted, and said so', async () => {
    const given = [...clinicIn('holstebro', 'k1', '100001'), documented('p-100001', own)].filter(
      ({ type }) => type !== 'KrCapacityAllocated',
    )
    expect(await ask(given, '2026-01-01')).toMatchObject({
      sites: [],
      uncounted: [{ id: 'k1', reason: 'noCapacity', persons: 1 }],
    })
  })

  test('a clinic that takes no new patients is no capacity, from the day it says so until it says otherwise', async () => {
    const stated = (from: string, accepts: boolean): Given => ({
      type: 'ClinicIntakeStated',
      stream: 'clinic-k1',
      from,
      data: { accepts },
    })
    const given = [
      ...clinicIn('holstebro', 'k1', '100001'),
      documented('p-100001', own),
      stated('2025-06-01', false),
      stated('2025-12-01', true),
    ]
    expect((await ask(given, '2025-05-31')).sites).toMatchObject([{ id: 'k1' }])
    expect(await ask(given, '2025-06-01')).toMatchObject({
      sites: [],
      uncounted: [{ id: 'k1', reason: 'noNewPatients', persons: 1 }],
    })
    expect((await ask(given, '2025-12-01')).sites).toMatchObject([{ id: 'k1' }])
  })

  test('follows the clinic when it moves, from the day of the move', async () => {
    const given = [
      ...clinicIn('holstebro', 'k1', '100001'),
      documented('p-100001', own),
      moved('k1', 'holstebro', 'aarhus', '2026-03-01'),
    ]
    const aarhus = async (on: string) =>
      (await ask(given, on)).rows.find(({ municipality }) => municipality === '0751')?.share ?? Number.NaN
    expect(await aarhus('2026-02-28')).toBe(0)
    expect(await aarhus('2026-03-01')).toBeGreaterThan(0.8)
  })

  test('only one region’s rows and total when one is asked for', async () => {
    const given = [...clinicIn('holstebro', 'k1', '100001'), documented('p-100001', own)]
    const { views } = viewsOf(given)
    const params = { ...usual, region: RegionCode.parse('1082') }
    const { rows, total } = await coverage(views, at('2026-01-01'), publicScope, params, world)
    expect(rows).toHaveLength(19)
    expect(total.people).toBe(rows.reduce((sum, { people }) => sum + people, 0))
  })

  test('the nearest therapists of one place, and those that nothing leads to', async () => {
    const given = [
      ...clinicIn('holstebro', 'k1', '100001'),
      ...clinicIn('aarhus', 'k2', '100002'),
      documented('p-100001', own),
      documented('p-100002', own),
    ]
    const { views } = viewsOf(given)
    const params = { ...usual, code: MunicipalityCode.parse('0657') }
    const answer = await coveragePlace(views, at('2026-01-01'), publicScope, params, world)
    expect(answer).toMatchObject({ from: 'Herning', unreachable: 0 })
    expect(answer.nearest.map(({ id }) => id)).toEqual(['k1', 'k2'])
    const [first, second] = answer.nearest
    expect(first?.cost).toBeGreaterThan(15)
    expect(first?.cost).toBeLessThan(40)
    expect(second?.cost).toBeGreaterThan(45)
  })

  test('the land within reach has an outline around the clinic', async () => {
    const given = [...clinicIn('holstebro', 'k1', '100001'), documented('p-100001', own)]
    const { views } = viewsOf(given)
    const { outline } = await coverageReach(views, at('2026-01-01'), publicScope, usual, world)
    const sides = outline.coordinates.map((rings) => sideOfPolygon(rings, [8.62, 56.36]))
    expect(sides.filter((side) => side === 'inside')).toHaveLength(1)
    expect(outline.coordinates.some((rings) => sideOfPolygon(rings, [10.2, 56.15]) === 'inside')).toBe(false)
  })

  test('R-30: in grace nobody counts, and the map says until when; after it the documentation is expired', async () => {
    const given = [...clinicIn('holstebro', 'k1', '100001'), documented('p-100001', own)]
    const reasons = async (on: string) =>
      (await ask(given, on)).uncounted.map(({ id, reason, until }) => ({ id, reason, until }))
    expect(await reasons('2026-05-31')).toEqual([])
    expect(await reasons('2026-06-01')).toEqual([{ id: 'k1', reason: 'grace', until: '2026-08-30' }])
    expect(await reasons('2026-08-30')).toEqual([{ id: 'k1', reason: 'grace', until: '2026-08-30' }])
    expect(await reasons('2026-08-31')).toEqual([{ id: 'k1', reason: 'expired', until: null }])
  })

  test('R-30: a recorded expiry begins the grace, a revocation does not', async () => {
    const given = [...clinicIn('holstebro', 'k1', '100001'), documented('p-100001', own)]
    const ended = (
      type: 'CompetenceExpired' | 'CompetenceRevoked',
      from: string,
      data: Record<string, unknown>,
    ): Given => ({
      type,
      stream: 'competence-p-100001',
      from,
      data,
    })
    const expired = [...given, ended('CompetenceExpired', '2026-06-01', { target: own })]
    expect((await ask(expired, '2026-06-15')).uncounted).toMatchObject([{ reason: 'grace' }])
    const revoked = [...given, ended('CompetenceRevoked', '2026-01-01', { target: own, reason: 'Prøve' })]
    expect((await ask(revoked, '2026-06-15')).uncounted).toEqual([])
  })

  test('kilometres are the straight line times the detour, and an island counts its own alone (R-28)', async () => {
    const given = [...clinicIn('aarhus', 'k1', '100001'), documented('p-100001', own)]
    const km = await ask(given, '2026-01-01', { unit: 'km', max: 60 })
    expect(km.proof).toMatchObject({ engine: 'greatCircle', detourHundredths: 130 })
    const of = (code: string) => km.rows.find(({ municipality }) => municipality === code)
    expect(of('0741')).toMatchObject({ within: 0, look: 'unreachable' })
    expect(of('0751')?.share).toBe(1)
    // Holstebro is 98 km away in a straight line.
    expect(of('0661')?.meanCost).toBeGreaterThan(98 * 1.3 * 0.9)
    expect(of('0661')?.meanCost).toBeLessThan(98 * 1.3 * 1.1)
  })

  test('zero, unreachable and unknown are three things', async () => {
    const given = [...clinicIn('holstebro', 'k1', '100001'), documented('p-100001', own)]
    const look = async (code: string, more: Parameters<typeof ask>[2]) =>
      (await ask(given, '2026-01-01', more)).rows.find(({ municipality }) => municipality === code)?.look
    expect(await look('0661', {})).toBe('known')
    expect(await look('0751', {})).toBe('zero')
    expect(await look('0741', { unit: 'km' })).toBe('unreachable')
    expect(await look('0751', { service: 'children' })).toBe('unknown')
  })

  test('the second nearest is no nearer than the nearest, and nobody has one where there is only one', async () => {
    const one = [...clinicIn('holstebro', 'k1', '100001'), documented('p-100001', own)]
    expect((await ask(one, '2026-01-01', { measure: 'kth' })).total.value).toBeNull()
    const two = [...one, ...clinicIn('aarhus', 'k2', '100002'), documented('p-100002', own)]
    const nearest = (await ask(two, '2026-01-01', { measure: 'nearest' })).rows
    const second = (await ask(two, '2026-01-01', { measure: 'kth', k: 2 })).rows
    for (const [index, { value }] of second.entries())
      if (value !== null) expect(value).toBeGreaterThanOrEqual(nearest[index]?.value ?? Number.NaN)
    expect(second.find(({ municipality }) => municipality === '0661')?.value).toBeGreaterThan(60)
  })

  test('crowding shares all supply out: people times score is one person for one person', async () => {
    const given = [...clinicIn('holstebro', 'k1', '100001'), documented('p-100001', own)]
    const { rows } = await ask(given, '2026-01-01', { measure: 'crowding' })
    const supply = rows.reduce((sum, { people, value }) => sum + (people * (value ?? 0)) / 10_000, 0)
    expect(supply).toBeCloseTo(1, 4)
    expect(rows.find(({ municipality }) => municipality === '0751')?.look).toBe('zero')
  })

  test('R-34, R-35: an offer that holds the service covers beside the practices, and is no supply', async () => {
    const given = [...clinicIn('holstebro', 'k1', '100001'), documented('p-100001', own), offer]
    const aarhus = async (more: Parameters<typeof ask>[2]) =>
      (await ask(given, '2026-01-01', more)).rows.find(({ municipality }) => municipality === '0751')
    const without = await aarhus({})
    expect(without).toMatchObject({ share: 0, value: 0 })
    expect(without?.withinWithOffers).toBeGreaterThan(300_000)
    expect((await aarhus({ offers: 'with' }))?.value).toBeGreaterThan(0.8)
    expect(await aarhus({ offers: 'with', measure: 'crowding' })).toMatchObject({ value: 0 })
    expect((await ask(given, '2026-01-01', { service: 'riding' })).offers).toEqual([])
  })

  test('a place tells what would cover it: the nearest clinic with capacity, or who is in grace', async () => {
    const given = [
      ...clinicIn('holstebro', 'k1', '100001'),
      ...clinicIn('aarhus', 'k2', '100002'),
      documented('p-100001', own),
    ]
    const { views, and } = viewsOf(given)
    const params = { ...usual, code: MunicipalityCode.parse('0751') }
    const there = () => coveragePlace(views, at('2026-01-01'), publicScope, params, world)
    expect(await there()).toMatchObject({ from: 'Aarhus', isCovered: false, wouldCover: { clinic: 'k2' }, inGrace: [] })
    and([documented('p-100002', own, { expiresOn: '2025-12-01' })])
    expect(await there()).toMatchObject({ isCovered: false, inGrace: [{ id: 'k2', until: '2026-03-01' }] })
    const at9 = { ...params, lng: 10.2, lat: 56.15 }
    const point = await coveragePlace(views, at('2026-01-01'), publicScope, at9, world)
    expect(point).toMatchObject({ fromKind: 'point', fromPosition: [10.2, 56.15], hasRoad: true })
  })

  test('what would cover a place is told of the service that is asked for', async () => {
    const given = [...clinicIn('holstebro', 'k1', '100001'), ...clinicIn('aarhus', 'k2', '100002')]
    const { views, and } = viewsOf([...given, documented('p-100001', own)])
    const there = async (service: CoverageService) =>
      await coveragePlace(
        views,
        at('2026-01-01'),
        publicScope,
        { ...usual, service, code: MunicipalityCode.parse('0751') },
        world,
      )
    // Any clinic with capacity could meet the criteria for children; none becomes a riding school or a palliative agreement.
    expect(await there('children')).toMatchObject({ isCovered: false, wouldCover: { clinic: 'k2' }, notCounted: null })
    for (const service of ['riding', 'palliative'] as const)
      expect(await there(service)).toMatchObject({ isCovered: false, wouldCover: null, notCounted: null })
    // Competence is there: what is missing at home is that they drive out.
    and([documented('p-100002', own)])
    expect(await there('home')).toMatchObject({ wouldCover: null, notCounted: { id: 'k2', reason: 'notMobile' } })
  })

  test('squares with too few households are not in the tiles, whatever is asked', async () => {
    const ground = await geography.ground()
    const shown = [...ground.population.keys()].filter((cell) => isShown(ground, cell))
    expect(shown.length).toBeGreaterThan(1000)
    expect(Math.min(...shown.map((cell) => ground.population[cell] ?? 0))).toBeGreaterThanOrEqual(42)
    const { views } = viewsOf([...clinicIn('holstebro', 'k1', '100001'), documented('p-100001', own)])
    // The tile around Holstebro.
    const around = [9, 268, 158] as const
    const count = (tile: Uint8Array | undefined) => readTile(tile ?? new Uint8Array())[0]?.features.length
    const tile = await coverageCells(views, at('2026-01-01'), usual, around, world)
    const drawn = (isDrawn: (cell: number) => boolean) =>
      count(encodeCells(ground.grid, 'cells', around, (cell) => (isDrawn(cell) ? { v: 1 } : null)))
    expect(count(tile)).toBe(drawn((cell) => isShown(ground, cell)))
    expect(drawn(() => true)).toBeGreaterThan(count(tile) ?? Number.NaN)
    for (const { look } of readTile(tile ?? new Uint8Array())[0]?.features ?? [])
      expect(['known', 'zero', 'unreachable']).toContain(look)
    expect(await coverageCells(views, at('2026-01-01'), usual, [8, 134, 79], world)).toBeUndefined()
  })

  test('squares held against another date tell what they were and how much has changed', async () => {
    const { views } = viewsOf([...clinicIn('holstebro', 'k1', '100001'), documented('p-100001', own)])
    const squares = async (on: string, before: string) => {
      const early = { views, at: at(before) }
      const tile = await coverageCells(views, at(on), usual, [9, 268, 158], world, early)
      return readTile(tile ?? new Uint8Array())[0]?.features ?? []
    }
    const [now, none] = [await squares('2026-01-01', '2026-01-01'), await squares('2026-01-01', '2020-01-01')]
    expect(new Set(now.map(({ d }) => d))).toEqual(new Set([0]))
    expect(none).toHaveLength(now.length)
    const gained = none.filter(({ d }) => d === 1)
    expect(gained.length).toBeGreaterThan(100)
    for (const { was, v } of gained) expect([was, v]).toEqual([0, 1])
  })

  test('a group that nobody has heard of is not found', async () => {
    const { views } = viewsOf([])
    const params = { ...usual, group: DiagnosisGroupId.parse('influenza') }
    await expect(coverage(views, at('2026-01-01'), publicScope, params, world)).rejects.toMatchObject({
      statusCode: 404,
    })
  })
})

describe('expected users within reach', () => {
  const codes = geography.areas.municipalities.map(({ code }) => code)
  const midt = codes.filter((code) => regionOf(geography.areas, code, '2025-06-01')?.code === '1082')
  /** Patients as reported: 20 in every municipality, or as `by` says. */
  const loaded = (by: Readonly<Record<string, number | null>> = {}): Given => ({
    type: 'PatientCountLoaded',
    stream: `patientCount-${group}`,
    from: '2025-01-01',
    data: {
      group,
      kind: 'observed',
      document: 'Prøve 2025',
      period: { from: '2024-01-01', to: '2024-12-31' },
      counts: codes.map((code) => ({
        municipality: code,
        count: code in by ? (by[code] ?? null) : 20,
        suppressed: by[code] === null,
      })),
    },
  })
  const near = [
    ...clinicIn('holstebro', 'k1', '100001'),
    documented('p-100001', { kind: 'group', id: group }),
    documented('p-100001', { kind: 'group', id: 'parkinson' }),
  ]
  const on = '2025-06-01'
  const region = RegionCode.parse('1082')
  const inMidt = async (given: readonly Given[], more: Parameters<typeof ask>[2] = {}) =>
    coverageView.response.parse(await ask([...near, ...given], on, { region, ...more }))
  type Asked = Awaited<ReturnType<typeof inMidt>>
  const of = ({ rows }: Asked, code: string) => rows.find(({ municipality }) => municipality === code)
  const value = (count: number) => ({ state: 'value', value: count })

  test('are the told count times the covered share of the inhabitants; nobody within the limit is zero', async () => {
    const answer = await inMidt([loaded()])
    const herning = of(answer, '0657')
    expect(herning?.share).toBeGreaterThan(0.1)
    expect(herning?.users).toEqual({
      told: value(20),
      within: value(Math.round(20 * (herning?.share ?? Number.NaN))),
      isEstimate: false,
    })
    expect(of(answer, '0751')?.users).toEqual({ told: value(20), within: value(0), isEstimate: false })
  })

  test('all together: of the told total, and its share is another than that of the inhabitants', async () => {
    const { users, rows, total } = await inMidt([loaded()])
    expect(users).toMatchObject({ told: value(19 * 20), isEstimate: false, minCell: 5 })
    // Every municipality has as many users, so each counts the same: the mean of the shares, not weighted by inhabitants.
    const mean = rows.reduce((sum, { share }) => sum + (share ?? 0), 0) / rows.length
    expect(users?.share).toBeCloseTo(mean, 9)
    expect(users?.within).toEqual(value(Math.round(19 * 20 * mean)))
    expect(Math.abs(mean - (total.share ?? Number.NaN))).toBeGreaterThan(0.005)
  })

  test('R-40: a hidden municipality’s users never appear: what is told is the same whatever they are', async () => {
    const hiddenIn = ({ rows }: Asked) =>
      rows.flatMap(({ municipality, users }) => (users?.told.state === 'hidden' ? [municipality] : []))
    const [one = '', two = '', ...more] = hiddenIn(await inMidt([loaded({ '0665': 2 })]))
    expect([one, two, ...more]).toHaveLength(2)
    const [answer, ...others] = await Promise.all(
      [0, 2, 4].map(async (first) => await inMidt([loaded({ [one]: first, [two]: 22 - first })])),
    )
    if (answer === undefined) throw new Error('not answered')
    expect(hiddenIn(answer)).toEqual([one, two])
    for (const other of others) expect({ ...other, at: answer.at }).toEqual(answer)
    // The total is told, and rests on an estimate of where the hidden ones are.
    expect(answer.users).toMatchObject({ told: value(17 * 20 + 22), isEstimate: true })
  })

  test('a small number of users is not shown, nor an unknown one as nobody', async () => {
    const answer = await inMidt([loaded()])
    const few = answer.rows.filter(({ share }) => share !== null && share > 0 && share < 0.2)
    expect(few.length).toBeGreaterThan(0)
    for (const { users } of few) expect(users?.within).toEqual({ state: 'hidden' })
    const unknown = await inMidt([])
    const why = { state: 'unknown', lacks: 'uptake' }
    expect(unknown.users).toMatchObject({ told: why, within: why, share: null, isEstimate: false })
    expect(of(unknown, '0751')?.users).toEqual({ told: why, within: why, isEstimate: false })
  })

  test('tell prevalence, uptake, date, source and data version, and are of no service without groups', async () => {
    const parkinson = await inMidt([], { group: DiagnosisGroupId.parse('parkinson') })
    const { told, size, populationAsOf } = parkinson.users ?? {}
    expect(told?.state).toBe('value')
    expect(size).toMatchObject({ id: 'parkinson', uptakePercent: 53 })
    expect(size?.prevalence?.used).toBeGreaterThan(0)
    const source = size?.sources.find(({ basis }) => basis === 'users')
    expect(source?.source).not.toBeNull()
    expect(source?.dataVersion).toContain(populationAsOf ?? 'no date')
    const riding = await inMidt([loaded()], { service: 'riding' })
    expect(riding.users).toBeNull()
    expect(riding.rows.every(({ users }) => users === null)).toBe(true)
  })

  test('count a municipal offer where it is asked for, as the covered share does', async () => {
    const aarhus = async (offers: 'with' | 'without') => of(await inMidt([loaded(), offer], { offers }), '0751')
    expect((await aarhus('without'))?.users?.within).toEqual(value(0))
    const covered = await aarhus('with')
    expect(covered?.users?.within).toEqual(value(Math.round(20 * (covered?.value ?? Number.NaN))))
  })

  test('a family is unknown as soon as nobody has counted one of its groups', () => {
    const everyone = midt.map((municipality) => ({ municipality, share: 0.5 }))
    const { views } = viewsOf([loaded()])
    const [demand, goal] = [demandAt(views, geography.areas, at(on)), goalAt(views, at(on))]
    expect(usersReached(demand, goal, group, everyone).all).toMatchObject({
      told: value(380),
      within: value(190),
      share: 0.5,
    })
    expect(usersReached(demand, goal, 'connective-tissue', everyone).all).toMatchObject({
      told: { state: 'unknown' },
      within: { state: 'unknown' },
      share: null,
    })
  })
})
