import { describe, expect, test } from 'vitest'
import { type CapProposal, capProposalView } from '#api/views/capProposal'
import { capsView } from '#api/views/caps'
import { diagnosisFamilies } from '#events/diagnosisGroups'
import { RegionCode } from '#events/identifiers'
import { ApportionmentMethod } from '#events/quota'
import { regionOf } from '#geo/hierarchy'
import { capProposal } from '#service/queries/capProposal'
import { caps } from '#service/queries/caps'
import { ok2024 } from '#service/rules/ruleSets'
import type { Given } from '../projections/givenEvents.ts'
import { at, clinicIn, geography, publicScope, viewsOf, world } from './register.ts'

/** The rule set of 2024 as the log holds it, for Midtjylland. */
function rules(): Given {
  const { effectiveFrom: _, ...data } = ok2024(RegionCode.parse('1082'))
  return { type: 'RuleSetPublished', stream: 'plan-1082', from: '2024-01-01', data: { ...data } }
}

const midtjylland = geography.areas.municipalities
  .map(({ code }) => code)
  .filter((code) => regionOf(geography.areas, code, '2026-06-01')?.code === '1082')

/** Reported patients: `by` in the region's municipalities, 50 elsewhere. */
const loaded = (group: string, by: (code: string, index: number) => number): Given => ({
  type: 'PatientCountLoaded',
  stream: `patientCount-${group}`,
  from: '2025-01-01',
  data: {
    group,
    kind: 'observed',
    document: 'Prøve',
    period: { from: '2024-01-01', to: '2024-12-31' },
    counts: geography.areas.municipalities.map(({ code }) => {
      const index = midtjylland.indexOf(code)
      return { municipality: code, count: index < 0 ? 50 : by(code, index), suppressed: false }
    }),
  },
})

const quota = (type: 'QuotaProposed' | 'QuotaAdopted', kind: string, code: string, cap: number, id = 'als'): Given => ({
  type,
  stream: `quota-${kind}.${code}.${id}`,
  from: '2026-01-01',
  data: {
    area: { kind, code },
    target: { kind: 'group', id },
    cap,
    basis: null,
    method: null,
    reason: null,
    ...(type === 'QuotaProposed'
      ? {}
      : {
          planRef: 'Praksisplan 2026',
          documentRef: null,
          parameters: { factorHundredths: 100, rounding: 'ceil', minCap: 1, basis: 'observed' },
          count: { value: 800, asOf: '2025-01-01', source: 'Registret' },
        }),
  },
})

const drawn = (area: string, municipalities: readonly string[]): Given => ({
  type: 'PlanningAreaDrawn',
  stream: `planningArea-${area}`,
  from: '2026-01-01',
  data: { area, name: `Område ${area}`, municipalities, shape: null },
})

type Params = Parameters<typeof capProposal>[3]
async function ask(given: readonly Given[], asked: Partial<Params> = {}) {
  const params = capProposalView.params.parse({ region: '1082', basis: 'observed', groups: 'als', ...asked })
  const answer = await capProposal(viewsOf(given).views, at('2026-06-01'), publicScope, params, world)
  return capProposalView.response.parse(answer)
}

function groupOf({ groups }: Pick<CapProposal, 'groups'>, id = 'als') {
  const found = groups.find(({ group }) => group === id)
  if (found === undefined) throw new Error(`no proposal for ${id}`)
  return found
}
const proposedIn = (group: ReturnType<typeof groupOf>) =>
  Object.fromEntries(group.cells.map(({ area, proposed }) => [area, proposed]))

/** Sizes 100, 200, 300 ... so that all are told. */
const rising = loaded('als', (_, index) => 100 * (index + 1))
const all = (midtjylland.length * (midtjylland.length + 1)) / 2

