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
    history.when(change('caseDays', 'mange')).thenRefused('plan.badValue')
    history.when(change('caseDays', 0)).thenRefused('plan.badValue')
    history.when(change('caseDays', 28, '2023-12-31')).thenRefused('plan.unknownRuleSet')
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
