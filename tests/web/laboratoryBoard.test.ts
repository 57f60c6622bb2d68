import { describe, expect, it } from 'vitest'
import { capProposalView } from '#api/views/capProposal'
import { scenarioComparisonView } from '#api/views/scenario'
import { EventId } from '#events/envelope'
import { MunicipalityCode, PlanningAreaId, RegionCode } from '#events/identifiers'
import { PlannedScenarioId } from '#events/scenario'
import { EffectiveDate, RecordedAt } from '#events/time'
import { movesWithScenarios } from '../../web/live.ts'
import { classOf } from '../../web/map/classes.ts'
import { capFigures, capScale, placesOn } from '../../web/pages/laboratory/capFigures.ts'
import { comparisonFigures, comparisonScale } from '../../web/pages/laboratory/comparisonFigures.ts'
import { only } from '../../web/pages/laboratory/gridKeys.ts'
import { labChecks } from '../../web/pages/laboratory/labChecks.ts'
import { cellKey, matrixOf } from '../../web/pages/laboratory/matrix.ts'
import { cellAt, cellsIn, laidOut, locksMeant, pasteCells, placeOf } from '../../web/pages/laboratory/matrixRows.ts'
import {
  nothingBecause,
  proposalAreaName,
  proposalParams,
  proposedLines,
} from '../../web/pages/laboratory/proposalAsked.ts'
import { scenarioId } from '../../web/pages/laboratory/scenarioId.ts'
import { sharedBy } from '../../web/pages/laboratory/sharedBy.ts'
import { boardsAt, lacksRegion } from '../../web/pages/laboratory/useBoards.ts'
import { addressSaid } from '../../web/pages/laboratory/useChangeWords.ts'
import { compared } from '../../web/pages/laboratory/useComparison.ts'
import { da } from '../../web/text/da.ts'
import { answer, value } from './capsFixture.ts'

const sclerosis = { group: 'multiple-sclerosis', documented: 14, people: value(300), share: 9.9, cap: 10 }
const als = { group: 'als', documented: 1, people: value(20), share: 0.7, cap: 1 }
const board = answer([
  { code: '1081', given: [als, sclerosis], municipalities: ['0851', '0773'] },
  { code: '1082', given: [als, { ...sclerosis, documented: 3 }], municipalities: ['0741'] },
])
const matrix = matrixOf(board, board, 'prevalence', new Map())
const noProblems = { errors: 0, warnings: 0, informations: 0 }

describe('the matrix on the screen', () => {
  const laid = laidOut(board, '1081')

  it('has the municipalities below the area that is opened, and the sum last', () => {
    expect(
      laid.rows.map((row) => (row.kind === 'area' ? row.area.code : row.kind === 'sum' ? 'sum' : row.code)),
    ).toEqual(['1081', '0851', '0773', '1082', 'sum'])
    expect(laid.size).toEqual({ rows: 6, columns: 3 })
  })

  it('has no sum where areas have municipalities in common, and names them by the areas that have them', () => {
    const municipality = MunicipalityCode.array().parse(['0851', '0773'])
    const overlaps = municipality.map((code) => ({ municipality: code, areas: ['1081', '1082'] }))
    const both = { ...board, overlaps }
    expect(laidOut(both, undefined).rows.map(({ kind }) => kind)).toEqual(['area', 'area'])
    expect(sharedBy(both)).toEqual([{ municipalities: ['0851', '0773'], areas: ['Region 1081', 'Region 1082'] }])
    expect(sharedBy(board)).toEqual([])
  })

  it('has cells to set on areas alone', () => {
    expect(cellAt(laid, matrix, { row: 1, column: 2 })).toMatchObject({ area: '1081', group: 'multiple-sclerosis' })
    expect(cellAt(laid, matrix, { row: 2, column: 2 })).toBeUndefined()
    expect(cellAt(laid, matrix, { row: 5, column: 2 })).toBeUndefined()
    expect(placeOf(laid, '1082', 'als')).toEqual({ row: 4, column: 1 })
    expect(placeOf(laid, '1082')).toEqual({ row: 4, column: 0 })
    expect(placeOf(laid, '1083', 'als')).toBeNull()
  })

  it('skips what cannot be set in a selection and in a paste', () => {
    expect(
      cellsIn(laid, matrix, only({ row: 0, column: 1 }))
        .flat()
        .map(({ area }) => area),
    ).toEqual(['1081', '1082'])
    const cellOf = pasteCells(laid, matrix, { row: 1, column: 1 })
    expect(cellOf(1, 0)).toMatchObject({ area: '1082', group: 'als' })
    expect(cellOf(2, 0)).toBeUndefined()
    expect(cellOf(0, 2)).toBeUndefined()
  })

  it('locks rows from their names, columns from their heads, and cells otherwise', () => {
    expect(locksMeant(laid, matrix, only({ row: 4, column: 0 }))).toEqual([{ area: '1082', group: null }])
    expect(locksMeant(laid, matrix, only({ row: 0, column: 2 }))).toEqual([{ area: null, group: 'multiple-sclerosis' }])
    expect(locksMeant(laid, matrix, only({ row: 1, column: 1 }))).toEqual([{ area: '1081', group: 'als' }])
  })
})

