import { describe, expect, it } from 'vitest'
import {
  type Agreement,
  type Column,
  filtered,
  pendingIn,
  selectedIn,
  sorted,
  sortIn,
  sortText,
} from '../../web/pages/riding/agreements.ts'
import { areasLook, schoolPoints, schoolsOf } from '../../web/pages/riding/mapData.ts'
import { agreement, pendingCase } from './ridingFixture.ts'

const openCases = [{ case: 'case-1', number: '26-0001', type: 'A2' }]
const drawn = { whole: ['0791'], parts: [], hypothesis: false, otherRegions: [] }
const county = agreement({
  agreement: 'ra-1',
  schoolName: 'Åkilde',
  hoursTenths: 460,
  accessionDate: '1998-01-15',
  municipality: '0751',
  area: { kind: 'county', county: 'Århus Amt', codes: ['0707', '0751'] },
  drawn: { whole: ['0707', '0751'], parts: ['0746'], hypothesis: false, otherRegions: [] },
  openCases,
})
const short = agreement({
  agreement: 'ra-2',
  school: 'r-2',
  schoolName: 'Blåklokke',
  provider: '990002',
  hoursTenths: 85,
  shortTenths: 15,
})
const guess = agreement({
  agreement: 'ra-3',
  school: 'r-3',
  schoolName: 'Aakær',
  accessionDate: null,
  municipality: '0630',
  area: { kind: 'county', county: 'Vejle Amt', codes: [] },
  drawn: { whole: ['0615', '0630'], parts: ['0746'], hypothesis: true, otherRegions: [] },
  undocumented: ['area', 'accessionDate'],
})
const unknown = agreement({
  agreement: 'ra-4',
  school: 'r-4',
  schoolName: 'Ny',
  municipality: '0665',
  status: 'requested',
  hoursTenths: 120,
  area: { kind: 'unknown' },
  drawn: { ...drawn, whole: [] },
  undocumented: ['area'],
})
const rows = [county, short, guess, unknown]
const areaOf = (row: Agreement) => (row.area.kind === 'county' ? row.area.county : row.area.kind)
const names = (column: Column, descending: boolean) =>
  sorted(rows, column, descending, areaOf).map(({ schoolName }) => schoolName)

describe('the table of agreements', () => {
  it('begins with most hours, and keeps its sort in the address bar', () => {
    expect(sortIn(undefined)).toEqual({ column: 'hours', descending: true })
    expect(sortIn(sortText('accession', true))).toEqual({ column: 'accession', descending: true })
    expect(sortIn('nothing')).toEqual({ column: 'hours', descending: true })
    expect(names('hours', true)).toEqual(['Åkilde', 'Aakær', 'Ny', 'Blåklokke'])
  })

  it('sorts names as Danish does, Aa as Å at the end', () => {
    expect(names('school', false)).toEqual(['Blåklokke', 'Ny', 'Åkilde', 'Aakær'])
  })

  it('puts what is unknown last whichever way', () => {
    for (const descending of [true, false]) {
      expect(names('accession', descending).at(-1)).toBe('Aakær')
      expect(names('area', descending).at(-1)).toBe('Ny')
      expect(names('case', descending)[0]).toBe('Åkilde')
    }
  })

  it('splits into those under ten, with a case and undocumented', () => {
    const ids = (filter: Parameters<typeof filtered>[1]) => filtered(rows, filter).map((row) => row.agreement)
    expect(ids('all')).toHaveLength(4)
    expect(ids('under-10')).toEqual(['ra-2'])
    expect(ids('open-case')).toEqual(['ra-1'])
    // The fourth lacks its area, too, but is only asked for.
    expect(ids('undocumented')).toEqual(['ra-3'])
  })

  it('finds the agreement of the address bar by its id or by the provider number', () => {
    expect(selectedIn(rows, 'ra-3')).toBe(guess)
    expect(selectedIn(rows, '990002')).toBe(short)
    expect(selectedIn(rows, 'gone')).toBeNull()
    expect(selectedIn(rows, undefined)).toBeNull()
  })
})

describe('the case that the ceiling is shown for', () => {
  const plain = pendingCase({ case: 'case-0' })
  const broken = pendingCase({ case: 'case-2', breaches: [{ from: '2026-05-01', to: null, hoursTenths: 40 }] })
  const mine = pendingCase({ case: 'case-1' })

  it('is the one asked for, else the selected row’s, else one in breach, else the first', () => {
    const all = [plain, broken, mine]
    expect(pendingIn(all, 'case-0', county)?.case).toBe('case-0')
    expect(pendingIn(all, undefined, county)?.case).toBe('case-1')
    expect(pendingIn(all, 'gone', short)?.case).toBe('case-2')
    expect(pendingIn([plain, mine], undefined, null)?.case).toBe('case-0')
    expect(pendingIn([], 'case-1', county)).toBeNull()
  })
})

describe('the map’s schools and areas', () => {
  it('adds up a school’s agreements, and counts no hours that are only asked for', () => {
    const second = agreement({ agreement: 'ra-5', hoursTenths: 40, shortTenths: 60 })
    expect(schoolsOf([county, second, unknown])).toEqual([
      { school: 'r-1', name: 'Åkilde', hoursTenths: 500, agreements: 2, started: true, under: true },
      { school: 'r-4', name: 'Ny', hoursTenths: 0, agreements: 1, started: false, under: false },
    ])
  })

  it('leaves out a school without a known place', () => {
    expect(schoolPoints([county, agreement({ school: 'r-9', position: null })]).features).toHaveLength(1)
  })

  it('fills the area looked at, hatches its divided part, and darkens what a takeover would leave', () => {
    expect(areasLook(rows, [county])).toEqual({
      solid: ['0707', '0751'],
      hatched: ['0746'],
      after: ['0751'],
      others: ['0707', '0751', '0791'],
    })
  })

  it('never fills a guess: a county’s name is hatched, an unknown area where the school lies', () => {
    expect(areasLook(rows, [guess])).toMatchObject({ solid: [], hatched: ['0615', '0630', '0746'] })
    expect(areasLook(rows, [unknown])).toMatchObject({ solid: [], hatched: ['0665'] })
  })

  it('shows every gap when nothing is looked at', () => {
    expect(areasLook(rows, [])).toMatchObject({ solid: [], hatched: ['0630', '0665'], after: [] })
  })
})
