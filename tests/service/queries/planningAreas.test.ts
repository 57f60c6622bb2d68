import { describe, expect, test } from 'vitest'
import { capsView } from '#api/views/caps'
import { planningAreaSketchView, planningAreasView } from '#api/views/planningArea'
import { caps } from '#service/queries/caps'
import { belongs, percentTold } from '#service/queries/facts/peopleInside'
import { planningAreaSketch } from '#service/queries/planningAreaSketch'
import { planningAreas } from '#service/queries/planningAreas'
import type { Given } from '../projections/givenEvents.ts'
import { at, clinicIn, geography, publicScope, viewsOf, world } from './register.ts'

const drawn = (area: string, municipalities: readonly string[], from = '2026-01-01'): Given => ({
  type: 'PlanningAreaDrawn',
  stream: `planningArea-${area}`,
  from,
  data: { area, name: `Område ${area}`, municipalities, shape: null },
})

const inhabitantsOf = (code: string) =>
  geography.areas.municipalities
    .find((one) => one.code === code)
    ?.population.findLast(({ date }) => date <= '2026-06-01')?.value

describe('planning areas', () => {
  const list = (given: readonly Given[], on = '2026-06-01') =>
    planningAreasView.response.parse(planningAreas(viewsOf(given).views, at(on), publicScope, {}, world))

  test('hold from the day that they were drawn until they are withdrawn, under the name they have then', () => {
    const given: Given[] = [
      drawn('vest', ['0665', '0661']),
      {
        type: 'PlanningAreaRenamed',
        stream: 'planningArea-vest',
        from: '2026-03-01',
        data: { area: 'vest', name: 'Vest' },
      },
      {
        type: 'PlanningAreaWithdrawn',
        stream: 'planningArea-vest',
        from: '2026-09-01',
        data: { area: 'vest', reason: 'Delt' },
      },
    ]
    expect(list(given, '2025-12-31').areas).toEqual([])
    expect(list(given, '2026-02-01').areas.map(({ name }) => name)).toEqual(['Område vest'])
    expect(list(given).areas[0]).toMatchObject({ name: 'Vest', region: '1082', validTo: '2026-09-01' })
    expect(list(given, '2026-09-01').areas).toEqual([])
  })

  test('tell their inhabitants, their therapists, their pieces and who else claims a municipality', () => {
    const answer = list([
      ...clinicIn('holstebro', 'klinik-1', '100001'),
      drawn('vest', ['0665', '0661']),
      drawn('gab', ['0665', '0751', '0741']),
    ])
    const [gap, west] = answer.areas
    expect(west).toMatchObject({
      inhabitants: (inhabitantsOf('0661') ?? 0) + (inhabitantsOf('0665') ?? 0),
      physiotherapists: 1,
      contiguity: { isContiguous: true },
    })
    expect(gap?.physiotherapists).toBe(0)
    expect(gap?.contiguity.isContiguous).toBe(false)
    expect(gap?.contiguity.pieces.map(({ municipalities, kind }) => [municipalities, kind])).toEqual([
      [['0751'], 'main'],
      [['0665'], 'apart'],
      [['0741'], 'island'],
    ])
    expect(answer.overlaps).toEqual([{ municipality: '0665', areas: ['gab', 'vest'] }])
  })
})

test('a municipality belongs from the exact half of its people on, whatever the part is rounded to', () => {
  expect(belongs({ inside: 500, all: 1000 })).toBe(true)
  expect(belongs({ inside: 499, all: 1000 })).toBe(false)
  expect(belongs({ inside: 501, all: 1001 })).toBe(true)
  expect(belongs({ inside: 500, all: 1001 })).toBe(false)
  expect(belongs({ inside: 0, all: 0 })).toBe(false)
  expect([496, 500, 524].map((inside) => percentTold({ inside, all: 1000 }))).toEqual([50, 50, 50])
})

/** Around the town of Holstebro: most of its people, few of the neighbours'. */
const around = '8.4 56.28,8.85 56.28,8.85 56.45,8.4 56.45,8.4 56.28'

test('the board of caps says which municipalities several of its areas have', async () => {
  const { views } = viewsOf([drawn('vest', ['0665', '0661']), drawn('gab', ['0665', '0751', '0741'])])
  const params = capsView.params.parse({ kind: 'planningArea' })
  const board = capsView.response.parse(await caps(views, at('2026-06-01'), publicScope, params, world))
  expect(board.overlaps).toEqual([{ municipality: '0665', areas: ['gab', 'vest'] }])
})

