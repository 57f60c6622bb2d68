import { describe, expect, test } from 'vitest'
import { type CapsAnswer, capsView } from '#api/views/caps'
import { MunicipalityCode, RegionCode } from '#events/identifiers'
import { regionOf } from '#geo/hierarchy'
import { demandAt } from '#service/demand/demand'
import { publishedUsers } from '#service/demand/expected'
import { afterPathway } from '#service/demand/pathways'
import { caps } from '#service/queries/caps'
import { ok2024 } from '#service/rules/ruleSets'
import type { Given } from '../projections/givenEvents.ts'
import { at, clinicIn, geography, municipalityScope, publicScope, secretariat, viewsOf, world } from './register.ts'

type Params = Parameters<typeof caps>[3]
const ask = async (given: readonly Given[], asked: Partial<Params> = {}, on = '2026-06-01', scope = publicScope) =>
  capsView.response.parse(
    await caps(viewsOf(given).views, at(on), scope, { kind: 'region', grandfathering: 'on', ...asked }, world),
  )

const areaOf = ({ areas }: CapsAnswer, code: string) => areas.find((area) => area.code === code)
const cellOf = (answer: CapsAnswer, area: string, group: string) =>
  areaOf(answer, area)?.cells.find((cell) => cell.group === group)

const documented = (person: string, id: string, kind = 'group', expiresOn: string | null = '2026-06-01'): Given => ({
  type: 'CompetenceDocumented',
  stream: `competence-${person}`,
  from: '2021-06-01',
  data: { person, target: { kind, id }, issuer: 'Prøve', issuedOn: '2021-06-01', expiresOn, evidenceRef: null },
})

/** The rule set of 2024 as the log holds it, for Midtjylland. */
function rules(): Given {
  const { effectiveFrom: _, ...data } = ok2024(RegionCode.parse('1082'))
  return { type: 'RuleSetPublished', stream: 'plan-1082', from: '2024-01-01', data: { ...data } }
}

/** A whole table: `count` of every municipality, or as `by` says. */
const loaded = (
  group: string,
  from: string,
  count: number,
  by: Readonly<Record<string, number | null>> = {},
): Given => ({
  type: 'PatientCountLoaded',
  stream: `patientCount-${group}`,
  from,
  data: {
    group,
    kind: 'observed',
    document: `Prøve ${from}`,
    period: { from: '2024-01-01', to: '2024-12-31' },
    counts: geography.areas.municipalities.map(({ code }) => ({
      municipality: code,
      count: code in by ? (by[code] ?? null) : count,
      suppressed: by[code] === null,
    })),
  },
})

const groups = (await ask([])).groups.filter(({ kind }) => kind === 'group')
const allLoaded = groups.map(({ id }) => loaded(id, '2025-01-01', 20))

test('a set names its municipalities, or the question is refused by that field', () => {
  const refused = capsView.params.safeParse({ kind: 'set' })
  expect(refused.error?.issues.map(({ path }) => path)).toEqual([['municipalities']])
  expect(capsView.params.safeParse({ kind: 'set', municipalities: '0661,0751' }).success).toBe(true)
  const all = capsView.params.safeParse({ kind: 'municipality' })
  expect(all.error?.issues.map(({ path }) => path)).toEqual([['region']])
  expect(capsView.params.safeParse({ kind: 'municipality', region: '1082' }).success).toBe(true)
})

