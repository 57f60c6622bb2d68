import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Told } from '#api/views/caps'
import { moved, placesOf, summed } from '../../web/pages/caps/board.ts'
import {
  bases,
  capBy,
  cellOf,
  endingOf,
  hasAdopted,
  measureOf,
  planBasis,
  toldSum,
} from '../../web/pages/caps/capsAnswer.ts'
import { excessFigures } from '../../web/pages/caps/capsFigures.ts'
import { capsLines, capsNumbers } from '../../web/pages/caps/capsRows.ts'
import { checksOf } from '../../web/pages/caps/checks.ts'
import { lacksOf } from '../../web/pages/caps/lacks.ts'
import { farIn } from '../../web/pages/caps/nearHome.ts'
import { regionsOf } from '../../web/pages/caps/useMunicipalities.ts'
import { answer, area, value } from './capsFixture.ts'

const hidden: Told = { state: 'hidden' }
/** R-27's worked example: 300 of 1,212 among 40 are a share of 9.90 and a cap of 10; 14 are documented. */
const sclerosis = { group: 'multiple-sclerosis', documented: 14, people: value(300), share: 9.9, cap: 10 }
const small = { group: 'osteogenesis-imperfecta', documented: 1, people: hidden, all: hidden, cap: null }

describe('the municipalities of an opened area', () => {
  const municipalities = [
    { code: '0751', region: '1082' },
    { code: '0741', region: '1082' },
    { code: '0101', region: '1084' },
    { code: '0411', region: null },
  ]

  it('are asked for once a region, however many they are', () => {
    expect(regionsOf(['0751', '0741'], municipalities)).toEqual(['1082'])
    expect(regionsOf(['0741', '0101'], municipalities)).toEqual(['1082', '1084'])
  })

  it('are not asked for outside any region, nor while nobody knows where they lie', () => {
    expect(regionsOf(['0411'], municipalities)).toEqual([])
    expect(regionsOf(['0751'], [])).toEqual([])
    expect(regionsOf([], municipalities)).toEqual([])
  })
})

describe('places of a cell', () => {
  it('fill the cap first and go over it after: 14 documented under a cap of 10', () => {
    expect(placesOf(14, 10)).toEqual({ used: 10, free: 0, over: 4 })
    expect(placesOf(1, 2)).toEqual({ used: 1, free: 1, over: 0 })
    expect(placesOf(0, 0)).toEqual({ used: 0, free: 0, over: 0 })
  })

  it('are neither free nor over where the cap is not known', () => {
    expect(placesOf(3, null)).toEqual({ used: 3, free: 0, over: 0 })
  })

  it('are as many as documented and cap together ask for', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.nat(300), (documented, cap) => {
        const { used, free, over } = placesOf(documented, cap)
        expect(used + over).toBe(documented)
        expect(used + free).toBe(cap)
        expect(Math.min(free, over)).toBe(0)
      }),
    )
  })
})

describe('sums over areas', () => {
  const two = [area('1081', [sclerosis]), area('1082', [{ ...sclerosis, documented: 3 }])]

  it('do not set free places of one area against another that is over', () => {
    expect(summed(two, 'multiple-sclerosis', 'prevalence')).toEqual({ documented: 17, cap: 20, excess: 4 })
  })

  it('are not known as soon as one cap is not', () => {
    const mixed = [...two, area('1083', [{ ...sclerosis, cap: null, share: null }])]
    expect(summed(mixed, 'multiple-sclerosis', 'prevalence')).toEqual({ documented: 31, cap: null, excess: null })
    expect(summed(two, 'multiple-sclerosis', 'observed').cap).toBeNull()
  })

  it('of told counts tell no more than their parts', () => {
    const unknown: Told = { state: 'unknown', lacks: 'uptake' }
    expect(toldSum([value(8), value(4)])).toEqual(value(12))
    expect(toldSum([value(8), hidden])).toEqual(hidden)
    expect(toldSum([hidden, unknown])).toEqual(unknown)
  })
})

