import { describe, expect, it } from 'vitest'
import { DiagnosisGroupId, MunicipalityCode, RegionCode } from '#events/identifiers'
import { EffectiveDate } from '#events/time'
import type { Answer } from '../../web/api.ts'
import { classOf } from '../../web/map/classes.ts'
import { coverageFigures, looksOf } from '../../web/map/coverageFigures.ts'
import { changeScale, scaleOf } from '../../web/map/coverageScale.ts'
import { isDark } from '../../web/map/palette.ts'
import { supplyPlaces } from '../../web/map/supplySymbols.ts'
import { coverageLines } from '../../web/pages/map/coverageLines.ts'
import { geojsonOf, originOf, recordsOf } from '../../web/pages/map/coverageRecords.ts'
import { groupsLike } from '../../web/pages/map/groupsLike.ts'
import { scoreDecimals } from '../../web/pages/map/scoreDecimals.ts'
import { tableLines } from '../../web/pages/map/tableLines.ts'
import { withCoverage } from '../../web/pages/map/withCoverage.ts'
import { csvNumber } from '../../web/parts/csv.ts'

type Coverage = Answer<'coverage'>
type Row = Coverage['rows'][number]
type Users = NonNullable<Row['users']>

function row(code: string, value: number | null, more: Partial<Row> = {}): Row {
  return {
    municipality: MunicipalityCode.parse(code),
    name: `Kommune ${code}`,
    region: RegionCode.parse('1082'),
    people: 1000,
    within: 0,
    beyond: 1000,
    unreachable: 0,
    share: value,
    withinWithOffers: 0,
    meanCost: null,
    value,
    persons: 0,
    look: value === null ? 'unknown' : value === 0 ? 'zero' : 'known',
    users: null,
    ...more,
  }
}

function answer(rows: readonly Row[], more: Partial<Coverage> = {}): Coverage {
  const {
    municipality: _,
    name: __,
    region: ___,
    persons: ____,
    look: _____,
    users: ______,
    ...total
  } = row('0751', 0.5)
  return {
    at: {
      effectiveOn: EffectiveDate.parse('2026-01-01'),
      recordedAt: 'now',
      scenario: null,
      ordinal: 7,
      synthetic: true,
    },
    group: DiagnosisGroupId.parse('als'),
    service: 'clinic',
    usesGroup: true,
    recorded: true,
    max: 30,
    unit: 'minutes',
    measure: 'share',
    k: 2,
    proof: {
      engine: 'surface',
      instead: null,
      detourHundredths: null,
      bands: [],
      method: null,
      decay: null,
      populationAsOf: EffectiveDate.parse('2026-01-01'),
      populationSource: null,
      ground: 'abc',
    },
    breaks: [0.2, 0.4, 0.6, 0.8, 0.95],
    method: 'fixed',
    total,
    offersCounted: false,
    users: null,
    equity: { of: 'cost', overNearest: true, worstTenth: null, gini: null, palma: null, leftOut: 0 },
    rows: [...rows],
    sites: [],
    uncounted: [],
    offers: [],
    offersUnknown: 0,
    ...more,
  }
}

const words = { label: String, said: () => 'sagt', absent: (look: string) => look }

describe('figures of the coverage layer', () => {
  it('class a share as its legend does, and leave what is not known without class and rank', () => {
    const of = answer([row('0751', 0.9), row('0661', 0), row('0741', null, { look: 'unreachable' })])
    const figures = coverageFigures(of, undefined, scaleOf(of), words)
    expect(figures.get('0751')).toMatchObject({ value: 0.9, class: 4, rank: 1 })
    expect(figures.get('0661')).toMatchObject({ value: 0, class: 0, rank: 2 })
    expect(figures.get('0741')).toMatchObject({ value: null, class: null, rank: null, absent: 'unreachable' })
    expect(looksOf(of, undefined)).toEqual({ zero: ['0661'], unreachable: ['0741'], unknown: [] })
    // Held against a date without Samsø's road, and without any figure for Aarhus.
    const before = answer([row('0751', null), row('0661', 0), row('0741', null)])
    expect(looksOf(of, before)).toEqual({ zero: [], unreachable: ['0741'], unknown: ['0751', '0741'] })
  })

  it('share a rank among equals, and the next one comes after all of them', () => {
    const of = answer([row('0751', 1), row('0661', 0.5), row('0657', 0.5), row('0615', 0.2)])
    const figures = coverageFigures(of, undefined, scaleOf(of), words)
    const ranks = ['0751', '0661', '0657', '0615'].map((code) => figures.get(code))
    expect(ranks.map((one) => [one?.rank, one?.isShared])).toEqual([
      [1, false],
      [2, true],
      [2, true],
      [4, false],
    ])
  })

  it('rank the shortest way first where the measure is a cost', () => {
    const of = answer([row('0751', 12), row('0661', 48)], { measure: 'nearest', breaks: [10, 20, 30, 40, 50] })
    const figures = coverageFigures(of, undefined, scaleOf(of), words)
    expect(figures.get('0751')?.rank).toBe(1)
    expect(figures.get('0661')).toMatchObject({ rank: 2, class: 4 })
  })

  it('hold two dates against each other; a date without a value makes no change', () => {
    const before = answer([row('0751', 0.5), row('0661', null)])
    const now = answer([row('0751', 0.9), row('0661', 0.3)])
    const figures = coverageFigures(now, before, changeScale('share'), words)
    expect(figures.get('0751')?.value).toBeCloseTo(0.4)
    expect(figures.get('0751')?.class).toBe(6)
    expect(figures.get('0661')?.value).toBeNull()
  })
})

