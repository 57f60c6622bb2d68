import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ActivityFigures, ActivityPeriod, yearBefore } from '#events/activity'
import { type ToldTable, toldFigures, type Version } from '#service/halfYears/toldFigures'
import { type Equation, rangeOf } from '../disclosure/attacker.ts'

const minCell = 5
const [h1, before] = [ActivityPeriod.parse('2026-H1'), ActivityPeriod.parse('2025-H1')]

/** Patients and progressive patients of a municipality, and nothing else of interest. */
type Pair = readonly [patients: number, progressive: number | null]
function figures([patients, progressivePatients]: Pair): ActivityFigures {
  const services = { groupServices: 10 * patients, individualServices: 20 * patients, homeServices: patients }
  return { patients, progressivePatients, progressiveIndividualServices: 7, ...services, oere: 1, priceLevelYear: 2024 }
}
function version(pairs: Readonly<Record<string, Pair>>, period = h1, toldTo = Object.keys(pairs)): Version {
  const all = Object.entries(pairs).map(([code, pair]) => [code, figures(pair)] as const)
  return { period, figures: new Map(all), toldTo: new Set(toldTo) }
}
function last(codes: readonly string[], ...versions: readonly Version[]): ToldTable {
  const table = toldFigures(codes, versions, minCell).at(-1)
  if (table === undefined) throw new Error('no version')
  return table
}
const patientsIn = (table: ToldTable, codes: readonly string[]) => codes.map((code) => table.own(code, 'patients'))

describe('one half-year (R-40)', () => {
  it('of 8 and 4 that make 12 both are hidden, and the total is told', () => {
    const table = last(['a', 'b'], version({ a: [8, null], b: [4, null] }))
    expect(patientsIn(table, ['a', 'b'])).toEqual(['hidden', 'hidden'])
    // Two that are together less than nine cannot shield one another: not even the sum is told of them here.
    expect(last(['a', 'b', 'c'], version({ a: [9, null], b: [4, null], c: [70, null] })).region('patients')).toBe(83)
  })

  it('hides beside a small one the municipality with the fewest inhabitants, not the one with the fewest patients', () => {
    const table = last(['a', 'b', 'c'], version({ a: [4, null], b: [60, null], c: [30, null] }))
    expect(patientsIn(table, ['a', 'b', 'c'])).toEqual(['hidden', 'hidden', 30])
    expect(table.own('a', 'groupServices')).toBe('hidden')
    expect(table.region('groupServices')).toBe(940)
  })

  it('hides both parts of the patients where either is small, and the same of another municipality', () => {
    const table = last(['a', 'b', 'c'], version({ a: [100, 97], b: [60, 30], c: [50, 20] }))
    expect(patientsIn(table, ['a', 'b', 'c'])).toEqual([100, 60, 50])
    for (const measure of ['progressivePatients', 'otherPatients', 'progressiveIndividualServices'] as const)
      expect(['a', 'b', 'c'].map((code) => table.own(code, measure) === 'hidden')).toEqual([true, true, false])
    expect(table.region('progressivePatients')).toBe(147)
    expect(table.region('otherPatients')).toBe(63)
  })

  it('unknown is not zero and not hidden; a sum with an unknown part is unknown', () => {
    const table = last(['a', 'b'], version({ a: [40, null], b: [50, 20] }))
    expect([table.own('a', 'progressivePatients'), table.own('b', 'progressivePatients')]).toEqual(['unknown', 20])
    expect([table.region('progressivePatients'), table.region('patients')]).toEqual(['unknown', 90])
    expect(last(['a', 'b'], version({ b: [50, 20] })).own('a', 'patients')).toBe('unknown')
  })
})

