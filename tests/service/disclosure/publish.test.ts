import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Area, areaHierarchy, type Hierarchy } from '#service/disclosure/hierarchy'
import { type DataVersion, publishTables } from '#service/disclosure/publish'
import { estimatedIn, type PublishedTable, personsBetween, personsIn } from '#service/disclosure/published'
import { leastShielded } from '#service/disclosure/shields'
import { Tally } from '#service/disclosure/tally'
import { geography } from '../queries/register.ts'
import { attack, type Question } from './attacker.ts'

const minCell = 5

/** Areas `name: members`, the smallest first; municipalities in the order in which they are given. */
function hierarchy(municipalities: readonly string[], areas: Readonly<Record<string, readonly string[]>>): Hierarchy {
  const all = Object.entries({ ...areas, country: municipalities }).map(
    ([id, members]): Area => ({ id, municipalities: new Set(members) }),
  )
  return {
    municipalities,
    areas: all.toSorted((a, b) => a.municipalities.size - b.municipalities.size),
    rounded: all.filter(({ id }) => id.startsWith('r')),
  }
}

const version = (id: string, counts: Readonly<Record<string, number | null>>): DataVersion => ({
  id,
  counts: new Map(Object.entries(counts).map(([code, count]) => [code, count === null ? null : new Tally(count)])),
})

const two = hierarchy(['a', 'b', 'c', 'd'], { r1: ['a', 'b'], r2: ['c', 'd'] })
const cells = (table: PublishedTable | undefined) => Object.fromEntries(table?.municipalities ?? [])
const totals = (table: PublishedTable | undefined) =>
  Object.fromEntries(table?.areas.map(({ id, count }) => [id, count]) ?? [])
const publish = (of: Hierarchy, ...versions: readonly DataVersion[]) => publishTables(of, versions, minCell)

describe('the gate for counts of persons by area (R-40)', () => {
  test('a total of 12 with cells 8 and 4 hides both, and tells the total', () => {
    const [table] = publish(two, version('1', { a: 8, b: 4, c: 20, d: 30 }))
    expect(cells(table)).toEqual({ a: 'hidden', b: 'hidden', c: 20, d: 30 })
    expect(totals(table)).toEqual({ r1: 12, r2: 50, country: 62 })
  })

  test('where a region has too few to shield with, its total is hidden, and another’s that it could be had from', () => {
    const [table] = publish(two, version('1', { a: 1, b: 2, c: 20, d: 30 }))
    expect(cells(table)).toEqual({ a: 'hidden', b: 'hidden', c: 'hidden', d: 30 })
    expect(totals(table)).toEqual({ r1: 'hidden', r2: 'hidden', country: 53 })
  })

  test('where the whole country has too few, no total is told', () => {
    const [table] = publish(two, version('1', { a: 1, b: 2, c: 0, d: 3 }))
    expect(totals(table)).toEqual({ r1: 'hidden', r2: 'hidden', country: 'hidden' })
  })

  test('unknown is neither zero nor hidden, and makes every total around it unknown', () => {
    const [table] = publish(two, version('1', { a: 8, b: null, c: 20, d: 30 }))
    expect(cells(table)).toEqual({ a: 8, b: 'unknown', c: 20, d: 30 })
    expect(totals(table)).toEqual({ r1: 'unknown', r2: 50, country: 'unknown' })
  })

  test('zero is hidden like any small number', () => {
    expect(cells(publish(two, version('1', { a: 0, b: 9, c: 20, d: 30 }))[0])).toMatchObject({
      a: 'hidden',
      b: 'hidden',
    })
  })

  test('estimates are rounded so that cells add up to their region, and are small before they are rounded', () => {
    const [table] = publish(two, version('1', { a: 4.9, b: 30.7, c: 20.5, d: 30.4 }))
    expect(totals(table)).toEqual({ r1: 36, r2: 51, country: 87 })
    expect(cells(table)).toEqual({ a: 'hidden', b: 'hidden', c: 21, d: 30 })
  })

  test('C3: osteogenesis imperfecta in a municipality of 39,500 is hidden, in Central Jutland it is 141', () => {
    const inhabitants = { a: 39_500, b: 500_000, c: 826_188, d: 100_000 }
    const midt = hierarchy(['a', 'd', 'b', 'c'], { r1: ['a', 'b', 'c'], r2: ['d'] })
    const counts = Object.fromEntries(Object.entries(inhabitants).map(([code, n]) => [code, (n * 10.3) / 100_000]))
    const [table] = publish(midt, version('2024', counts))
    expect(cells(table).a).toBe('hidden')
    expect(totals(table).r1).toBe(141)
  })

  test('what was hidden stays hidden while anything around it is what it was', () => {
    const before = { a: 4, b: 8, c: 20, d: 30 }
    const [, after] = publish(two, version('1', before), version('2', { ...before, a: 6 }))
    expect(cells(after)).toMatchObject({ a: 'hidden', b: 'hidden' })
    // When all of them changed, nothing old can be had from what is new.
    const [, anew] = publish(two, version('1', before), version('2', { ...before, a: 6, b: 9 }))
    expect(cells(anew)).toMatchObject({ a: 6, b: 9 })
  })

  test('a cell that was told and did not change shields nothing', () => {
    // b was told as 8: with it, the total of the region would give a.
    const [, after] = publish(
      two,
      version('1', { a: 6, b: 8, c: 20, d: 30 }),
      version('2', { a: 4, b: 8, c: 20, d: 31 }),
    )
    expect(cells(after)).toEqual({ a: 'hidden', b: 8, c: 20, d: 'hidden' })
    expect(totals(after)).toEqual({ r1: 'hidden', r2: 'hidden', country: 63 })
  })
})