describe('keys in the grid', () => {
  const size = { rows: 4, columns: 3 }
  const key = (name: string, ctrlKey = false) => ({ key: name, ctrlKey })

  it('step, jump to the ends, and stop at the edges', () => {
    expect(moved({ row: 1, column: 1 }, key('ArrowDown'), size)).toEqual({ row: 2, column: 1 })
    expect(moved({ row: 0, column: 2 }, key('ArrowRight'), size)).toEqual({ row: 0, column: 2 })
    expect(moved({ row: 2, column: 1 }, key('Home'), size)).toEqual({ row: 2, column: 0 })
    expect(moved({ row: 2, column: 1 }, key('End', true), size)).toEqual({ row: 3, column: 2 })
    expect(moved({ row: 2, column: 1 }, key('PageUp'), size)).toEqual({ row: 0, column: 1 })
  })

  it('leave every other key alone', () => {
    expect(moved({ row: 1, column: 1 }, key('Enter'), size)).toBeNull()
    expect(moved({ row: 1, column: 1 }, key('t'), size)).toBeNull()
  })
})

describe('who would have to end', () => {
  const over = area('1081', [sclerosis])
  const cell = cellOf(over, 'multiple-sclerosis')

  it('is what the service says for the plan’s way of counting', () => {
    expect(cell === undefined ? null : endingOf(over, { ...cell, toEnd: 4 }, 'prevalence', true)).toBe(4)
    expect(planBasis([over])).toBe('prevalence')
    expect(planBasis([])).toBe('users')
  })

  it('is unknown where another way of counting has no cap', () => {
    expect(cell === undefined ? undefined : endingOf(over, cell, 'observed', false)).toBeNull()
  })
})

describe('why a cap is not known', () => {
  it('names what each of its sizes lacks, once', () => {
    const unknownCap = capBy(cellOf(area('1081', [small]), small.group), 'prevalence')
    const told = capBy(cellOf(area('1081', [sclerosis]), sclerosis.group), 'prevalence')
    const of = area('1081', [small])
    expect(unknownCap === undefined ? null : lacksOf(of, unknownCap)).toEqual(['suppressed'])
    expect(told === undefined ? null : lacksOf(of, told)).toEqual([])
    expect(unknownCap === undefined ? null : lacksOf({ ...of, parameters: null }, unknownCap)).toEqual(['plan'])
  })
})

describe('a cap that a plan has adopted', () => {
  const adopted = { ...sclerosis, adopted: 12 }
  const first = area('1081', [adopted], ['0773'])

  it('measures the cell before what the formula gives, by every way of counting', () => {
    const set = { cap: 12, excess: 2, between: null, set: { status: 'adopted', planRef: 'Praksisplan 2027' } }
    for (const basis of bases) expect(measureOf(cellOf(first, 'multiple-sclerosis'), basis)).toMatchObject(set)
    expect(measureOf(cellOf(area('1081', [sclerosis]), 'multiple-sclerosis'), 'prevalence')).toMatchObject({
      cap: 10,
      excess: 4,
      set: null,
    })
  })

  it('is in the sums, the checks, the map and who would have to end', () => {
    const both = [first, area('1082', [{ ...sclerosis, documented: 3 }])]
    expect(summed(both, 'multiple-sclerosis', 'prevalence')).toEqual({ documented: 17, cap: 22, excess: 2 })
    const figures = excessFigures(both, 'multiple-sclerosis', 'users', String, () => '')
    expect(figures.get('0773')?.value).toBe(2)
    const [worst] = checksOf(answer([{ code: '1081', given: [adopted] }]), 'multiple-sclerosis', 'prevalence', true)
    expect(worst).toMatchObject({ code: 'over', areas: [{ excess: 2 }] })
    const cell = cellOf(first, 'multiple-sclerosis')
    // The service has said it, and knows who continues.
    expect(cell && endingOf(first, cell, 'users', false)).toBe(0)
  })

  it('is what the page’s head speaks of, from the first one on', () => {
    expect(hasAdopted(answer([{ code: '1081', given: [sclerosis, small] }]))).toBe(false)
    expect(hasAdopted(answer([{ code: '1081', given: [sclerosis, { ...small, adopted: 1 }] }]))).toBe(true)
  })
})