describe('checks while caps are set', () => {
  it('name who is over, in the group and in all', () => {
    const checks = labChecks(matrix, 'multiple-sclerosis', noProblems, board)
    expect(checks).toContainEqual({ code: 'over', outcome: 'breach', of: [{ area: '1081', count: 4 }] })
    expect(checks).toContainEqual({ code: 'all', outcome: 'breach', count: 4 })
    expect(checks.map(({ code }) => code)).not.toContain('within')
  })

  it('tell that the sum is no longer as in A, which a redistribution keeps', () => {
    const moved = matrixOf(
      board,
      board,
      'prevalence',
      new Map([
        ['1081|multiple-sclerosis', 12],
        ['1082|multiple-sclerosis', 8],
      ]),
    )
    expect(labChecks(moved, 'multiple-sclerosis', noProblems, board)).toContainEqual({
      code: 'sumSame',
      outcome: 'pass',
      cap: 20,
    })
    const more = matrixOf(board, board, 'prevalence', new Map([['1081|multiple-sclerosis', 14]]))
    expect(labChecks(more, 'multiple-sclerosis', noProblems, board)).toContainEqual({
      code: 'sumDiffers',
      outcome: 'needs-information',
      cap: 24,
      before: 20,
    })
  })

  it('name an area with more places than physiotherapists, and none with as many', () => {
    const capped = (cap: number) =>
      labChecks(
        matrixOf(board, board, 'prevalence', new Map([['1081|multiple-sclerosis', cap]])),
        'multiple-sclerosis',
        noProblems,
        { areas: board.areas.map((area) => ({ ...area, physiotherapists: 35 })), overlaps: [] },
      )
    expect(capped(36)).toContainEqual({
      code: 'beyond',
      outcome: 'needs-information',
      of: [{ area: '1081', cap: 36, count: 35 }],
    })
    expect(capped(35).map(({ code }) => code)).not.toContain('beyond')
  })

  it('say nothing of a sum where areas have municipalities in common', () => {
    const shared = { ...board, overlaps: [{ municipality: MunicipalityCode.parse('0661'), areas: ['1081', '1082'] }] }
    const codes = (of: typeof shared) => labChecks(matrix, 'multiple-sclerosis', noProblems, of).map(({ code }) => code)
    expect(codes({ ...shared, overlaps: [] })).toContain('sumSame')
    expect(codes(shared)).not.toContain('sumSame')
    expect(codes(shared)).not.toContain('sumDiffers')
  })

  it('put changes that cannot be done first', () => {
    expect(labChecks(matrix, 'als', { errors: 2, warnings: 1, informations: 0 }, board)[0]).toEqual({
      code: 'errors',
      outcome: 'breach',
      count: 2,
    })
  })
})

