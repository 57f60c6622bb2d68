import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Scope } from '#api/policy'
import { PlanParameters } from '#events/planParameters'
import { planInForce } from '#service/queries/planInForce'
import { addDays } from '#service/rules/calendar'
import { evaluate } from '#service/rules/rulebook'
import { createWhatIfs } from '#service/whatIfs'
import { on } from '../given.ts'
import { relocationFacts } from './rules/facts.ts'
import { inHerning, newPlace, oldPlace, openCase, type Running, region, register, running } from './running.ts'

const committee: Scope = { role: 'committee', reach: 'region', organisation: '1082', regions: ['1082'] }
let service: Running

beforeEach(async () => {
  service = await running()
  await register(service)
})
afterEach(async () => {
  await service.stop()
})

async function preview(key: string, value: string, from = '2024-01-01', scope = committee) {
  const { views, scenarios, world } = service
  const params = { region, ruleSet: 'OK-2024', key, value, from: on(from) }
  const at = { effectiveOn: on('2026-11-22'), recordedAt: 'now' as const }
  return await createWhatIfs(scenarios, views).parameterPreview(views, at, scope, params, world())
}

const change = (key: string, to: number | boolean | string, from: string) => ({
  type: 'ChangeParameter' as const,
  data: { region, effectiveFrom: on(from), ruleSet: 'OK-2024', key, to, reason: 'Udvalgets beslutning' },
})

describe('what a changed parameter would do to the open cases', () => {
  test('the findings whose outcome would be another, case by case; nothing is stored', async () => {
    // Received 20 November 2026: 62 days before the one, 101 before the other.
    await service.send(openCase({ id: '26-0001', wantedFrom: '2027-01-21' }))
    await service.send(openCase({ id: '26-0002', wantedFrom: '2027-03-01', to: inHerning }))
    await service.settled()
    const before = await service.events('plan-1082')
    const position = service.views.position()

    const answer = await preview('noticeDays', '63')
    expect(answer.examined).toBe(2)
    expect(answer.cases).toMatchObject([
      { case: '26-0001', changes: [{ rule: 'R-05', before: 'pass', after: 'breach' }] },
    ])
    expect((await preview('noticeDays', '62')).cases).toEqual([])

    expect(await service.events('plan-1082')).toEqual(before)
    expect(service.views.position()).toBe(position)
    const plan = planInForce(service.views, region, { effectiveOn: on('2027-01-21'), recordedAt: 'now' })
    expect(plan?.parameters.noticeDays).toBe(30)
  })

  test('a yes or no is asked for like a number', async () => {
    await service.send(openCase({ id: '26-0002', wantedFrom: '2027-03-01', to: inHerning }))
    await service.settled()
    const [row] = (await preview('crossMunicipalityAllowed', 'true')).cases
    expect(row?.changes).toContainEqual({ rule: 'R-02', before: 'breach', after: 'pass' })
  })

  test('a case of an earlier date, and one that a later change covers, are left as they are', async () => {
    await service.send(openCase({ id: '26-0001', wantedFrom: '2027-01-21' }))
    await service.settled()
    expect((await preview('noticeDays', '90', '2027-01-22')).cases).toEqual([])
    expect((await preview('noticeDays', '90', '2027-01-21')).cases).toHaveLength(1)
    await service.send(change('noticeDays', 45, '2027-01-10'))
    await service.settled()
    expect((await preview('noticeDays', '90', '2027-01-01')).cases).toEqual([])
  })

  test('shows no case that the asker may not see', async () => {
    await service.send(openCase({ id: '26-0001', wantedFrom: '2027-01-21' }))
    await service.settled()
    const elsewhere: Scope = { ...committee, organisation: '1083', regions: ['1083'] }
    expect(await preview('noticeDays', '90', '2024-01-01', elsewhere)).toMatchObject({ examined: 0, cases: [] })
  })

  test('a bad value is refused as the change itself would be', async () => {
    await expect(preview('noticeDays', '367')).rejects.toMatchObject({
      code: 'plan.badValue',
      params: { allowed: { kind: 'number', min: 0, max: 366 } },
    })
    await expect(preview('noticeDays', 'true')).rejects.toMatchObject({ code: 'plan.badValue' })
    await expect(preview('toString', '1')).rejects.toMatchObject({ code: 'plan.unknownParameter' })
    await expect(preview('noticeDays', '40', '2014-01-01')).rejects.toMatchObject({ code: 'plan.unknownRuleSet' })
  })
})

test('a changed parameter changes no stored finding', async () => {
  await service.send(openCase({ id: '26-0001', wantedFrom: '2027-01-21' }))
  await service.settled()
  const before = await service.events('case-26-0001')
  expect(before.map(({ type }) => type)).toContain('FindingsComputed')
  await service.send(change('noticeDays', 90, '2026-01-01'))
  await service.settled()
  expect(await service.events('case-26-0001')).toEqual(before)
  // Only somebody who asks for it has the findings computed again, and then beside the old ones.
  await service.send({ type: 'ComputeFindings', data: { case: openCase({ id: '26-0001' }).data.case } })
  await service.settled()
  const after = await service.events('case-26-0001')
  expect(after.slice(0, before.length)).toEqual(before)
  expect(after).toHaveLength(before.length + 1)
})

test('B3: a rule change on a day alters no finding for effective dates before it', async () => {
  const keys = ['noticeDays', 'transitionDays', 'toleranceUnitsHundredths', 'caseDays', 'referralDays'] as const
  const days = fc.integer({ min: 0, max: 1400 }).map((offset) => addDays(on('2024-01-01'), offset))
  const changes = fc.array(
    fc.record({ key: fc.constantFrom(...keys), to: fc.integer({ min: 1, max: 300 }), from: days }),
    { minLength: 1, maxLength: 3 },
  )
  const findingsOn = (date: string) => {
    const plan = planInForce(service.views, region, { effectiveOn: on(date), recordedAt: 'now' })
    if (plan === null) throw new Error(`no rule set on ${date}`)
    const facts = relocationFacts({
      from: oldPlace,
      to: newPlace,
      receivedOn: addDays(on(date), -40),
      previousUntil: addDays(on(date), 10),
      wantedFrom: date,
    })
    return evaluate(facts, PlanParameters.parse(plan.parameters))
  }
  let altered = 0
  await fc.assert(
    fc.asyncProperty(changes, fc.array(days, { minLength: 3, maxLength: 6 }), async (made, dates) => {
      for (const { key, to, from } of made) {
        const before = new Map(dates.map((date) => [date, findingsOn(date)]))
        await service.send(change(key, to, from))
        await service.settled()
        for (const date of dates) {
          if (date < from) expect(findingsOn(date)).toEqual(before.get(date))
          else if (JSON.stringify(findingsOn(date)) !== JSON.stringify(before.get(date))) altered += 1
        }
      }
    }),
    { numRuns: 25 },
  )
  // The same changes do alter findings from their date on, or the property would hold of nothing.
  expect(altered).toBeGreaterThan(0)
})