describe('expected persons by area', () => {
  test('C3: osteogenesis imperfecta is hidden in a municipality of about 39,500, and told of its region', async () => {
    // Skive has 44,000, Lemvig 19,000; the nearest to the example is taken, whichever it is.
    const near = geography.areas.municipalities
      .filter(({ code }) => regionOf(geography.areas, code, '2026-06-01')?.code === '1082')
      .toSorted((a, b) => off(a) - off(b))[0]
    const answer = await ask([], { kind: 'set', municipalities: near?.code ?? '' })
    expect(cellOf(answer, 'set', 'osteogenesis-imperfecta')?.expected.prevalence).toEqual({ state: 'hidden' })
    // 1,383,261 inhabitants on 2026-01-01 (FOLK1A) x 10.3 per 100,000 = 142.5; in 2024 they were 1,365,688: 141.
    expect(cellOf(await ask([]), '1082', 'osteogenesis-imperfecta')?.expected.prevalence).toEqual({
      state: 'value',
      value: 142,
    })
  })

  test('persons with the diagnosis times uptake; an uptake that no source has is unknown, not nobody', async () => {
    const answer = await ask([])
    const parkinson = cellOf(answer, '1082', 'parkinson')?.expected
    if (parkinson?.prevalence.state !== 'value') throw new Error('not told')
    expect(parkinson.users).toEqual({ state: 'value', value: Math.round(parkinson.prevalence.value * 0.53) })
    expect(cellOf(answer, '1082', 'als')?.expected).toMatchObject({
      users: { state: 'unknown', lacks: 'uptake' },
      observed: { state: 'unknown', lacks: 'patientCount' },
    })
  })

  test('the groups of a family are pooled, and hidden as soon as one of them is', async () => {
    const persons = async (id: string) => cellOf(await ask(allLoaded), '1082', id)?.expected.observed
    expect(await persons('connective-tissue')).toEqual({ state: 'value', value: 2 * 19 * 20 })
    const without = [...allLoaded.filter(({ data }) => data.group !== 'ehlers-danlos')]
    expect(cellOf(await ask(without), '1082', 'connective-tissue')?.expected.observed).toEqual({
      state: 'unknown',
      lacks: 'patientCount',
    })
  })

  test('reported patients hold from their date, and only by what was known', async () => {
    const { views } = viewsOf([{ ...loaded('als', '2025-01-01', 20), recordedAt: '2025-03-01T09:00:00.000Z' }])
    const observed = async (on: string, known?: string) => {
      const asked = { kind: 'region', grandfathering: 'on' } as const
      const answer = capsView.response.parse(await caps(views, at(on, known), publicScope, asked, world))
      return cellOf(answer, '1082', 'als')?.expected.observed.state
    }
    expect(await observed('2025-01-01')).toBe('value')
    expect(await observed('2024-12-31')).toBe('unknown')
    expect(await observed('2025-06-01', '2025-02-28T09:00:00.000Z')).toBe('unknown')
  })

  test('one municipality that the source hides leaves its region unknown and the others told', async () => {
    const answer = await ask([loaded('als', '2025-01-01', 20, { '0741': null })])
    expect(cellOf(answer, '1082', 'als')?.expected.observed).toEqual({ state: 'unknown', lacks: 'patientCount' })
    expect(cellOf(answer, '1081', 'als')?.expected.observed).toEqual({ state: 'value', value: 220 })
  })

  test('S0-5: a structured pathway saves 2.5 % of the services, for the groups that have one', async () => {
    expect(afterPathway(10_000, 25)).toBe(9750)
    const answer = await ask([loaded('multiple-sclerosis', '2025-01-01', 100), loaded('als', '2025-01-01', 100)])
    expect(cellOf(answer, '1082', 'multiple-sclerosis')?.demand).toEqual({ state: 'value', value: 1853 })
    expect(cellOf(answer, '1082', 'als')?.demand).toEqual({ state: 'value', value: 1900 })
  })

  const pathway = (group: string, from: string, savesPermille: number, source: string | null = null): Given => ({
    type: 'StructuredPathwaySet',
    stream: `pathway-${group}`,
    from,
    data: { group, savesPermille, source },
  })
  test('S0-5: another saving holds from its day on, and of another group too; before it the seed’s alone does', async () => {
    const given = [
      loaded('multiple-sclerosis', '2025-01-01', 100),
      loaded('als', '2025-01-01', 100),
      pathway('multiple-sclerosis', '2026-07-01', 100, 'Praksisplan 2027'),
      pathway('als', '2026-07-01', 100),
      pathway('als', '2027-01-01', 0),
    ]
    const of = (answer: CapsAnswer, id: string) => {
      const told = answer.groups.find((group) => group.id === id)
      return [told?.structuredPathway, told?.pathwaySavesPercent, cellOf(answer, '1082', id)?.demand]
    }
    const seed = { from: null, source: { kind: 'SEED', id: 'S_SEED000' } }
    const assumed = { from: '2026-07-01', source: { kind: 'ASSUMPTION', id: 'structuredPathway' } }
    const decided = { from: '2026-07-01', source: { kind: 'DECISION', id: 'Praksisplan 2027' } }
    const value = (count: number) => ({ state: 'value', value: count })
    const before = await ask(given, {}, '2026-06-30')
    expect(of(before, 'multiple-sclerosis')).toEqual([seed, 2.5, value(1853)])
    expect(of(before, 'als')).toEqual([assumed, null, value(1900)])
    const from = await ask(given, {}, '2026-07-01')
    expect(of(from, 'multiple-sclerosis')).toEqual([decided, 10, value(1710)])
    expect(of(from, 'als')).toEqual([assumed, 10, value(1710)])
    expect(of(from, 'parkinson').slice(0, 2)).toEqual([null, null])
    expect(of(await ask(given, {}, '2027-01-01'), 'als')).toEqual([null, null, value(1900)])
    // Only a goal: what the caps are made of stays what it is.
    expect(cellOf(from, '1082', 'als')?.caps).toEqual(cellOf(before, '1082', 'als')?.caps)
  })
})

