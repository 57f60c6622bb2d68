import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { QuotaCommand } from '#api/commands/quota'
import { DiagnosisGroupId, MunicipalityCode, PlanningAreaId, RegionCode } from '#events/identifiers'
import { type AreaRef, quotaStream } from '#events/quota'
import { planningArea } from '#service/deciders/planningArea'
import { quota } from '#service/deciders/quota'
import { given, on, refusalOf } from '../../given.ts'

const area: AreaRef = { kind: 'region', code: RegionCode.parse('1082') }
const target = { kind: 'group' as const, id: DiagnosisGroupId.parse('multiple-sclerosis') }
const proposal = { area, target, cap: 12, basis: 'users' as const, method: 'dHondt' as const, reason: null }
const from = on('2027-01-01')
const parameters = { factorHundredths: 100, rounding: 'ceil' as const, minCap: 1, basis: 'users' as const }
const count = { value: 300, asOf: on('2026-01-01'), source: 'Registret' }
const adoption = { ...proposal, planRef: 'Praksisplan 2027', documentRef: null, parameters, count }
const adopt = (change: object = {}): QuotaCommand => ({
  type: 'AdoptQuota',
  data: { effectiveFrom: from, ...adoption, count: { ...count, hidden: false }, ...change },
})
const adopted = { type: 'QuotaAdopted' as const, effectiveFrom: from, data: adoption }

describe('a cap', () => {
  test('is proposed, again with another number, and adopted with all that it was made of', () => {
    const proposed = { type: 'QuotaProposed' as const, effectiveFrom: from, data: proposal }
    given(quota)
      .when({ type: 'ProposeQuota', data: { effectiveFrom: from, ...proposal } })
      .thenEvents(proposed)
    given(quota, proposed)
      .when({ type: 'ProposeQuota', data: { effectiveFrom: from, ...proposal, cap: 13 } })
      .thenEvents({ ...proposed, data: { ...proposal, cap: 13 } })
    given(quota, proposed).when(adopt()).thenEvents(adopted)
  })

  test('that goes back to an earlier number is said again', () => {
    const said = (cap: number) => ({
      type: 'QuotaProposed' as const,
      effectiveFrom: from,
      data: { ...proposal, cap },
    })
    given(quota, said(12), said(13))
      .when({ type: 'ProposeQuota', data: { effectiveFrom: from, ...proposal, cap: 12 } })
      .thenEvents(said(12))
  })

  test('cannot be adopted on incomplete parameters: each that lacks is named', () => {
    given(quota)
      .when(adopt({ parameters: { ...parameters, factorHundredths: null, basis: null } }))
      .thenRefused('quota.parametersIncomplete', { key: ['capFactorHundredths', 'capBasis'] })
  })

  test('cannot be adopted on a count that is hidden, unknown, undated, from nowhere, or of a later day', () => {
    const by = (change: object) => given(quota).when(adopt({ count: { ...count, hidden: false, ...change } }))
    by({ hidden: true, value: null }).thenRefused('quota.countHidden')
    by({ hidden: true }).thenRefused('quota.countHidden')
    by({ value: null }).thenRefused('quota.countUnknown')
    by({ asOf: null }).thenRefused('quota.countUndated')
    by({ source: null }).thenRefused('quota.countUnsourced')
    by({ asOf: on('2027-01-02') }).thenRefused('quota.countAhead', { asOf: '2027-01-02', effectiveFrom: from })
    by({ asOf: from }).thenEvents({ ...adopted, data: { ...adoption, count: { ...count, asOf: from } } })
  })

  test('cannot be adopted on a count that the service itself hides, whatever the sender says', () => {
    given(quota)
      .when(adopt(), { quotaSize: { state: 'hidden' } })
      .thenRefused('quota.countHidden')
    given(quota)
      .when(adopt(), { quotaSize: { state: 'value', value: 300 } })
      .thenEvents(adopted)
  })

  test('is suspended from a date on which it is adopted, and from no other', () => {
    const suspend = (day: string): QuotaCommand => ({
      type: 'SuspendQuota',
      data: { effectiveFrom: on(day), area, target, reason: 'Planen udløbet' },
    })
    given(quota).when(suspend('2027-06-01')).thenRefused('quota.notAdopted', { effectiveFrom: '2027-06-01' })
    given(quota, adopted).when(suspend('2026-12-31')).thenRefused('quota.notAdopted')
    const suspended = {
      type: 'QuotaSuspended' as const,
      effectiveFrom: on('2027-06-01'),
      data: { area, target, reason: 'Planen udløbet' },
    }
    given(quota, adopted).when(suspend('2027-06-01')).thenEvents(suspended)
    given(quota, adopted, suspended).when(suspend('2027-07-01')).thenRefused('quota.notAdopted')
  })

  test('for what is no group, and a group given as a family, is refused', () => {
    const propose = (kind: 'group' | 'family', id: string): QuotaCommand => ({
      type: 'ProposeQuota',
      data: { effectiveFrom: from, ...proposal, target: { kind, id: DiagnosisGroupId.parse(id) } },
    })
    given(quota).when(propose('group', 'hovedpine')).thenRefused('quota.unknownTarget', { group: 'hovedpine' })
    given(quota).when(propose('family', 'multiple-sclerosis')).thenRefused('quota.unknownTarget')
  })
})

