import { describe, expect, test } from 'vitest'
import type { Progress } from '#api/progress'
import { sitingView } from '#api/views/siting'
import { DiagnosisGroupId, RegionCode } from '#events/identifiers'
import { coverage } from '#service/queries/coverage'
import { siting } from '#service/queries/siting'
import type { Given } from '../projections/givenEvents.ts'
import { at, clinicIn, secretariat, viewsOf, world } from './register.ts'

const group = DiagnosisGroupId.parse('osteogenesis-imperfecta')
const region = RegionCode.parse('1082')

const documented = (person: string): Given => ({
  type: 'CompetenceDocumented',
  stream: `competence-${person}`,
  from: '2021-06-01',
  data: {
    person,
    target: { kind: 'group', id: group },
    issuer: 'Prøve',
    issuedOn: '2021-06-01',
    expiresOn: '2030-06-01',
    evidenceRef: null,
  },
})

/** One in Holstebro who counts, and a clinic in Aarhus with capacity where nobody is documented. */
const register = viewsOf([
  ...clinicIn('holstebro', 'k1', '100001'),
  documented('p-100001'),
  ...clinicIn('aarhus', 'k2', '100002'),
])
const today = at('2026-01-01')

type Params = Parameters<typeof siting>[3]
const usual: Params = {
  group,
  question: 'median',
  sites: 1,
  max: 30,
  candidates: 'towns',
  region,
  unreachable: 'leaveOut',
}
async function ask(more: Partial<Params> = {}, asked = world, { views } = register) {
  const answer = sitingView.response.parse(await siting(views, today, secretariat, { ...usual, ...more }, asked))
  const { result } = answer
  return {
    ...answer,
    solved: result.state === 'solved' ? result : null,
    refused: result.state === 'refused' ? result : null,
  }
}

describe('placing specialists', () => {
  test('a second one in Midtjylland comes nearer to most people, and is proven the best of the towns', async () => {
    const { solved, fixed, people, candidates } = await ask()
    expect(fixed).toMatchObject([{ kind: 'clinic', id: 'k1' }])
    expect(candidates).toMatchObject({ kind: 'towns', count: 19, withoutRoad: 0 })
    expect(people).toBeGreaterThan(1_300_000)
    expect(solved).toMatchObject({ proven: true, gap: 0, equalOptima: 'none' })
    expect(solved?.bound).toBe(solved?.value)
    expect(solved?.chosen).toHaveLength(1)
    expect(solved?.value).toBeCloseTo(solved?.after.meanMinutes ?? 0, 9)
    expect(solved?.after.meanMinutes).toBeLessThan(solved?.before.meanMinutes ?? 0)
    expect(solved?.chosen[0]?.people).toBeGreaterThan(people / 4)
  })

  test('the people within the limit before are those that coverage counts', async () => {
    const { solved } = await ask({ question: 'cover' })
    const covered = await coverage(
      register.views,
      today,
      secretariat,
      {
        group,
        region,
        service: 'clinic',
        max: 30,
        unit: 'minutes',
        offers: 'without',
        measure: 'share',
        k: 2,
        decay: 'step',
        exponentTenths: 20,
      },
      world,
    )
    expect(solved?.before.within).toBe(covered.total.within)
    expect(solved?.value).toBe(solved?.after.within)
    expect(solved?.after.within).toBeGreaterThan(covered.total.within)
  })

  test('no other town does better, asked one at a time as points', async () => {
    const { solved } = await ask({ question: 'cover' })
    const towns = world.geography.towns.filter(
      ({ municipality, population }) => population !== null && population > 20_000 && municipality !== null,
    )
    const inRegion = towns.filter(({ municipality }) =>
      ['0657', '0661', '0730', '0740', '0751', '0791'].includes(municipality ?? ''),
    )
    expect(inRegion.length).toBeGreaterThan(3)
    for (const { lng, lat, name } of inRegion) {
      const one = await ask({ question: 'cover', candidates: 'points', points: `${lng},${lat}` })
      expect(one.solved?.value, name).toBeLessThanOrEqual(solved?.value ?? 0)
    }
  })

  test('more sites are no worse, and the worst minutes and the fewest sites hang together', async () => {
    const one = await ask({ question: 'centre', sites: 1 })
    const two = await ask({ question: 'centre', sites: 2 })
    expect(two.solved?.value).toBeLessThanOrEqual(one.solved?.value ?? 0)
    expect(two.solved?.after.worstMinutes).toBeCloseTo(two.solved?.value ?? 0, 9)
    const full = await ask({ question: 'full', max: Math.ceil(two.solved?.value ?? 0) })
    expect(full.solved?.value).toBeLessThanOrEqual(2)
    expect(full.solved?.chosen).toHaveLength(full.solved?.value ?? -1)
  })

  test('clinics with capacity and without the competence are candidates; drawn points know their municipality', async () => {
    const clinics = await ask({ candidates: 'clinics' })
    expect(clinics.candidates).toMatchObject({ count: 1 })
    expect(clinics.solved?.chosen).toMatchObject([{ kind: 'clinics', id: 'k2', municipality: '0751' }])
    const point = await ask({ candidates: 'points', points: '9.93,56.04' })
    expect(point.solved?.chosen).toMatchObject([{ kind: 'points', id: null, name: null, municipality: '0746' }])
  })

  test('a set of municipalities is an area of its own', async () => {
    const { people, candidates } = await ask({ region: undefined, municipalities: '0661,0657' })
    expect(candidates.count).toBe(2)
    expect(people).toBeGreaterThan(100_000)
    expect(people).toBeLessThan(200_000)
  })
})