describe('what is computed from a published table', () => {
  const three = hierarchy(['a', 'b', 'c', 'd'], { r1: ['a', 'b', 'c'] })
  const [table] = publish(three, version('1', { a: 4, b: 8, c: 20, d: 30 }))
  if (table === undefined) throw new Error('no table')

  test('any set of municipalities is the sum of what is told, or hidden where it cuts what is hidden', () => {
    expect(personsIn(table, ['a', 'b'])).toBe(12)
    expect(personsIn(table, ['a', 'b', 'd'])).toBe(42)
    expect(personsIn(table, ['a'])).toBe('hidden')
    expect(personsIn(table, ['a', 'c', 'd'])).toBe('hidden')
    expect(personsIn(table, ['c', 'x'])).toBe('unknown')
    expect(personsIn(table, [])).toBe(0)
  })

  test('a hidden cell is at most the remainder that it is in', () => {
    expect(personsBetween(table, ['a', 'c'])).toEqual({ least: 20, most: 32 })
    expect(personsBetween(table, ['a', 'b', 'c'])).toEqual({ least: 32, most: 32 })
    expect(personsBetween(table, ['x'])).toEqual({ least: 0, most: null })
  })

  test('an estimate is a part of the remainder by inhabitants, whatever the count is', () => {
    const inhabitants = (code: string) => (code === 'a' ? 1000 : 3000)
    expect(estimatedIn(table, 'a', inhabitants)).toBe(3)
    expect(estimatedIn(table, 'b', inhabitants)).toBe(9)
  })
})