describe('the scale of a change', () => {
  it('has no change in its middle, and blue for better whichever way the measure runs', () => {
    for (const measure of ['share', 'nearest', 'kth', 'crowding'] as const) {
      const { limits, ramp, middle } = changeScale(measure)
      expect(ramp).toHaveLength(limits.length + 1)
      expect(classOf(limits, 0)).toBe(middle)
      const more = ramp[classOf(limits, 1000) ?? -1]
      expect(more).toBe(measure === 'share' || measure === 'crowding' ? '--div-pos-3' : '--div-neg-3')
    }
  })
})

describe('symbols of supply', () => {
  it('are one for who counts, another for who is in grace and a third for everybody else; who has no place is not drawn', () => {
    const site = { kind: 'clinic', id: 'k1', name: 'K', municipality: null, position: [10, 56], persons: 2 } as const
    const uncounted = [
      { ...site, reason: 'grace', until: EffectiveDate.parse('2026-08-30') },
      { ...site, reason: 'noCapacity', until: null },
      { ...site, reason: 'noPlace', position: null, until: null },
    ] as const
    const offer = { municipality: MunicipalityCode.parse('0751'), name: 'Sted', position: [10, 56] } as const
    const { features } = supplyPlaces(
      {
        sites: [{ ...site, position: [10, 56] }],
        uncounted: uncounted.map((one) => ({ ...one, position: one.position === null ? null : [10, 56] })),
        offers: [{ ...offer, position: [10, 56] }],
      },
      { counted: (persons) => `${persons}`, uncounted: ({ reason }) => reason, offer: 'tilbud' },
    )
    expect(features.map(({ properties }) => properties.symbol)).toEqual(['offer', 'grace', 'out', 'clinic'])
    expect(features.map(({ properties }) => properties.said)).toEqual(['tilbud', 'grace', 'noCapacity', '2'])
  })
})

describe('exports', () => {
  const now = answer([row('0751', 0.9), row('0741', null, { look: 'unreachable' })])
  const said = { title: 'ALS', sources: ['FOLK1A', 'Register'], today: '2026-03-12' }
  const origin = originOf(now, answer([row('0751', 0.5)]), said)
  const danish = {
    heading: (column: string) => column,
    number: (value: number | null, decimals: number) => csvNumber(value, 'da', decimals),
    region: String,
    look: (look: string) => `(${look})`,
    told: (told: Users['told']) => (told.state === 'value' ? `${told.value}` : told.state),
    within: ({ within, isEstimate }: Users) =>
      within.state === 'value' ? `${within.value}${isEstimate ? ' (anslået)' : ''}` : within.state,
  }
  const columnsOf = (of: Coverage, before?: Coverage) => {
    const [head = [], ...lines] = coverageLines(of, before, danish)
    return { head, at: (column: string) => lines.map((line) => line[head.indexOf(column)]) }
  }

  it('say where every record comes from, and that the register is synthetic', () => {
    expect(origin).toMatchObject({
      asOf: '2026-01-01',
      recordedAt: '2026-03-12',
      group: 'als',
      limit: 30,
      engine: 'surface',
      dataVersion: 'log 7, ground abc',
      sources: 'FOLK1A; Register',
      synthetic: true,
    })
  })

  it('write an unknown value as nothing and say why beside it', () => {
    const { at } = columnsOf(now)
    expect(at('value')).toEqual(['90,0', ''])
    expect(at('look')).toEqual(['(known)', '(unreachable)'])
  })

  it('round numbers as the screen shows them, shares in percent and changes with their sign', () => {
    const of = answer([row('0751', 0.71547, { meanCost: 22.6 }), row('0661', 0.1)])
    const was = answer([row('0751', 0.75), row('0661', 0.1)])
    const { head, at } = columnsOf(of, was)
    expect(at('value')).toEqual(['71,5', '10,0'])
    expect(at('before')).toEqual(['75,0', '10,0'])
    expect(at('change')).toEqual(['-3,5', '0,0'])
    expect(at('meanCost')).toEqual(['23', ''])
    expect(head).not.toContain('users')
  })

  it('keep hidden, unknown, estimated and zero users apart, and say where they come from', () => {
    const users = (told: Users['told'], within: Users['within'], isEstimate = false) => ({
      users: { told, within, isEstimate },
    })
    const value = (count: number) => ({ state: 'value', value: count }) as const
    const of = answer(
      [
        row('0751', 0.5, users(value(20), value(10))),
        row('0661', 0, users(value(20), value(0))),
        row('0741', 0.5, users({ state: 'hidden' }, value(7), true)),
        row('0665', 0.1, users({ state: 'hidden' }, { state: 'hidden' })),
        row('0657', 0.1, users({ state: 'unknown', lacks: 'uptake' }, { state: 'unknown', lacks: 'uptake' })),
      ],
      {
        users: {
          ...{ told: value(60), within: value(30), isEstimate: true, share: 0.5, minCell: 5 },
          populationAsOf: EffectiveDate.parse('2026-01-01'),
          size: {
            ...{
              id: DiagnosisGroupId.parse('als'),
              kind: 'group',
              members: [],
              structuredPathway: null,
              pathwaySavesPercent: null,
            },
            prevalence: { low: 5, high: 7, used: 6, confidence: 'high' },
            uptakePercent: 50,
            sources: [
              {
                basis: 'users',
                dataVersion: 'als 2026-01-01',
                asOf: '2016',
                source: { kind: 'PUBLIC', id: 'S_FCP' },
              },
            ],
          },
        },
      },
    )
    const { at } = columnsOf(of)
    expect(at('users')).toEqual(['20', '20', 'hidden', 'hidden', 'unknown'])
    expect(at('usersWithin')).toEqual(['10', '0', '7 (anslået)', 'hidden', 'unknown'])
    expect(recordsOf(of, undefined).map((one) => one.expectedUsersWithinSaid)).toEqual([
      ...['value', 'value', 'estimate', 'hidden', 'unknown'],
    ])
    expect(originOf(of, undefined, said)).toMatchObject({
      usersSources: 'users als 2026-01-01 2016 S_FCP',
      prevalencePer100k: 6,
    })
  })

  it('have before and change only when two dates are held against each other', () => {
    expect(recordsOf(now, undefined)[0]).not.toHaveProperty('change')
    const [first] = recordsOf(now, answer([row('0751', 0.5)]))
    expect(first).toMatchObject({ before: 0.5 })
  })

  it('give each municipality its shape and leave out those without a record', () => {
    const shape = (code: string) => ({
      type: 'Feature' as const,
      geometry: { type: 'Point' as const, coordinates: [10, 56] },
      properties: { code },
    })
    const { features, origin: from } = geojsonOf(
      { features: [shape('0751'), shape('0101')] },
      recordsOf(now, undefined),
      origin,
    )
    expect(features.map(({ properties }) => properties?.municipality)).toEqual(['0751'])
    expect(from).toBe(origin)
  })
})