describe('room for so many at each site', () => {
  test('who does not fit goes farther: the mean is no less than without, and everybody is served', async () => {
    const free = await ask({ municipalities: '0661,0657', sites: 2 })
    const capacity = Math.ceil(free.people / 2)
    const { solved, capacity: said, people } = await ask({ municipalities: '0661,0657', sites: 2, capacity })
    expect(said).toBe(capacity)
    expect(free.capacity).toBeNull()
    expect(solved?.value).toBeGreaterThanOrEqual(free.solved?.value ?? Number.POSITIVE_INFINITY)
    expect(solved?.value).toBeCloseTo(solved?.after.meanMinutes ?? 0, 6)
    expect(solved?.bound).toBeLessThanOrEqual(solved?.value ?? 0)
    // All but who lives where no road leads.
    expect(solved?.after.unreached).toBe(solved?.leftOut.people)
    // The existing one alone has no room for all.
    expect(solved?.before.unreached).toBe(people - capacity)
    for (const site of solved?.chosen ?? []) expect(site.people).toBeLessThanOrEqual(capacity)
  })

  test('of cover nobody is counted beyond the room there is', async () => {
    const { solved } = await ask({ question: 'cover', municipalities: '0661,0657', capacity: 1000 })
    expect(solved).toMatchObject({ value: 2000, proven: true })
    expect(solved?.after.within).toBe(2000)
    expect(solved?.chosen[0]?.people).toBe(1000)
  })

  test('too little room is refused with what is lacking, and is no matter of the other questions', async () => {
    const free = await ask({ municipalities: '0661,0657' })
    const { refused } = await ask({ municipalities: '0661,0657', capacity: 1000 })
    // Who lives where no road leads is left out.
    const people = free.people - (free.solved?.leftOut.people ?? 0)
    expect(refused).toEqual({
      state: 'refused',
      reason: 'tooLittleRoom',
      params: { people, room: 2000, short: people - 2000 },
    })
    const fault = sitingView.params.safeParse({ group, question: 'centre', capacity: '5' })
    expect(fault.error?.issues.map(({ path }) => path)).toEqual([['capacity']])
  })
})

describe('what cannot be placed', () => {
  test('none, and more than there are, with the numbers', async () => {
    expect((await ask({ sites: 0 })).refused).toMatchObject({ reason: 'zeroSites', params: { candidates: 19 } })
    expect((await ask({ sites: 20 })).refused).toMatchObject({
      reason: 'tooManySites',
      params: { sites: 20, candidates: 19 },
    })
    expect((await ask({ candidates: 'clinics', municipalities: '0657' })).refused).toMatchObject({
      reason: 'noCandidates',
    })
  })

  test('people beyond the limit of every town refuse full cover, and are left out and counted when that is asked for', async () => {
    const { refused } = await ask({ question: 'full', max: 10, unreachable: 'refuse' })
    expect(refused).toMatchObject({ reason: 'unreachable' })
    expect(refused?.params.people).toBeGreaterThan(0)
    const { solved } = await ask({ question: 'full', max: 10 })
    expect(solved?.leftOut).toEqual({ squares: refused?.params.squares, people: refused?.params.people })
  })

  test('people whom nothing reaches are left out when nothing is said of them, and the answer counts them', async () => {
    expect(sitingView.params.parse({ group })).toMatchObject({ unreachable: 'leaveOut' })
    expect(sitingView.params.parse({ group, unreachable: 'refuse' })).toMatchObject({ unreachable: 'refuse' })
    const asked = await ask({ unreachable: 'refuse' })
    const { solved, people } = await ask()
    // Of Midtjylland some live on islets without a road or a ferry.
    expect(asked.refused).toMatchObject({ reason: 'unreachable', params: solved?.leftOut ?? {} })
    expect(solved?.leftOut.people).toBeGreaterThan(0)
    expect(solved?.leftOut.people).toBeLessThan(people / 1000)
    expect(solved?.after.unreached).toBe(solved?.leftOut.people)
  })

  test('parameters that name no points, or points elsewhere, are refused by field', () => {
    const given = { group, candidates: 'points' }
    const faults = (more: object) =>
      sitingView.params.safeParse({ ...given, ...more }).error?.issues.map(({ path }) => path)
    expect(faults({})).toEqual([['points']])
    expect(faults({ points: '56.1,9.5' })).toEqual([['points']])
    expect(faults({ points: '9.5,56.1;10,56' })).toBeUndefined()
    expect(faults({ points: '9.5,56.1', sites: '2.5' })).toEqual([['sites']])
  })
})

describe('waiting', () => {
  test('progress is told, of places and of the search', async () => {
    const said: Progress[] = []
    await ask({ question: 'centre', sites: 3 }, { ...world, asker: { onProgress: (one) => said.push(one) } })
    expect(said.some(({ of }) => of === 'placing')).toBe(true)
    expect(said.every(({ done, all }) => done <= all)).toBe(true)
  })

  test('room for far too few is refused without the way to each site being measured', async () => {
    const said: Progress[] = []
    const asker = { onProgress: (one: Progress) => said.push(one) }
    const { refused } = await ask({ candidates: 'towns', sites: 3, capacity: 100 }, { ...world, asker })
    expect(refused).toMatchObject({ reason: 'tooLittleRoom', params: { room: 400 } })
    expect(said.filter(({ of }) => of === 'places' || of === 'placing')).toEqual([])
  })

  test('who goes gets the reason, and the next one an answer', async () => {
    const gone = new AbortController()
    const asker = {
      signal: gone.signal,
      onProgress: ({ of }: Progress) => {
        if (of === 'placing') gone.abort(new Error('gone'))
      },
    }
    await expect(ask({ question: 'centre', sites: 4 }, { ...world, asker })).rejects.toThrow('gone')
    expect((await ask()).solved?.proven).toBe(true)
  })
})