describe('what is told of reported patients', () => {
  const small = { '0741': 2 }
  const given = [loaded('als', '2025-01-01', 20, small)]
  const set = async (codes: string, on = '2025-06-01', from = given) =>
    cellOf(await ask(from, { kind: 'set', municipalities: codes }, on), 'set', 'als')?.expected.observed

  test('is the same to every role', async () => {
    const [first, ...others] = await Promise.all(
      [publicScope, secretariat, municipalityScope('0741')].map((scope) => ask(given, {}, '2025-06-01', scope)),
    )
    for (const other of others) expect(other).toEqual(first)
  })

  test('does not give a small cell away by the areas around it', async () => {
    expect(await set('0741')).toEqual({ state: 'hidden' })
    const midt = geography.areas.municipalities
      .filter(({ code }) => regionOf(geography.areas, code, '2025-06-01')?.code === '1082')
      .map(({ code }) => code)
    expect(await set(midt.join())).toEqual({ state: 'value', value: 18 * 20 + 2 })
    expect(await set(midt.filter((code) => code !== '0741').join())).toEqual({ state: 'hidden' })
    // The one that is hidden with it is chosen by inhabitants: the next smallest of the region.
    const shown: string[] = []
    for (const code of midt) if ((await set(code))?.state === 'value') shown.push(code)
    expect(shown).toHaveLength(17)
    expect(await set(shown.join())).toEqual({ state: 'value', value: 17 * 20 })
  })

  test('nor by a later version in which it grew while the one beside it did not', async () => {
    const later = [...given, loaded('als', '2026-01-01', 20, { '0741': 8 })]
    expect(await set('0741', '2026-06-01', later)).toEqual({ state: 'hidden' })
    expect(await set('0741', '2025-06-01', later)).toEqual({ state: 'hidden' })
  })

  test('nor by a smaller cell that somebody decides later', async () => {
    const lowered: Given = {
      type: 'ParameterChanged',
      stream: 'plan-1082',
      from: '2025-02-01',
      data: { ruleSet: 'OK-2024', ruleSetVersion: 1, key: 'minCell', old: 5, new: 3, reason: 'Prøve' },
      recordedAt: '2026-02-01T09:00:00.000Z',
    }
    const four = [rules(), loaded('als', '2025-01-01', 20, { '0741': 4 }), lowered]
    expect((await ask(four, {}, '2025-06-01')).minCell).toBe(5)
    expect(await set('0741', '2025-06-01', four)).toEqual({ state: 'hidden' })
  })

  test('nor by counts that were made up in a what-if', async () => {
    const guess: Given = { ...loaded('als', '2025-02-01', 30), metadata: { scenarioId: 'case-1' } }
    expect(await set('0727', '2025-06-01', [...given, guess])).toEqual(await set('0727'))
  })

  test('is the same whatever the hidden counts are: no answer depends on more than the published table', async () => {
    const users = (from: readonly Given[]) =>
      publishedUsers(demandAt(viewsOf(from).views, geography.areas, at('2025-06-01')), 'als')
    const [one = '', two = ''] = [...users(given)].flatMap(([code, { told }]) =>
      told.state === 'hidden' ? [code] : [],
    )
    const secret = (first: number) => [
      rules(),
      ...clinicIn('holstebro', 'k1', '100001'),
      ...groups.map(({ id }) => loaded(id, '2025-01-01', 20, { [one]: first, [two]: 22 - first })),
    ]
    const answers = async (from: readonly Given[]) =>
      JSON.stringify([
        ...(await Promise.all(
          (['region', 'council', 'municipality'] as const).map((kind) => ask(from, { kind }, '2025-06-01')),
        )),
        ...(await Promise.all(
          [one, two, `${one},${two}`, `${one},0746`, '0746,0751'].map((municipalities) =>
            ask(from, { kind: 'set', municipalities }, '2025-06-01'),
          ),
        )),
        [...users(from)],
      ])
    const [first, ...others] = await Promise.all([0, 2, 4].map((count) => answers(secret(count))))
    for (const other of others) expect(other).toBe(first)
  })

  test('an estimate for every municipality comes from what is told, and is called an estimate', async () => {
    const users = publishedUsers(demandAt(viewsOf(given).views, geography.areas, at('2025-06-01')), 'als')
    expect(users.get('0746')).toEqual({ told: { state: 'value', value: 20 }, estimate: null })
    const hidden = [...users].filter(([, { told }]) => told.state === 'hidden')
    expect(hidden).toHaveLength(2)
    // Two municipalities have 22 together, shared by inhabitants.
    expect(hidden.reduce((sum, [, { estimate }]) => sum + (estimate ?? 0), 0)).toBeCloseTo(22, 9)
    expect(hidden.every(([, { estimate }]) => estimate !== null && Math.abs(estimate - 2) > 0.01)).toBe(true)
  })
})