describe('beside earlier packages', () => {
  it('a correction does not tell what was hidden: 4 that become 6 stay hidden beside their unchanged helper', () => {
    const first = version({ a: [4, null], b: [60, null], c: [30, null] })
    const second = version({ a: [6, null], b: [60, null], c: [30, null] })
    expect(patientsIn(last(['a', 'b', 'c'], second), ['a', 'b', 'c'])).toEqual([6, 60, 30])
    expect(patientsIn(last(['a', 'b', 'c'], first, second), ['a', 'b', 'c'])).toEqual(['hidden', 'hidden', 30])
  })

  it('nor does the year before, which stands in the same package', () => {
    const earlier = version({ a: [4, null], b: [60, null], c: [30, null] }, before)
    const now = version({ a: [6, null], b: [60, null], c: [31, null] })
    expect(patientsIn(last(['a', 'b', 'c'], earlier, now), ['a', 'b', 'c'])).toEqual(['hidden', 'hidden', 31])
  })

  it('what nobody was told can still be hidden beside another', () => {
    const codes = ['a', 'b', 'c']
    const first = (toldTo: readonly string[]) =>
      version({ a: [20, null], b: [60, null], c: [30, null] }, h1, [...toldTo])
    const second = version({ a: [4, null], b: [60, null], c: [30, null] })
    expect(patientsIn(last(codes, first(['a', 'c']), second), codes)).toEqual(['hidden', 'hidden', 30])
    // Known already to be 60, it would hide nothing.
    expect(patientsIn(last(codes, first(['a', 'b']), second), codes)).toEqual(['hidden', 60, 'hidden'])
  })

  it('versions that come later change nothing in those before', () => {
    fc.assert(
      fc.property(fc.array(cells(5), { minLength: 2, maxLength: 4 }), (rows) => {
        const codes = ['a', 'b', 'c', 'd', 'e']
        const versions = rows.map((row) => version(named(codes, row)))
        const all = toldFigures(codes, versions, minCell)
        for (const [index, table] of toldFigures(codes, versions.slice(0, -1), minCell).entries())
          expect(patientsIn(table, codes)).toEqual(patientsIn(all[index] ?? table, codes))
      }),
      { numRuns: 60 },
    )
  })
})

/** Patients and progressive patients of each municipality; small ones come often. */
function cells(length: number): fc.Arbitrary<readonly Pair[]> {
  const count = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 5, max: 60 }))
  const pair = fc.tuple(count, count).map(([progressive, other]): Pair => [progressive + other, progressive])
  return fc.array(pair, { minLength: length, maxLength: length })
}
function merged(was: readonly Pair[], other: readonly Pair[], changed: readonly boolean[]): readonly Pair[] {
  return was.map((pair, index) => (changed[index] ? (other[index] ?? pair) : pair))
}
function named(codes: readonly string[], row: readonly Pair[]): Readonly<Record<string, Pair>> {
  return Object.fromEntries(codes.map((code, index) => [code, row[index] ?? [0, 0]]))
}

describe('an attacker who has every municipality’s package', () => {
  it('and knows what did not change is left with at least five counts that a hidden small one can be', () => {
    const codes = ['a', 'b', 'c', 'd']
    const change = fc.array(fc.boolean(), { minLength: 4, maxLength: 4 })
    const later = fc.array(fc.tuple(cells(4), change), { minLength: 0, maxLength: 2 })
    fc.assert(
      fc.property(cells(4), later, fc.boolean(), (first, changes, beganYearBefore) => {
        const rows = [first]
        for (const [other, changed] of changes) rows.push(merged(rows.at(-1) ?? first, other, changed))
        const periodAt = (at: number) => (at === 0 && beganYearBefore ? before : h1)
        const versions = rows.map((row, at) => version(named(codes, row), periodAt(at)))
        const tables = toldFigures(codes, versions, minCell)
        // What did not change is one unknown: more than anybody is told.
        const name = (code: string, part: string, at: number): string => {
          const index = codes.indexOf(code)
          const isSame = at > 0 && String(rows[at]?.[index]) === String(rows[at - 1]?.[index])
          return isSame ? name(code, part, at - 1) : `${code} ${part} ${at}`
        }
        const known = equations(codes, tables, name)
        for (const [at, row] of rows.entries())
          for (const [index, [patients, progressive]] of row.entries())
            for (const [part, count] of [
              ['progressivePatients', progressive ?? 0],
              ['otherPatients', patients - (progressive ?? 0)],
            ] as const) {
              const code = codes[index] ?? ''
              if (count >= minCell) continue
              expect(tables[at]?.own(code, part)).toBe('hidden')
              const [least, most] = rangeOf(name(code, part, at), known)
              expect(most - least).toBeGreaterThanOrEqual(minCell - 1)
            }
      }),
      { numRuns: 300 },
    )
  })
})

/** Everything told, as sums of the two parts of each municipality's patients. */
function equations(
  codes: readonly string[],
  tables: readonly ToldTable[],
  name: (code: string, part: string, at: number) => string,
): readonly Equation[] {
  const parts = {
    progressivePatients: ['progressivePatients'],
    otherPatients: ['otherPatients'],
    patients: ['progressivePatients', 'otherPatients'],
  } as const
  return tables.flatMap((table, at) =>
    Object.entries(parts).flatMap(([key, of]) => {
      // The keys of `parts` are measures.
      const measure = key as keyof typeof parts
      const told = (who: readonly string[], sum: unknown): Equation[] =>
        typeof sum === 'number'
          ? [{ unknowns: who.flatMap((code) => of.map((part) => name(code, part, at))), sum }]
          : []
      return [...codes.flatMap((code) => told([code], table.own(code, measure))), ...told(codes, table.region(measure))]
    }),
  )
}

it('the year before is the period whose packages are told beside', () => {
  expect(yearBefore(h1)).toBe(before)
})