describe('a region’s cap shared out over its municipalities', () => {
  test('by size: shares of the number asked for, given as the method says', async () => {
    const answer = await ask([rules(), rising], { frames: `als:${all}` })
    const group = groupOf(answer)
    expect(group).toMatchObject({ frame: all, frameFrom: 'asked', ties: [], pool: null, infeasible: null })
    expect(group.cells.map(({ proposed, share, why }) => ({ proposed, share, why }))).toEqual(
      midtjylland.map((_, index) => ({ proposed: index + 1, share: index + 1, why: 'size' })),
    )
    expect(answer).toMatchObject({ method: 'largestRemainder', basis: 'observed', minimum: 0 })
  })

  test('every method gives out all of it', async () => {
    for (const method of ApportionmentMethod.options) {
      const group = groupOf(await ask([rules(), rising], { frames: 'als:60', method }))
      const given = group.cells.reduce((sum, { proposed }) => sum + (proposed ?? 0), 0)
      expect(given + group.ties.reduce((sum, { seats }) => sum + seats, 0)).toBe(60)
    }
  })

  test('an adopted cap of the region is what is shared out, and one that is only proposed is not', async () => {
    const adopted = await ask([rules(), rising, quota('QuotaAdopted', 'region', '1082', 40)])
    expect(groupOf(adopted)).toMatchObject({ frame: 40, frameFrom: 'adopted' })
    const proposed = await ask([rules(), rising, quota('QuotaProposed', 'region', '1082', 40)])
    expect(groupOf(proposed).frameFrom).toBe('rule')
  })

  test('without a rule set and a number there is nothing to share out, and it says what is missing', async () => {
    const group = groupOf(await ask([rising]))
    expect(group).toMatchObject({ frame: null, missing: ['plan'] })
    expect(group.cells.every(({ proposed }) => proposed === null)).toBe(true)
  })

  test('what is locked keeps the cap it has, and the change of the others is told', async () => {
    const [first = '', second = ''] = midtjylland
    const held = [quota('QuotaProposed', 'municipality', first, 7), quota('QuotaProposed', 'municipality', second, 5)]
    const group = groupOf(await ask([rules(), rising, ...held], { frames: `als:${all}`, locked: `${first}/als` }))
    const cell = (code: string) => group.cells.find(({ area }) => area === code)
    expect(cell(first)).toMatchObject({ current: 7, proposed: 7, change: 0, why: 'locked', leavesQuota: 'above' })
    expect(cell(second)).toMatchObject({ current: 5, proposed: 2, change: -3, why: 'size' })
    const row = groupOf(await ask([rules(), rising, ...held], { frames: `als:${all}`, locked: `*/als` }))
    expect(row.infeasible).toEqual({ code: 'nobodyToShareBetween', frame: all, locked: 12 })
  })

  test('the least for each is given or the conflict is named with its numbers', async () => {
    const enough = groupOf(await ask([rules(), rising], { frames: 'als:30', minimum: 1 }))
    expect(enough.cells.every(({ proposed }) => (proposed ?? 0) >= 1)).toBe(true)
    expect(enough.cells[0]?.why).toBe('minimum')
    const short = groupOf(await ask([rules(), rising], { frames: 'als:10', minimum: 1 }))
    expect(short.infeasible).toMatchObject({
      code: 'minimumAboveFrame',
      frame: 10,
      areas: midtjylland.length,
      needed: midtjylland.length,
    })
    expect(short.cells.every(({ proposed, why }) => proposed === null && why === 'infeasible')).toBe(true)
  })

  test('a tie is told and nobody gets it, until a lot is asked for', async () => {
    const even = loaded('als', () => 50)
    const frames = `als:${midtjylland.length + 1}`
    const tied = groupOf(await ask([rules(), even], { frames }))
    expect(tied.ties).toEqual([{ areas: midtjylland, seats: 1 }])
    expect(tied.cells.every(({ proposed, certain, why }) => proposed === null && certain === 1 && why === 'tie')).toBe(
      true,
    )
    const drawn = groupOf(await ask([rules(), even], { frames, lot: 'Møde 3' }))
    expect(drawn.lot).toMatchObject({ seed: 'Møde 3' })
    expect(drawn.cells.reduce((sum, { proposed }) => sum + (proposed ?? 0), 0)).toBe(midtjylland.length + 1)
  })

  test('what the other ways of counting would give stands beside it', async () => {
    const cells = groupOf(await ask([rules(), rising], { frames: 'als:100' })).cells
    const aarhus = cells.find(({ area }) => area === '0751')
    expect(aarhus?.byBasis.observed).toBe(aarhus?.proposed)
    // Aarhus has a quarter of the region's inhabitants, and so of those expected by prevalence.
    expect(aarhus?.byBasis.prevalence).toBeGreaterThan(20)
    // Nobody knows how many of them use the offer, so it is what was reported.
    expect(aarhus?.byBasis.users).toBe(aarhus?.byBasis.observed)
  })
})