describe('a sketch', () => {
  const { views } = viewsOf([...clinicIn('holstebro', 'klinik-1', '100001'), drawn('vest', ['0665', '0661'])])
  const sketch = async (asked: { municipalities?: string; polygon?: string }) => {
    const params = planningAreaSketchView.params.parse(asked)
    const answer = await planningAreaSketch(views, at('2026-06-01'), publicScope, params, world)
    return planningAreaSketchView.response.parse(answer)
  }

  test('of municipalities has their sums, and an island is named and no fault', async () => {
    const answer = await sketch({ municipalities: '0661,0665,0741' })
    expect(answer).toMatchObject({
      unfinished: null,
      municipalities: ['0661', '0665', '0741'],
      cut: [],
      physiotherapists: 1,
      insideLine: null,
      contiguity: { isContiguous: true },
      overlaps: [{ area: 'vest', municipalities: ['0665', '0661'] }],
    })
    expect(answer.contiguity?.pieces.at(-1)).toMatchObject({ municipalities: ['0741'], kind: 'island' })
  })

  test('of a line has the people inside it, and the municipalities where at least half of them are', async () => {
    // All of Bornholm and the sea around it.
    const answer = await sketch({ polygon: '14.6 54.9,15.3 54.9,15.3 55.31,14.6 55.31' })
    expect(answer).toMatchObject({ unfinished: null, municipalities: ['0400'], cut: [], physiotherapists: 0 })
    expect(answer.inhabitants).toBe(inhabitantsOf('0400'))
    expect(answer.insideLine?.inhabitants).toBe(100 * Math.round((inhabitantsOf('0400') ?? 0) / 100))
  })

  test('of a line has the figures that the area has on the board and in the list when it is saved', async () => {
    const shown = await sketch({ polygon: around })
    expect(shown.municipalities).toEqual(['0661'])
    const saved = viewsOf([...clinicIn('holstebro', 'klinik-1', '100001'), drawn('byen', shown.municipalities)]).views
    const params = capsView.params.parse({ kind: 'planningArea' })
    const board = capsView.response.parse(await caps(saved, at('2026-06-01'), publicScope, params, world))
    const listed = planningAreasView.response.parse(planningAreas(saved, at('2026-06-01'), publicScope, {}, world))
    const figures = { inhabitants: shown.inhabitants, physiotherapists: shown.physiotherapists }
    expect(board.areas).toMatchObject([figures])
    expect(listed.areas).toMatchObject([figures])
    expect(board.overlaps).toEqual([])
    expect(shown.inhabitants).toBe(inhabitantsOf('0661'))
    // Some of its people, and of its neighbours', live on the other side of the line.
    expect(shown.insideLine?.inhabitants).not.toBe(shown.inhabitants)
  })

  test('of a line says of each municipality that it cuts whether it belongs', async () => {
    const answer = await sketch({ polygon: around })
    expect(answer.cut.length).toBeGreaterThan(1)
    for (const { municipality, belongs: isIn } of answer.cut)
      expect(isIn).toBe(answer.municipalities.includes(municipality))
  })

  test('of a line through municipalities says how much of each is inside, in steps that tell no household', async () => {
    const answer = await sketch({ polygon: around })
    expect(answer.municipalities).toEqual(['0661'])
    expect(answer.physiotherapists).toBe(1)
    expect(answer.cut.map(({ municipality }) => municipality)).toContain('0661')
    expect(answer.cut.every(({ insidePercent }) => insidePercent % 5 === 0)).toBe(true)
    expect((answer.insideLine?.inhabitants ?? 1) % 100).toBe(0)
  })

  test('that is not finished is told why, and not judged', async () => {
    const why = async (polygon: string) => (await sketch({ polygon })).unfinished
    expect(await why('8.4 56.3,8.8 56.3')).toBe('fewCorners')
    expect(await why('8.4 56.3,8.4 56.3,8.8 56.3')).toBe('fewCorners')
    expect(await why('8.4 56.3,8.6 56.3,8.8 56.3')).toBe('noArea')
    expect(await why('5 56,5.5 56,5.5 56.5')).toBe('nobodyInside')
    const crossed = await sketch({ polygon: '8 56,9 57,9 56,8 57' })
    expect(crossed).toMatchObject({ unfinished: 'crossesItself', inhabitants: null, contiguity: null })
    expect(crossed.crossing?.[0]).toBeCloseTo(8.5, 1)
  })

  test('of two rings counts nobody twice where they overlap', async () => {
    const one = await sketch({ polygon: '14.6 54.9,15.3 54.9,15.3 55.31,14.6 55.31' })
    const two = await sketch({
      polygon: '14.6 54.9,15.3 54.9,15.3 55.31,14.6 55.31;14.7 54.95,15.1 54.95,15.1 55.2,14.7 55.2',
    })
    expect(two.insideLine).toEqual(one.insideLine)
  })

  test('is refused where it is neither or both, and where a municipality does not exist', async () => {
    const ok = (asked: object) => planningAreaSketchView.params.safeParse(asked).success
    expect(ok({})).toBe(false)
    expect(ok({ municipalities: '0661', polygon: '8 56,9 56,9 57' })).toBe(false)
    expect(ok({ polygon: '8 56,9 56,x 57' })).toBe(false)
    await expect(sketch({ municipalities: '0661,9999' })).rejects.toThrow('9999')
  })
})