describe('a tally', () => {
  test('cannot be written, printed, compared or added', () => {
    const tally = new Tally(4)
    expect(() => JSON.stringify({ users: tally })).toThrow(TypeError)
    expect(() => `${tally}`).toThrow(TypeError)
    // @ts-expect-error a tally is no number
    expect(() => tally + 1).toThrow(TypeError)
    // @ts-expect-error nor comparable with one
    expect(() => tally < 5).toThrow(TypeError)
    // @ts-expect-error nor can anything else be taken for one
    const copy: Tally = { toJSON: tally.toJSON, toString: tally.toString, valueOf: tally.valueOf }
    expect(Object.values(tally)).toEqual([])
    expect(copy).not.toBe(tally)
  })

  test('is read by the gate alone, and the loaded counts by what makes tallies of them', () => {
    const files = readdirSync(join(import.meta.dirname, '../../../service'), { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile() && file.name.endsWith('.ts'))
      .map((file) => join(file.parentPath, file.name))
    const using = (word: RegExp) =>
      files.filter((file) => word.test(readFileSync(file, 'utf8'))).map((file) => relative('service', file))
    expect(using(/\bcounted\b.* from '.*tally\.ts'/)).toEqual(['disclosure/roundedCells.ts'])
    expect(using(/\bpatient_count\b|\bpatientCountTable\b/).toSorted()).toEqual([
      'demand/patientCounts.ts',
      'projections/patientCount.ts',
    ])
  })

  test('is a number from 0 up', () => {
    for (const wrong of [-1, Number.NaN, Number.POSITIVE_INFINITY]) expect(() => new Tally(wrong)).toThrow(RangeError)
  })
})

// Eight municipalities in three regions, of which two merge, and a health council within one of them.
const municipalities = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
const country = hierarchy(municipalities, {
  council: ['a', 'b'],
  r1: ['a', 'b', 'c'],
  r2: ['d', 'e'],
  r3: ['f', 'g', 'h'],
  ost: ['a', 'b', 'c', 'd', 'e'],
})

type Counts = Readonly<Record<string, number | null>>
const cell = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 12 }) },
  { weight: 1, arbitrary: fc.integer({ min: 40, max: 60 }) },
  { weight: 1, arbitrary: fc.constant(null) },
)
/** The next version: of every cell a new count, or the same as before. */
const change = fc.array(fc.oneof({ weight: 2, arbitrary: fc.constant('same' as const) }, cell), {
  minLength: 8,
  maxLength: 8,
})
const history = fc
  .tuple(fc.array(cell, { minLength: 8, maxLength: 8 }), fc.array(change, { maxLength: 3 }))
  .map(([first, changes]) => {
    const versions = [first]
    for (const next of changes)
      versions.push(next.map((one, i) => (one === 'same' ? (versions.at(-1)?.[i] ?? null) : one)))
    return versions.map(
      (counts): Counts => Object.fromEntries(municipalities.map((code, i) => [code, counts[i] ?? null])),
    )
  })
const questions = fc.array(
  fc.record({ version: fc.nat({ max: 3 }), set: fc.subarray(municipalities, { minLength: 1 }) }),
  { maxLength: 12 },
)

type Gate = (versions: readonly DataVersion[]) => readonly PublishedTable[]

/** Small cells that the attacker knows for certain. */
function pinned(gate: Gate, counts: readonly Counts[], asked: readonly Question[]): readonly string[] {
  const tables = gate(counts.map((one, index) => version(String(index), one)))
  const unchanged = (code: string, at: number) => counts[at]?.[code] === counts[at - 1]?.[code]
  return [...attack(tables, unchanged, asked)].flatMap(([where, [least, most]]) => {
    const [code = '', at = ''] = where.split('@')
    return (counts[Number(at)]?.[code] ?? minCell) < minCell && least === most ? [where] : []
  })
}

const gate: Gate = (versions) => publishTables(country, versions, minCell)
/** Hides small cells and nothing else. */
const withoutSecondary: Gate = (versions) =>
  gate(versions).map((table, index) => ({
    ...table,
    municipalities: new Map(
      [...table.municipalities].map(([code, told]) => [
        code,
        told === 'hidden' ? naively(versions[index], code) : told,
      ]),
    ),
    areas: table.areas.map((area) => ({
      ...area,
      count: area.count === 'hidden' ? sumOf(versions[index], area) : area.count,
    })),
  }))
/** Every version for itself. */
const withoutMemory: Gate = (versions) => versions.flatMap((one) => gate([one]))

// The naive gate is made here, from counts that a test may read because it made them.
const known = new WeakMap<DataVersion, Counts>()
function naively(of: DataVersion | undefined, code: string) {
  const count = (of === undefined ? undefined : known.get(of))?.[code] ?? 0
  return count < minCell ? 'hidden' : count
}
function sumOf(of: DataVersion | undefined, area: Area): number {
  return [...area.municipalities].reduce((sum, code) => sum + ((of && known.get(of))?.[code] ?? 0), 0)
}