describe('sizes that are not told (R-40)', () => {
  // Two small municipalities among large ones: the gate hides them and what would give them away.
  const small = loaded('als', (_, index) => (index === 2 || index === 5 ? 2 : 400))

  test('hidden areas are one unit: what falls on it is theirs together, and none is given a number of its own', async () => {
    const group = groupOf(await ask([rules(), small], { frames: 'als:76' }))
    const hidden = group.cells.filter(({ people }) => people.state === 'hidden')
    expect(hidden.length).toBeGreaterThan(1)
    expect(hidden.every(({ proposed, why, share }) => proposed === null && why === 'hidden' && share === null)).toBe(
      true,
    )
    expect(group.pool?.areas).toEqual(hidden.map(({ area }) => area))
    const told = group.cells.reduce((sum, { certain }) => sum + (certain ?? 0), 0)
    expect(told + (group.pool?.seats ?? 0) + group.ties.reduce((sum, { seats }) => sum + seats, 0)).toBe(76)
  })

  test('the proposal is the same whichever of the hidden municipalities has the patients', async () => {
    const other = loaded('als', (_, index) => (index === 2 ? 1 : index === 5 ? 3 : 400))
    const [one, two] = [
      groupOf(await ask([rules(), small], { frames: 'als:76' })),
      groupOf(await ask([rules(), other], { frames: 'als:76' })),
    ]
    expect(two).toEqual(one)
  })

  test('a municipality that the source does not know leaves nothing certain', async () => {
    const unknown = { ...rising, data: { ...rising.data, counts: holed(rising.data.counts) } }
    const group = groupOf(await ask([rules(), unknown], { frames: 'als:50' }))
    expect(group.pool).toMatchObject({ people: { state: 'unknown' }, seats: null })
    expect(group.cells.every(({ proposed }) => proposed === null)).toBe(true)
  })

  function holed(counts: unknown) {
    return Array.isArray(counts)
      ? counts.map((one) => (one.municipality === midtjylland[0] ? { ...one, count: null } : one))
      : counts
  }
})

