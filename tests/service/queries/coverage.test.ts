import { describe, expect, test } from 'vitest'
import { DiagnosisGroupId, MunicipalityCode, RegionCode } from '#events/identifiers'
import { sideOfPolygon } from '#geo/ring'
import { coverage, coverageReach } from '#service/queries/coverage'
import { coveragePlace } from '#service/queries/coveragePlace'
import type { Given } from '../projections/givenEvents.ts'
import { at, clinicIn, moved, publicScope, viewsOf, world } from './register.ts'

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

const own = { kind: 'group', id: group } as const
const usual = {
  group,
  service: 'clinic',
  max: 30,
  unit: 'minutes',
  offers: 'without',
  measure: 'share',
  k: 2,
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

  test('a clinic without capacity on the date is not counted, and said so', async () => {
    const given = [...clinicIn('holstebro', 'k1', '100001'), documented('p-100001', own)].filter(
      ({ type }) => type !== 'KrCapacityAllocated',
    )
    expect(await ask(given, '2026-01-01')).toMatchObject({
      sites: [],
      uncounted: [{ id: 'k1', reason: 'noCapacity', persons: 1 }],
    })
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

  test('a group that nobody has heard of is not found', async () => {
    const { views } = viewsOf([])
    const params = { ...usual, group: DiagnosisGroupId.parse('influenza') }
    await expect(coverage(views, at('2026-01-01'), publicScope, params, world)).rejects.toMatchObject({
      statusCode: 404,
    })
  })
})
