import { describe, test } from 'vitest'
import type { PlanEvent } from '#events/plan'
import { plan } from '#service/deciders/plan'
import { ok2024, rm2015 } from '#service/rules/ruleSets'
import { given, on } from '../../given.ts'
import { midtjylland } from '../rules/facts.ts'

const publish = (ruleSet: typeof rm2015, change: object = {}) => ({
  type: 'PublishRuleSet' as const,
  data: { ...ruleSet, ...change },
})
function published({ effectiveFrom, ...data }: typeof rm2015): PlanEvent {
  return { type: 'RuleSetPublished', effectiveFrom, data }
}
const units = ok2024(midtjylland)

describe('rule sets', () => {
  test('follow each other without an overlap', () => {
    given(plan).when(publish(rm2015)).thenEvents(published(rm2015))
    given(plan, published(rm2015)).when(publish(units)).thenEvents(published(units))
    given(plan, published(rm2015))
      .when(publish(units, { effectiveFrom: on('2023-12-31') }))
      .thenRefused('plan.overlaps', { ruleSet: 'RM-2015', from: '2015-09-09' })
  })

  test('a published version never changes; a new version replaces it from its date', () => {
    given(plan, published(units))
      .when(publish(units, { parameters: { ...units.parameters, caseDays: 28 } }))
      .thenRefused('plan.versionTaken', { ruleSet: 'OK-2024', ruleSetVersion: 1 })
    const second = { ...units, ruleSetVersion: 2, effectiveFrom: on('2026-01-01') }
    given(plan, published(units)).when(publish(second)).thenEvents(published(second))
  })

  test('every parameter has a source, and the end is after the beginning', () => {
    const { caseDays: _, ...sources } = units.sources
    given(plan)
      .when(publish(units, { sources }))
      .thenRefused('plan.sourceMissing', { keys: ['caseDays'] })
    given(plan)
      .when(publish(units, { until: on('2024-01-01') }))
      .thenRefused('plan.endsBeforeStart')
  })
})

describe('a parameter', () => {
  const change = (key: string, to: number | boolean | string, date = '2026-01-01') => ({
    type: 'ChangeParameter' as const,
    data: { region: midtjylland, effectiveFrom: on(date), ruleSet: 'OK-2024', key, to, reason: 'Besluttet' },
  })
  const changed = (old: number, value: number, date: string): PlanEvent => ({
    type: 'ParameterChanged',
    effectiveFrom: on(date),
    data: { ruleSet: 'OK-2024', ruleSetVersion: 1, key: 'caseDays', old, new: value, reason: 'Besluttet' },
  })

  test('is switched with a reason, from what stood', () => {
    given(plan, published(units))
      .when(change('caseDays', 28))
      .thenEvents(changed(21, 28, '2026-01-01'))
    given(plan, published(units), changed(21, 28, '2026-01-01'))
      .when(change('caseDays', 35, '2026-06-01'))
      .thenEvents(changed(28, 35, '2026-06-01'))
  })

  test('is one of the rule set’s, of its own kind, while the rule set holds', () => {
    const history = given(plan, published(units))
    history.when(change('maxKm', 30)).thenRefused('plan.unknownParameter')
    history.when(change('caseDays', 28, '2023-12-31')).thenRefused('plan.unknownRuleSet')
  })

  test('out of its range it is refused with the range and its source', () => {
    const history = given(plan, published(units))
    const source = { kind: 'ASSUMPTION', id: 'caseDays' }
    for (const to of ['mange', 0, 367, 21.5, true])
      history.when(change('caseDays', to)).thenRefused('plan.badValue', {
        key: 'caseDays',
        to,
        allowed: { kind: 'number', min: 1, max: 366 },
        source,
      })
    history.when(change('caseDays', 366)).thenEvents(changed(21, 366, '2026-01-01'))
    history.when(change('unanimity', 'ja')).thenRefused('plan.badValue', {
      key: 'unanimity',
      to: 'ja',
      allowed: { kind: 'yes-no' },
      source: units.sources.unanimity,
    })
    history.when(change('ridingCountMode', 'both')).thenRefused('plan.badValue', {
      key: 'ridingCountMode',
      to: 'both',
      allowed: { kind: 'choice', options: ['pair', 'school'] },
      source: units.sources.ridingCountMode,
    })
    history.when(change('firstHalfDue', '30-09')).thenRefused('plan.badValue')
    history.when(change('countyCutoff', '2007-02-30')).thenRefused('plan.badValue')
  })

  test('a change for a date is decided on what stands on that date, whatever was decided for later ones', () => {
    given(plan, published(units), changed(21, 35, '2026-06-01'))
      .when(change('caseDays', 28, '2026-01-01'))
      .thenEvents(changed(21, 28, '2026-01-01'))
    given(plan, published(units), changed(21, 35, '2026-06-01'), changed(21, 28, '2026-01-01'))
      .when(change('caseDays', 35, '2026-07-01'))
      .thenEvents()
  })
})

