import { describe, expect, it } from 'vitest'
import { ActivityPeriod } from '#events/activity'
import { MunicipalityCode } from '#events/identifiers'
import type { FollowUp } from '../../web/pages/followUp/answer.ts'
import { byUrgency, counted, deliveryOf } from '../../web/pages/followUp/deliveries.ts'

type Row = FollowUp['halfYears']['rows'][number]

const [newest, before] = [ActivityPeriod.parse('2026-H1'), ActivityPeriod.parse('2025-H2')]

function row(code: string, period: Row['period'], way: string, days = 0): Row {
  const finding = {
    rule: 'R-36',
    version: 1,
    outcome: 'pass',
    strength: 'principle',
    derogationPossible: true,
    code: `R-36.${way}`,
    params: { days },
    measured: [],
    flips: [],
    parameters: {},
    missing: [],
    inputs: [],
    evidence: [],
    sources: [],
  } as unknown as Row['finding'] // Only the code and the days are read here.
  return { municipality: MunicipalityCode.parse(code), period, suppressedCells: 0, finding }
}

const rows = [
  row('0615', newest, 'delivered'),
  row('0657', newest, 'delivered'),
  row('0661', newest, 'incomplete'),
  row('0665', newest, 'late', 3),
  row('0671', newest, 'late', 12),
  row('0706', newest, 'missing', 53),
  row('0615', before, 'delivered'),
  row('0657', before, 'late', 7),
]

describe('half-yearly data', () => {
  it('stand with what is missing first, then the latest, then the incomplete, and look back where all is alike', () => {
    const order = byUrgency({ periods: [newest, before], rows }, (code) => code)
    expect(order).toEqual(['0706', '0671', '0665', '0661', '0657', '0615'])
  })

  it('are counted by how they went', () => {
    expect(counted(rows, newest)).toEqual({ missing: 1, late: 2, incomplete: 1, notDue: 0, delivered: 2 })
    expect(deliveryOf(row('0706', newest, 'missing', 53))).toEqual({ state: 'missing', days: 53 })
  })
})