describe('caps by area', () => {
  const plan = [rules()]
  const clinics = [...clinicIn('holstebro', 'k1', '100001'), ...clinicIn('aarhus', 'k2', '100002')]

  test('R-27: documented, cap and excess of the region; holders above it need not end', async () => {
    const given = [...plan, ...clinics, ...allLoaded, documented('p-100001', 'als'), documented('p-100002', 'als')]
    const cell = cellOf(await ask(given, {}, '2026-05-01'), '1082', 'als')
    // 2 physiotherapists x 380 / 3,420 = 0.22: the least, 1.
    expect(cell).toMatchObject({ documented: { valid: 2 }, excess: 1, toEnd: 0, verdict: 'breach', missing: [] })
    expect(cell?.caps.find(({ basis }) => basis === 'users')).toMatchObject({
      people: { state: 'value', value: 380 },
      all: { state: 'value', value: 3420 },
      cap: 1,
      excess: 1,
    })
    const off = cellOf(await ask(given, { grandfathering: 'off' }, '2026-05-01'), '1082', 'als')
    expect(off?.toEnd).toBe(1)
    expect(cellOf(await ask(given, {}, '2026-05-01'), '1081', 'als')).toMatchObject({
      documented: { valid: 0 },
      missing: ['plan'],
    })
  })

  test('R-30: documentation in grace is shown and not counted', async () => {
    const given = [...plan, ...clinics, documented('p-100001', 'als')]
    const on = async (date: string) => cellOf(await ask(given, {}, date), '1082', 'als')?.documented
    expect(await on('2026-05-31')).toEqual({ valid: 1, grace: 0, serving: 1 })
    expect(await on('2026-06-01')).toEqual({ valid: 0, grace: 1, serving: 0 })
    expect(await on('2026-08-30')).toEqual({ valid: 0, grace: 1, serving: 0 })
    expect(await on('2026-08-31')).toEqual({ valid: 0, grace: 0, serving: 0 })
  })

  test('R-29: documentation for the family serves its groups and counts towards the joint cap alone', async () => {
    const given = [...plan, ...clinics, documented('p-100001', 'connective-tissue', 'family')]
    const answer = await ask(given, {}, '2026-05-01')
    expect(cellOf(answer, '1082', 'osteogenesis-imperfecta')?.documented).toEqual({ valid: 0, grace: 0, serving: 1 })
    expect(cellOf(answer, '1082', 'connective-tissue')?.documented).toEqual({ valid: 1, grace: 0, serving: 1 })
  })

  test('R-27: an unknown uptake leaves the cap by users unknown, between the lowest and highest it can be', async () => {
    const answer = await ask([...plan, ...clinics], {}, '2026-05-01')
    const cell = cellOf(answer, '1082', 'als')
    expect(cell).toMatchObject({ verdict: 'needs-information', missing: ['uptake'], excess: null })
    expect(cell?.caps.find(({ basis }) => basis === 'users')).toMatchObject({ cap: null, between: [1, 1] })
    expect(cell?.caps.find(({ basis }) => basis === 'prevalence')?.cap).toBe(1)
    // Its own uptake has a source, and the others' make no difference to a cap of so few physiotherapists.
    expect(
      cellOf(answer, '1082', 'multiple-sclerosis')?.caps.find(({ basis }) => basis === 'users')?.people.state,
    ).toBe('value')
  })

  test('every municipality of a region is what it is by itself, and those of the country are 98', async () => {
    const others = allLoaded.filter(({ data }) => data.group !== 'als')
    const given = [...plan, ...clinics, ...others, loaded('als', '2025-01-01', 20, { '0741': 2 })]
    const { areas, kind } = await ask(given, { kind: 'municipality', region: RegionCode.parse('1082') }, '2026-05-01')
    expect([kind, areas.length]).toEqual(['municipality', 19])
    for (const { code, cells } of areas) {
      const [alone] = (await ask(given, { kind: 'set', municipalities: code }, '2026-05-01')).areas
      expect(cells).toEqual(alone?.cells)
    }
    const hidden = areas.filter(({ cells }) =>
      cells.some((one) => one.group === 'als' && one.expected.observed.state === 'hidden'),
    )
    // Samsø, and the one that is hidden with it.
    expect(hidden.map(({ code }) => code)).toContain('0741')
    expect(hidden).toHaveLength(2)
    expect((await ask([], { kind: 'municipality' })).areas).toHaveLength(98)
  })

  test('a health council whose members are all known, and a set of municipalities', async () => {
    expect(
      (await ask(plan, { kind: 'council' })).areas.map(({ name, municipalities }) => [name, municipalities.length]),
    ).toEqual([['Sundhedsråd Amager og Vestegnen', 9]])
    const [set] = (await ask([...plan, ...clinics], { kind: 'set', municipalities: '0661,0751' })).areas
    expect(set).toMatchObject({ physiotherapists: 2, parameters: { region: '1082' } })
    await expect(ask(plan, { kind: 'set', municipalities: '9999' })).rejects.toThrow('9999')
  })
})