describe('a parameter without a source', () => {
  const confirm = (key: string, value: number | boolean | string, document: string | null = null) => ({
    type: 'ConfirmParameter' as const,
    data: {
      region: midtjylland,
      effectiveFrom: on('2026-01-01'),
      ruleSet: 'OK-2024',
      key,
      value,
      reason: 'Som hidtil',
      document,
    },
  })
  const confirmed = (document: string | null): PlanEvent => ({
    type: 'ParameterConfirmed',
    effectiveFrom: on('2026-01-01'),
    data: { ruleSet: 'OK-2024', ruleSetVersion: 1, key: 'caseDays', value: 21, reason: 'Som hidtil', document },
  })

  test('is confirmed with a reason and a document; saying it again changes nothing', () => {
    given(plan, published(units))
      .when(confirm('caseDays', 21, 'Referat 4'))
      .thenEvents(confirmed('Referat 4'))
    given(plan, published(units)).when(confirm('caseDays', 21)).thenEvents(confirmed(null))
    given(plan, published(units), confirmed('Referat 4'))
      .when(confirm('caseDays', 21, 'Referat 4'))
      .thenEvents()
  })

  test('is confirmed as the value that stands, and only once', () => {
    const history = given(plan, published(units))
    history.when(confirm('caseDays', 28)).thenRefused('plan.valueMoved', { key: 'caseDays', value: 21, confirmed: 28 })
    history.when(confirm('maxKm', 30)).thenRefused('plan.unknownParameter')
    history.when(confirm('referralDays', 14)).thenRefused('plan.hasSource', {
      key: 'referralDays',
      source: units.sources.referralDays,
    })
    given(plan, published(units), confirmed('Referat 4'))
      .when(confirm('caseDays', 21, 'Referat 5'))
      .thenRefused('plan.hasSource', {
        key: 'caseDays',
        source: { kind: 'DECISION', id: 'Referat 4', section: 'Som hidtil' },
      })
  })
})

describe('the plan', () => {
  test('is approved and put in force once', () => {
    const name = 'Praksisplan 2015'
    given(plan)
      .when({ type: 'ApprovePlan', data: { region: midtjylland, effectiveFrom: on('2015-09-09'), plan: name } })
      .thenEvents({
        type: 'PlanApprovedByCommittee',
        effectiveFrom: on('2015-09-09'),
        data: { region: midtjylland, plan: name },
      })
    const data = { region: midtjylland, plan: name, until: on('2018-01-01'), agreement: 'Overenskomst' }
    given(plan)
      .when({ type: 'PutPlanInForce', data: { ...data, effectiveFrom: on('2015-09-09') } })
      .thenEvents({ type: 'PlanInForce', effectiveFrom: on('2015-09-09'), data })
    given(plan)
      .when({ type: 'PutPlanInForce', data: { ...data, effectiveFrom: on('2018-01-01') } })
      .thenRefused('plan.endsBeforeStart')
  })
})