describe('the stream of a cap', () => {
  test('is named by kind, area and group', () => {
    expect(quotaStream(area, target)).toBe('quota-region.1082.multiple-sclerosis')
    expect(quotaStream({ kind: 'council', code: 'Sundhedsråd Amager og Vestegnen' }, target)).toBe(
      'quota-council.sundhedsraad-amager-og-vestegnen.multiple-sclerosis',
    )
  })

  test('is fit for a store whatever the council is called, and two councils never share a cap unnoticed', () => {
    const name = fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }).filter((text) => text.trim() === text)
    fc.assert(
      fc.property(name, name, (one, other) => {
        const refs = [one, other].map((code): AreaRef => ({ kind: 'council', code }))
        const [a, b] = refs.map((ref) => quotaStream(ref, target))
        expect(a).toMatch(/^quota-council\.[a-z0-9-]*\.multiple-sclerosis$/)
        if (a !== b || one === other || refs[0] === undefined || refs[1] === undefined) return
        const { state } = given(quota, {
          type: 'QuotaProposed',
          effectiveFrom: from,
          data: { ...proposal, area: refs[0] },
        })
        const command: QuotaCommand = {
          type: 'ProposeQuota',
          data: { effectiveFrom: from, ...proposal, area: refs[1] },
        }
        expect(refusalOf(() => quota.decide(command, state, unknown)).code).toBe('quota.otherArea')
      }),
    )
  })
})

const unknown = { today: on('2026-11-22'), plan: null, findings: null, caseStatus: null, caseKnown: null }
const id = PlanningAreaId.parse('limfjorden-vest')
const drawing = {
  area: id,
  name: 'Limfjorden vest',
  municipalities: [MunicipalityCode.parse('0665'), MunicipalityCode.parse('0671')],
  shape: null,
}
const drawn = { type: 'PlanningAreaDrawn' as const, effectiveFrom: from, data: drawing }

describe('a planning area', () => {
  test('is drawn once, renamed, and withdrawn', () => {
    const draw = (data: object = {}) => ({
      type: 'DrawPlanningArea' as const,
      data: { effectiveFrom: from, ...drawing, ...data },
    })
    given(planningArea).when(draw()).thenEvents(drawn)
    given(planningArea, drawn)
      .when(draw({ name: 'Andet' }))
      .thenRefused('planningArea.exists', { area: id })
    const renamed = {
      type: 'PlanningAreaRenamed' as const,
      effectiveFrom: on('2027-02-01'),
      data: { area: id, name: 'Vest' },
    }
    given(planningArea, drawn)
      .when({ type: 'RenamePlanningArea', data: { ...renamed.data, effectiveFrom: renamed.effectiveFrom } })
      .thenEvents(renamed)
    const withdraw = (day: string) => ({
      type: 'WithdrawPlanningArea' as const,
      data: { effectiveFrom: on(day), area: id, reason: 'Delt i to' },
    })
    const withdrawn = {
      type: 'PlanningAreaWithdrawn' as const,
      effectiveFrom: on('2027-03-01'),
      data: { area: id, reason: 'Delt i to' },
    }
    given(planningArea, drawn).when(withdraw('2027-03-01')).thenEvents(withdrawn)
    given(planningArea, drawn).when(withdraw('2026-12-31')).thenRefused('planningArea.unknown')
    given(planningArea, drawn, withdrawn).when(withdraw('2027-04-01')).thenRefused('planningArea.unknown')
    given(planningArea)
      .when({ type: 'RenamePlanningArea', data: { ...renamed.data, effectiveFrom: from } })
      .thenRefused('planningArea.unknown')
  })

  test('names no municipality twice, and its line ends where it began', () => {
    const draw = (change: object) =>
      given(planningArea).when({
        type: 'DrawPlanningArea',
        data: { effectiveFrom: from, ...drawing, ...change },
      })
    const [one] = drawing.municipalities
    draw({ municipalities: [one, one] }).thenRefused('planningArea.twice', { municipality: '0665' })
    const open = [
      [8, 56],
      [9, 56],
      [9, 57],
      [8, 57],
    ]
    draw({ shape: { type: 'Polygon', coordinates: [open] } }).thenRefused('planningArea.openRing')
    draw({ shape: { type: 'MultiPolygon', coordinates: [[open]] } }).thenRefused('planningArea.openRing')
  })
})