describe('R-31: clinics for children', () => {
  const describes = (clinic: string, criteria: object): Given => ({
    type: 'ChildrensClinicDescribed',
    stream: `clinic-${clinic}`,
    from: '2025-01-01',
    data: { competence: true, facilities: true, equipment: true, parentsInvolved: true, ...criteria },
  })
  const midt = async (...more: Given[]) =>
    areaOf(await ask([...clinicIn('holstebro', 'k1', '100001'), ...more]), '1082')?.children

  test('a region without one is a breach, and every municipality is out of reach', async () => {
    expect(await midt()).toMatchObject({ verdict: 'breach', qualifying: [], lacking: [], maxKm: 30 })
    expect((await midt())?.outOfReach).toHaveLength(19)
  })

  test('one that meets all four covers what is within 30 km by road of it', async () => {
    const children = await midt(describes('k1', {}))
    expect(children?.qualifying).toEqual([{ clinic: 'k1', name: 'Klinik k1' }])
    expect(children?.outOfReach.map(({ municipality }) => municipality)).not.toContain(MunicipalityCode.parse('0661'))
    expect(children?.outOfReach.find(({ municipality }) => municipality === '0741')).toMatchObject({
      nearestMetres: null,
    })
  })

  test('three of four: the equipment is missing, and the clinic does not count', async () => {
    const children = await midt(describes('k1', { equipment: null }))
    expect(children).toMatchObject({ qualifying: [], lacking: [{ clinic: 'k1', missing: ['equipment'] }] })
    expect(children?.outOfReach).toHaveLength(19)
  })
})

function off({ population }: (typeof geography.areas.municipalities)[number]): number {
  return Math.abs((population.at(-1)?.value ?? 0) - 39_500)
}