describe('checks in words', () => {
  const data = answer([
    { code: '1081', given: [sclerosis, small] },
    { code: '1082', given: [{ ...sclerosis, documented: 2, grace: 1 }, small] },
  ])

  it('put the worst first and name only areas that are over', () => {
    const checks = checksOf(data, 'multiple-sclerosis', 'prevalence', true)
    const [first] = checks
    expect(first?.code === 'over' ? first.areas.map(({ area: { code }, excess }) => [code, excess]) : []).toEqual([
      ['1081', 4],
    ])
    expect(checks.map(({ code }) => code)).toEqual(['over', 'all', 'grace'])
  })

  it('say who would have to end only while holders do not continue', () => {
    const codes = checksOf(data, 'multiple-sclerosis', 'prevalence', false).map(({ code }) => code)
    expect(codes).toContain('toEnd')
  })

  it('never call a group within its caps when no cap is known', () => {
    const codes = checksOf(data, 'osteogenesis-imperfecta', 'prevalence', true).map(({ code }) => code)
    expect(codes).toContain('noCaps')
    expect(codes).toContain('hidden')
    expect(codes).not.toContain('within')
  })
})

describe('the map', () => {
  it('takes the worst area of a municipality, and has no class for an unknown cap', () => {
    const areas = [
      area('1081', [{ ...sclerosis, documented: 11 }], ['0773', '0787']),
      area('1082', [sclerosis], ['0773']),
      area('1083', [{ ...sclerosis, cap: null }], ['0561']),
    ]
    const figures = excessFigures(
      areas,
      'multiple-sclerosis',
      'prevalence',
      (code) => code,
      ({ code }, excess) => `${code} ${excess}`,
    )
    expect(figures.get('0773')).toMatchObject({ value: 4, class: 2, said: '1082 4' })
    expect(figures.get('0787')).toMatchObject({ value: 1, class: 1 })
    expect(figures.get('0561')).toMatchObject({ value: null, class: null })
  })

  it('hatches where not everybody is within the limit, among the municipalities looked at', () => {
    const row = (municipality: string, people: number, within: number) => ({ municipality, people, within })
    const rows = [row('0773', 10, 10), row('0787', 10, 9), row('0101', 10, 0)]
    expect(farIn(rows, new Set(['0773', '0787']))).toEqual(['0787'])
  })
})

describe('the board as a file', () => {
  const data = answer([{ code: '1081', given: [sclerosis, small] }])
  const told = (count: Told) => (count.state === 'value' ? String(count.value) : count.state)
  const numbers = capsLines(data).map((line) =>
    capsNumbers(line, told, (count, decimals = 0) => count.toFixed(decimals), 'unknown'),
  )

  it('has every cell by every way of counting', () => {
    expect(numbers).toHaveLength(2 * 3)
    expect(numbers[0]).toEqual(['100000', '40', '14', '0', '300', '1212', '9.90', '10', '10', '10', '4'])
  })

  it('says hidden and unknown in words, never as zero or nothing', () => {
    expect(numbers[3]).toEqual([
      '100000',
      '40',
      '1',
      '0',
      'hidden',
      'hidden',
      'unknown',
      'unknown',
      'unknown',
      'unknown',
      'unknown',
    ])
  })

  it('names the source of each size once', () => {
    expect(capsLines(data).map(({ sources, versions }) => [sources, versions])[0]).toEqual([
      ['PUBLIC S_OI'],
      ['multiple-sclerosis 2026-01-01'],
    ])
    expect(capsLines(data)[1]?.sources).toEqual([])
  })
})
