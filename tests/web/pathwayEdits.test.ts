import { describe, expect, it } from 'vitest'
import { DiagnosisGroupId } from '#events/identifiers'
import { ChangeId } from '#events/scenario'
import { EffectiveDate } from '#events/time'
import { Saving, savingEdits, savingsIn, savingsTold } from '../../web/pages/laboratory/pathwayEdits.ts'

const asOf = EffectiveDate.parse('2026-07-01')
const saving = (group: string, effectiveFrom: string, savesPermille: number, source: string | null = null) =>
  Saving.parse({ group, effectiveFrom, savesPermille, source })
const change = (id: string, data: Record<string, unknown>, on = true) => ({
  ...{ change: ChangeId.parse(id), on },
  command: { type: 'SetStructuredPathway', data },
})

describe('a saving set in a scenario', () => {
  it('is a new change, or the same change where the group and the day are set already', () => {
    const wanted = saving('parkinson', '2027-01-01', 25)
    const add = { kind: 'add', change: 'new', command: { type: 'SetStructuredPathway', data: wanted } }
    expect(savingEdits(wanted, [], () => 'new')).toEqual([add])
    const others = [
      change('a', saving('parkinson', '2026-07-01', 10)),
      change('b', saving('multiple-sclerosis', '2027-01-01', 10)),
    ]
    expect(savingEdits(wanted, savingsIn(others), () => 'new')).toEqual([add])
    const set = savingsIn([...others, change('c', saving('parkinson', '2027-01-01', 10))])
    expect(savingEdits(wanted, set, () => 'new')).toEqual([{ ...add, kind: 'replace', change: 'c' }])
  })

  it('is switched on again when it is said anew while it is off', () => {
    const off = savingsIn([change('c', saving('parkinson', '2027-01-01', 10), false)])
    expect(savingEdits(saving('parkinson', '2027-01-01', 30), off, () => 'new')).toMatchObject([
      { kind: 'replace', change: 'c' },
      { kind: 'switch', change: 'c', on: true },
    ])
  })

  it('is read from its own kind of change only', () => {
    const data = saving('parkinson', '2027-01-01', 10)
    const other = { ...change('other', data), command: { type: 'ProposeQuota', data } }
    expect(savingsIn([other, change('bad', { ...data, savesPermille: 501 })])).toEqual([])
  })
})

describe('the savings of a scenario', () => {
  it('are what holds on its day, then what it lets begin later; an assumption without a document', () => {
    const group = (id: string, percent: number | null) => ({
      id: DiagnosisGroupId.parse(id),
      structuredPathway: { from: null, source: { kind: 'SEED' as const, id: 'S_SEED000' } },
      pathwaySavesPercent: percent,
    })
    const changes = [
      change('late', saving('parkinson', '2028-01-01', 30, 'Plan 2028')),
      change('off', saving('parkinson', '2029-01-01', 30), false),
      change('soon', saving('parkinson', '2027-01-01', 25)),
      change('now', saving('parkinson', '2026-07-01', 5)),
    ]
    expect(
      savingsTold([group('multiple-sclerosis', 2.5), group('parkinson', null)], { asOf, changes }).map(
        ({ group, from, percent, source }) => [group, from, percent, source.kind],
      ),
    ).toEqual([
      ['multiple-sclerosis', null, 2.5, 'SEED'],
      ['parkinson', '2027-01-01', 25 / 10, 'ASSUMPTION'],
      ['parkinson', '2028-01-01', 3, 'DECISION'],
    ])
  })
})