describe('an attacker with every answer', () => {
  test('cannot tell any small cell, whatever is asked of which versions', () => {
    fc.assert(
      fc.property(history, questions, (counts, asked) => {
        expect(pinned(gate, counts, asked)).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  test('cannot narrow a hidden cell of one version to less than the protection', () => {
    fc.assert(
      fc.property(history, questions, ([first = {}], asked) => {
        const tables = gate([version('1', first)])
        for (const [least, most] of attack(tables, () => false, asked).values())
          expect(most - least).toBeGreaterThanOrEqual(leastShielded(minCell))
      }),
      { numRuns: 500 },
    )
  })

  test('tells small cells from a gate without secondary suppression', () => {
    const found = fc.check(
      fc.property(history, questions, (counts, asked) => {
        const versions = counts.map((one, index) => version(String(index), one))
        for (const [index, one] of versions.entries()) known.set(one, counts[index] ?? {})
        const tables = withoutSecondary(versions)
        const unchanged = (code: string, at: number) => counts[at]?.[code] === counts[at - 1]?.[code]
        for (const [, [least, most]] of attack(tables, unchanged, asked)) if (least === most) return false
        return true
      }),
      { numRuns: 500 },
    )
    expect(found.failed).toBe(true)
  })

  test('tells small cells from a gate that forgets what it told before', () => {
    const found = fc.check(
      fc.property(history, questions, (counts, asked) => pinned(withoutMemory, counts, asked).length === 0),
      { numRuns: 500 },
    )
    expect(found.failed).toBe(true)
    // The plainest case: a was small and is not any more, b is what it was.
    const grown: Counts[] = [
      { a: 4, b: 8, c: 20, d: 30, e: 30, f: 30, g: 30, h: 30 },
      { a: 6, b: 8, c: 20, d: 30, e: 30, f: 30, g: 30, h: 30 },
    ]
    expect(pinned(withoutMemory, grown, [])).toEqual(['a@0'])
    expect(pinned(gate, grown, [])).toEqual([])
  })
})

describe('an attacker who knows how the gate works', () => {
  /**
   * Every possible table is put through the gate; a small cell must have two values among those that look the same. Only
   * where the hidden cells are together no more than the highest count tried: else what is possible was not all tried.
   */
  function knownCells(of: Hierarchy, highest: number, least: number) {
    const codes = of.municipalities
    const seen = new Map<string, Map<string, Set<number>>>()
    for (let number = 0; number < (highest + 1) ** codes.length; number += 1) {
      const count = (index: number) => Math.floor(number / (highest + 1) ** index) % (highest + 1)
      const counts = new Map(codes.map((code, index) => [code, count(index)]))
      const [table] = publishTables(of, [version('1', Object.fromEntries(counts))], least)
      const hidden = codes.filter((code) => table?.municipalities.get(code) === 'hidden')
      if (hidden.reduce((sum, code) => sum + (counts.get(code) ?? 0), 0) > highest) continue
      const look = JSON.stringify([cells(table), totals(table)])
      const group = seen.get(look) ?? new Map<string, Set<number>>()
      seen.set(look, group)
      for (const code of hidden) group.set(code, (group.get(code) ?? new Set()).add(counts.get(code) ?? 0))
    }
    return [...seen].flatMap(([look, group]) =>
      [...group].flatMap(([code, values]) =>
        values.size === 1 && [...values].every((one) => one < least) ? [`${code} is ${[...values]} in ${look}`] : [],
      ),
    )
  }

  test('cannot tell a small cell of one version', () => {
    expect(knownCells(two, 10, 3)).toEqual([])
    const uneven = hierarchy(['a', 'b', 'c', 'd'], { r1: ['a', 'b', 'c'], r2: ['d'] })
    expect(knownCells(uneven, 10, 3)).toEqual([])
  })
})

describe('the areas of Denmark', () => {
  test('lie within one another or apart, and every municipality is in a region and the country', () => {
    const { areas, municipalities: all } = areaHierarchy(geography.areas)
    expect(areas.at(-1)).toMatchObject({ id: 'country' })
    expect(areas.at(-1)?.municipalities.size).toBe(98)
    expect(all).toHaveLength(98)
    for (const a of areas)
      for (const b of areas) {
        const common = [...a.municipalities].filter((code) => b.municipalities.has(code)).length
        expect([0, Math.min(a.municipalities.size, b.municipalities.size)]).toContain(common)
      }
  })
})