describe('the table as a file', () => {
  it('has the columns that are shown, in words where there is no number', () => {
    const municipality = (code: string) => ({
      ...{ code: MunicipalityCode.parse(code), name: `Kommune ${code}`, region: RegionCode.parse('1082') },
      ...{ population: 1000, capacity: 250, per10000: null, clinics: 1, providers: 2 },
      ...{ ridingSchools: 0, idleRidingSchools: 0, ridingHoursTenths: 15, findings: null },
    })
    const hidden = { told: { state: 'hidden' }, within: { state: 'value', value: 7 }, isEstimate: true } as const
    const of = answer([row('0751', 0.5, { users: hidden }), row('0741', null, { look: 'unreachable' })])
    const lines = tableLines(
      withCoverage([municipality('0751'), municipality('0741')], of, undefined),
      ['name', 'covered', 'users', 'usersWithin', 'capacity', 'per10000', 'ridingHours'],
      of,
      undefined,
      {
        number: (value, decimals) => value.toFixed(decimals),
        unit: 'unitsHundredths',
        region: String,
        told: (state) => state,
        look: (look) => look,
        estimate: (people) => `${people} (estimate)`,
        findings: () => '',
      },
    )
    expect(lines).toEqual([
      ['Kommune 0751', '50.0', 'hidden', '7 (estimate)', '2.50', '', '1.5'],
      ['Kommune 0741', 'unreachable', '', '', '2.50', '', '1.5'],
    ])
  })
})

describe('digits of a score', () => {
  it.each([
    [2.314, '2.31'],
    [0.0431, '0.043'],
    [0.00312, '0.0031'],
    [0.004999, '0.0050'],
    [-0.00312, '-0.0031'],
    [0.00000412, '0.000004'],
    [0, '0'],
  ])('tell %f from nothing', (score, text) => {
    expect(score.toFixed(scoreDecimals(score))).toBe(text)
  })
})

describe('choosing a group', () => {
  it('finds it by a part of its name in either language', () => {
    expect(groupsLike('parkinson’s').map(({ id }) => id)).toEqual(['parkinson'])
    expect(groupsLike('noget helt andet')).toEqual([])
    expect(groupsLike('SCLEROSE').map(({ id }) => id)).toContain('multiple-sclerosis')
    expect(groupsLike('').length).toBeGreaterThan(5)
  })
})

describe('a dark colour', () => {
  it('is one that black text is hard to read on', () => {
    expect(isDark('#18536c')).toBe(true)
    expect(isDark('#357e90')).toBe(true)
    expect(isDark('#66a8a8')).toBe(false)
    expect(isDark('#faf2dd')).toBe(false)
  })
})