const at = { effectiveOn: '2026-03-12', recordedAt: 'now', scenario: null, ordinal: 7, synthetic: true }
const side = (scenario: string) => ({ scenario, name: scenario, key: 'k', asOf: '2026-03-12' })

/** What of the answer is turned to the screen. */
const answerOf = scenarioComparisonView.response.omit({ at: true, proof: true })

describe('a comparison', () => {
  const given = {
    a: side('sc-aaaaaaaaaa'),
    sameBase: true,
    group: 'als',
    service: 'clinic',
    max: 30,
    unit: 'minutes',
    figures: [{ figure: 'coveredShare', unit: 'share', base: 0.7, a: 0.8, b: 0.7 }],
    rows: [
      { municipality: '0741', name: 'Samsø', region: '1082', people: 3700, base: 0.2, a: 0.5, b: 0.2, difference: -30 },
      { municipality: '0751', name: 'Aarhus', region: '1082', people: 9, base: 0.9, a: 0.9, b: 0.9, difference: 0 },
    ],
  }

  it('with the register has the register as A, whichever way the service counts', () => {
    const { figures, rows } = compared(answerOf.parse({ ...given, b: null }))
    expect(figures[0]).toMatchObject({ a: 0.7, b: 0.8 })
    expect(rows[0]).toMatchObject({ a: 0.2, b: 0.5, difference: 30 })
    expect(Object.is(rows[1]?.difference, 0)).toBe(true)
  })

  it('of two scenarios is as the service has it', () => {
    const { rows } = compared(answerOf.parse({ ...given, b: side('sc-bbbbbbbbbb') }))
    expect(rows[0]).toMatchObject({ a: 0.5, b: 0.2, difference: -30 })
  })

  it('colours a difference of nothing as unchanged, worse to one side and better to the other', () => {
    const rows = [-40, -5, 0, 5, 40].map((difference, index) => ({
      municipality: `074${index}`,
      name: '',
      people: 1,
      a: null,
      b: null,
      difference,
    }))
    const say = { text: () => '', said: () => '' }
    const classes = [...comparisonFigures(rows, 'difference', say).values()].map((figure) => figure.class)
    expect(classes).toEqual([0, 2, comparisonScale('difference').middle, 4, 6])
  })
})

describe('the map of caps', () => {
  const waiting = new Map([[cellKey('1082', 'multiple-sclerosis'), 12] as const])
  const edited = matrixOf(board, board, 'prevalence', waiting)
  const say = {
    name: (code: string) => code,
    text: (value: number | null) => String(value),
    said: () => '',
  }
  const classes = (side: 'a' | 'b' | 'difference') =>
    [...capFigures(board.areas, edited, 'multiple-sclerosis', side, say).values()].map(
      ({ code, value, class: of }) => `${code} ${value} ${of}`,
    )

  it('shows free places on both sides, and how much a cap differs, the moment that it is set', () => {
    expect(classes('a')).toEqual(['0851 -4 1', '0773 -4 1', '0741 7 6'])
    expect(classes('b')).toEqual(['0851 -4 1', '0773 -4 1', '0741 9 6'])
    expect(classes('difference')).toEqual(['0851 0 3', '0773 0 3', '0741 2 5'])
  })

  it('has classes of whole places, each number in the one that the legend names', () => {
    const places = [-6, -5, -4, -2, -1, 0, 1, 2, 4, 5]
    expect(places.map((value) => classOf(capScale.limits, value))).toEqual([0, 0, 1, 1, 2, 3, 4, 5, 5, 6])
    expect(classOf(capScale.limits, null)).toBeNull()
  })

  it('knows nothing of a cell that is not there or whose cap is unknown', () => {
    expect(placesOn('b', undefined)).toBeNull()
    const cell = edited.get(cellKey('1082', 'multiple-sclerosis'))
    if (cell === undefined) throw new Error('no cell')
    expect(placesOn('difference', { ...cell, before: null })).toBeNull()
    expect(placesOn('a', { ...cell, before: null })).toBeNull()
  })

  it('keeps the cells that nothing was done to as the objects they were', () => {
    for (const [key, cell] of edited)
      if (waiting.has(key)) expect(cell).not.toBe(matrix.get(key))
      else expect(cell).toBe(matrix.get(key))
    expect(matrixOf(board, board, 'users', new Map()).get(cellKey('1081', 'als'))).not.toBe(
      matrix.get(cellKey('1081', 'als')),
    )
  })

  it('is not asked for again when a scenario changed that it does not show', () => {
    expect(movesWithScenarios(['view', 'scenarios', {}])).toBe(true)
    expect(movesWithScenarios(['view', 'caps', { kind: 'region', scenario: 'sc-aaaaaaaaaa' }])).toBe(true)
    expect(movesWithScenarios(['view', 'caps', { kind: 'region' }])).toBe(false)
    expect(movesWithScenarios(['items', '/ogc/collections/clinics/items?scenario=sc-aaaaaaaaaa'])).toBe(true)
    expect(movesWithScenarios(['items', '/ogc/collections/clinics/items'])).toBe(false)
    expect(movesWithScenarios(['items', '/ogc/collections/clinics/items?scenario=sc-aaaaaaaaaa', 'key'])).toBe(false)
  })
})