describe('the floor: at least one within so many minutes', () => {
  // One documented person in the town of Skanderborg, and patients that are few but in the two largest municipalities.
  const holder = clinicIn('skanderborg', 'klinik-1', '100001')
  const documented = (target: { kind: string; id: string }): Given => ({
    type: 'CompetenceDocumented',
    stream: 'competence-p-100001',
    from: '2025-06-01',
    data: {
      person: holder.find(({ type }) => type === 'ProviderNumberRegistered')?.data.holder,
      target,
      issuer: 'Prøve',
      issuedOn: '2025-06-01',
      expiresOn: null,
      evidenceRef: null,
    },
  })
  const uneven = loaded('als', (code) => (code === '0751' || code === '0657' ? 2000 : 20))
  const asked = { frames: 'als:19', method: 'dHondt' } as const
  const als = documented({ kind: 'group', id: 'als' })
  const liftedIn = (group: ReturnType<typeof groupOf>) =>
    group.cells.flatMap(({ area, proposed, why }) => (why === 'floor' ? [[area, proposed]] : []))

  test('lifts the areas where somebody is too far from the nearest, by one, and is off when nobody asks', async () => {
    const given = [rules(), uneven, ...holder, als]
    const off = await ask(given, asked)
    expect(off.floor).toBeNull()
    expect(groupOf(off).cells.find(({ area }) => area === '0665')).toMatchObject({ proposed: 0, why: 'size' })
    const on = await ask(given, { ...asked, floorMinutes: 60 })
    expect(on.floor).toMatchObject({ minutes: 60, engine: 'surface', instead: null })
    const lifted = liftedIn(groupOf(on))
    // Lemvig is two hours away; Skanderborg and Hedensted are within the hour, and Odder is but for the island of Tunø.
    expect(lifted).toContainEqual(['0665', 1])
    expect(lifted).toContainEqual(['0727', 1])
    for (const near of ['0746', '0766']) expect(lifted.map(([area]) => area)).not.toContain(near)
    expect(groupOf(on).cells.reduce((sum, { proposed }) => sum + (proposed ?? 0), 0)).toBe(19)
    // The farther one may have to drive, the fewer need it.
    const farther = liftedIn(groupOf(await ask(given, { ...asked, floorMinutes: 100 }))).map(([area]) => area)
    expect(farther.length).toBeLessThan(lifted.length)
    for (const area of farther) expect(lifted.map(([one]) => one)).toContain(area)
  })

  test('counts who is documented for the family that holds the group (R-29), and nobody for another group', async () => {
    const without = liftedIn(groupOf(await ask([rules(), uneven, ...holder], { ...asked, floorMinutes: 60 })))
    expect(without).toContainEqual(['0746', 1])
    const { id: family = '', groups: [member = ''] = [] } = diagnosisFamilies[0] ?? {}
    const sizes = loaded(member, (code) => (code === '0751' || code === '0657' ? 2000 : 20))
    const given = (target: { kind: string; id: string }) => [rules(), sizes, ...holder, documented(target)]
    const of = { groups: member, frames: `${member}:19`, method: 'dHondt', floorMinutes: 60 } as const
    const byFamily = groupOf(await ask(given({ kind: 'family', id: family }), of), member)
    expect(liftedIn(byFamily).map(([area]) => area)).not.toContain('0746')
    expect(liftedIn(byFamily).length).toBeGreaterThan(0)
    const byOther = groupOf(await ask(given({ kind: 'group', id: 'als' }), of), member)
    expect(liftedIn(byOther)).toContainEqual(['0746', 1])
  })

  test('that is more than the frame is a conflict with its numbers', async () => {
    const group = groupOf(await ask([rules(), uneven], { ...asked, frames: 'als:10', floorMinutes: 30 }))
    expect(group.infeasible).toEqual({
      code: 'floorAboveFrame',
      frame: 10,
      areas: midtjylland.length,
      locked: 0,
      needed: midtjylland.length,
    })
  })
})