describe('the two boards', () => {
  const scenario = {
    scenario: PlannedScenarioId.parse('sc-aaaaaaaaaa'),
    asOf: EffectiveDate.parse('2027-01-01'),
    base: {
      event: EventId.parse('0191a2b3-0000-7000-8000-000000000001'),
      recordedAt: RecordedAt.parse('2026-11-20T08:00:00.000Z'),
      events: 12,
    },
  }
  const b = { asOf: '2027-01-01', scenario: 'sc-aaaaaaaaaa' }

  it('are the scenario and the register as it was known at its base, from the first event after it on', () => {
    expect(boardsAt({ ...scenario, behind: 0 }, undefined)).toEqual({ a: { asOf: '2027-01-01' }, b })
    const a = { asOf: '2027-01-01', asKnownAt: '2026-11-20T08:00:00.000Z' }
    expect(boardsAt({ ...scenario, behind: 1 }, undefined)).toEqual({ a, b })
    const other = { asOf: '2027-01-01', scenario: 'sc-bbbbbbbbbb' }
    expect(boardsAt({ ...scenario, behind: 1 }, 'sc-bbbbbbbbbb')).toEqual({ a: other, b })
  })

  it('of municipalities want a region first', () => {
    expect(lacksRegion('municipality', null)).toBe(true)
    expect(lacksRegion('municipality', '1082')).toBe(false)
    expect(lacksRegion('region', null)).toBe(false)
  })
})