describe('planning areas', () => {
  const [a = '', b = '', c = '', d = ''] = midtjylland

  test('that do not lie in one region get nothing, and are named with the regions they touch', async () => {
    const given = [rules(), rising, drawn('vest', [a, b]), drawn('graense', [c, '0510'])]
    const answer = await ask(given, { kind: 'planningArea', frames: `als:${all}` })
    const crossing = { area: 'graense', name: 'Område graense', regions: ['Region Midtjylland', 'Region Syddanmark'] }
    expect(answer.crossing).toEqual([crossing])
    expect(answer.areas.map(({ code }) => code)).toEqual(['vest', 'rest-1082'])
    expect((await ask(given, { kind: 'planningArea', region: RegionCode.parse('1081') })).crossing).toEqual([])
    expect((await ask(given)).crossing).toEqual([])
  })

  test('get their part beside the rest of the region, which is given no cap', async () => {
    const answer = await ask([rules(), rising, drawn('vest', [a, b]), drawn('ost', [c, d])], {
      kind: 'planningArea',
      frames: `als:${all}`,
    })
    expect(answer.areas.map(({ code, ref }) => [code, ref?.kind ?? null])).toEqual([
      ['ost', 'planningArea'],
      ['vest', 'planningArea'],
      ['rest-1082', null],
    ])
    const group = groupOf(answer)
    expect(proposedIn(group)).toEqual({ vest: 3, ost: 7, 'rest-1082': null })
    expect(group.cells.find(({ area }) => area === 'rest-1082')?.share).toBe(all - 10)
  })

  test('that overlap are named once with all that they have in common, and nothing is shared out over them', async () => {
    const given = [rules(), rising, drawn('vest', [a, b, c]), drawn('ost', [b, c, d])]
    const answer = await ask(given, { kind: 'planningArea' })
    expect(answer.overlaps).toEqual([{ areas: ['ost', 'vest'], municipalities: [b, c].toSorted() }])
    expect(answer.groups).toEqual([])
  })

  test('are areas of the board of caps, and a cap that is set for one measures there', async () => {
    const given = [
      rules(),
      ...clinicIn('skanderborg', 'klinik-1', '100001'),
      drawn('soer', ['0746', '0751']),
      quota('QuotaAdopted', 'planningArea', 'soer', 0),
      quota('QuotaProposed', 'planningArea', 'soer', 3, 'parkinson'),
      {
        type: 'CompetenceDocumented',
        stream: 'competence-p-100001',
        from: '2024-06-01',
        data: {
          person: holderOf(clinicIn('skanderborg', 'klinik-1', '100001')),
          target: { kind: 'group', id: 'als' },
          issuer: 'Prøve',
          issuedOn: '2024-06-01',
          expiresOn: null,
          evidenceRef: null,
        },
      } as const,
    ]
    const params = capsView.params.parse({ kind: 'planningArea' })
    const board = async (given: readonly Given[]) =>
      capsView.response.parse(await caps(viewsOf(given).views, at('2026-06-01'), publicScope, params, world))
    const cellOf = (answer: Awaited<ReturnType<typeof board>>, id: string) =>
      answer.areas[0]?.cells.find(({ group }) => group === id)
    const answer = await board(given)
    expect(answer.areas.map(({ code, name }) => [code, name])).toEqual([['soer', 'Område soer']])
    expect(cellOf(answer, 'als')).toMatchObject({
      quota: { cap: 0, status: 'adopted', planRef: 'Praksisplan 2026', governs: true },
      excess: 1,
      verdict: 'breach',
      missing: [],
    })
    expect(cellOf(answer, 'parkinson')?.quota).toMatchObject({ cap: 3, status: 'proposed', governs: false })
    // In a scenario its own proposal measures, also before what is adopted.
    const tried = await board([
      ...given,
      {
        ...quota('QuotaProposed', 'planningArea', 'soer', 1),
        metadata: { scenarioId: 'sc-abcdefghij' },
      },
    ])
    expect(cellOf(tried, 'als')).toMatchObject({
      quota: { cap: 1, status: 'proposed', planRef: null, governs: true },
      excess: 0,
      verdict: 'pass',
    })
  })

  function holderOf(given: readonly Given[]): unknown {
    return given.find(({ type }) => type === 'ProviderNumberRegistered')?.data.holder
  }
})

describe('what is asked', () => {
  const ok = (asked: object) => capProposalView.params.safeParse(asked).success
  test('is refused where it cannot be read', () => {
    expect(ok({ frames: 'als:12,parkinson:3', locked: '0746/*,*/als,Sundhedsråd Amager og Vestegnen/als' })).toBe(true)
    expect(ok({ frames: 'als' })).toBe(false)
    expect(ok({ frames: 'als:-1' })).toBe(false)
    expect(ok({ locked: '0746' })).toBe(false)
    expect(ok({ minimum: '21' })).toBe(false)
    expect(ok({ method: 'hare' })).toBe(false)
  })
})