describe('a proposal', () => {
  const where = { scenario: 'sc-aaaaaaaaaa', asOf: '2026-03-12', region: '1082', kind: 'municipality' } as const
  const asked = {
    method: 'largestRemainder',
    basis: 'prevalence',
    minimum: 1,
    floorMinutes: null,
    group: null,
    frame: null,
    lot: null,
  } as const

  it('is asked with the locks as the contract writes them, and a frame only for one group', () => {
    const locks = [
      { area: '0741', group: null },
      { area: null, group: 'als' },
    ]
    const params = proposalParams({ ...asked, group: 'als', frame: 4 }, { ...where, locks })
    expect(params).toMatchObject({ locked: '0741/*,*/als', groups: 'als', frames: 'als:4' })
    expect(capProposalView.params.safeParse(params).success).toBe(true)
    const all = proposalParams({ ...asked, frame: 4 }, { ...where, locks: [] })
    expect(Object.keys(all)).not.toContain('frames')
    expect(capProposalView.params.safeParse(all).success).toBe(true)
  })

  it('names what is left of a region as such, and never as the region', () => {
    const area = { region: RegionCode.parse('1082'), municipalities: [] }
    const areas = [
      {
        ...area,
        ref: { kind: 'planningArea' as const, code: PlanningAreaId.parse('vest') },
        code: 'vest',
        name: 'Vest',
      },
      { ...area, ref: null, code: 'rest-1082', name: 'Region Midtjylland' },
    ]
    const words = { pool: da.laboratory.propose.poolName, restOf: (region: string) => `resten af ${region}` }
    const said = ['vest', 'rest-1082', '*pool'].map((code) => proposalAreaName(areas, code, words))
    expect(said).toEqual(['Vest', 'resten af Region Midtjylland', 'de små områder tilsammen'])
    expect(da.laboratory.propose.restOf).toBe('resten af {{region}}')
  })

  const cell = (area: string, proposed: number | null, why = 'size', certain = proposed) => ({
    area,
    people: value(9),
    share: 1.5,
    current: null,
    proposed,
    certain,
    change: null,
    why,
    byBasis: { prevalence: null, users: null, observed: null },
    leavesQuota: null,
    losesWhenFrameGrows: false,
  })
  /** The service's answer for one group, with the cells and what else is said of it. */
  const proposalOf = (cells: readonly ReturnType<typeof cell>[], group: object = {}) =>
    capProposalView.response.parse({
      at,
      kind: 'municipality',
      method: 'largestRemainder',
      basis: 'prevalence',
      minimum: 0,
      floor: null,
      areas: cells.map(({ area: code }) => ({
        ref: code.startsWith('rest') ? null : { kind: 'municipality', code },
        code,
        name: code,
        region: '1082',
        municipalities: [],
      })),
      crossing: [],
      overlaps: [],
      groups: [
        {
          group: 'als',
          kind: 'group',
          region: '1082',
          frame: 5,
          frameFrom: 'rule',
          missing: [],
          ties: [],
          lot: null,
          pool: null,
          infeasible: null,
          cells,
          ...group,
        },
      ],
    })

  it('changes only the cells that it gives another cap, never a locked one or what is no area, and of a tie what is certain', () => {
    const proposal = proposalOf([
      cell('0741', 2),
      cell('0751', 1),
      cell('0756', null),
      cell('0760', 9, 'locked'),
      cell('0766', null, 'tie', 3),
      cell('rest-1082', 1),
    ])
    expect(proposedLines(proposal, () => 1).map(({ area: { code }, cap }) => [code, cap])).toEqual([
      ['0741', 2],
      ['0766', 3],
    ])
  })

  it('says what keeps it from changing anything', () => {
    const one = [cell('0741', 2)]
    expect(nothingBecause(proposalOf([]))).toBe('noAreas')
    expect(nothingBecause(proposalOf(one, { frame: null }))).toBe('noFrame')
    const infeasible = { code: 'lockedAboveFrame', frame: 5, locked: 6 }
    expect(nothingBecause(proposalOf(one, { infeasible }))).toBe('infeasible')
    const hidden = [cell('0741', null, 'hidden'), cell('0751', null, 'unknown')]
    expect(nothingBecause(proposalOf(hidden))).toBe('hidden')
    expect(nothingBecause(proposalOf([...hidden, cell('0756', 2, 'locked')]))).toBe('locked')
    expect(nothingBecause(proposalOf([...hidden, cell('0756', 2)]))).toBe('same')
  })
})

describe('the address of a change in words', () => {
  it('has its town, once', () => {
    expect(addressSaid({ text: 'Strandvejen 95A', town: 'Aarhus' })).toBe('Strandvejen 95A, Aarhus')
    expect(addressSaid({ text: 'Nygade 12, 8000 Aarhus C', town: 'Aarhus C' })).toBe('Nygade 12, 8000 Aarhus C')
    expect(addressSaid({ text: 'Randers', town: 'Randers' })).toBe('Randers')
    expect(addressSaid({ text: 'Vej 1', town: null })).toBe('Vej 1')
  })
})

describe('the id of a new scenario', () => {
  it('is sc- and ten letters or digits, and another each time', () => {
    expect(scenarioId()).toMatch(/^sc-[a-z0-9]{10}$/)
    expect(new Set(Array.from({ length: 50 }, scenarioId)).size).toBe(50)
  })
})
