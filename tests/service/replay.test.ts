import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { CaseId, PersonId, ProviderNumber, ScenarioId } from '#events/identifiers'
import { RecordedAt } from '#events/time'
import { supposing } from '#service/projections/views'
import { caseFacts } from '#service/queries/caseFacts'
import { planInForce } from '#service/queries/planInForce'
import { evaluate } from '#service/rules/rulebook'
import { on } from '../given.ts'
import { openCase, type Running, region, register, running } from './running.ts'

const id = CaseId.parse('26-0101')
let service: Running

beforeEach(async () => {
  service = await running('2026-03-31')
  await register(service)
})
afterEach(async () => {
  await service.stop()
})

/** The finding of R-06 as the register knew the case at an instant, for the same effective date. */
function transferAsKnownAt(instant: string): string {
  const { views, world } = service
  const at = { effectiveOn: on('2026-05-01'), recordedAt: RecordedAt.parse(instant) }
  const plan = planInForce(views, region, at)
  if (plan === null) throw new Error('no rule set')
  const facts = caseFacts(views, supposing(views, []), id, at, world())
  return evaluate(facts, plan.parameters).find(({ rule }) => rule === 'R-06')?.outcome ?? 'none'
}

describe('the worked replay of events.md section 5', () => {
  test('a late correction turns a pass into a breach, and what was known before stays known', async () => {
    const { send, settled, setToday, caseState, events } = service
    await send({
      type: 'OpenCase',
      data: {
        case: id,
        region,
        subject: {
          type: 'A2',
          provider: ProviderNumber.parse('000001'),
          fromHolder: PersonId.parse('person-1'),
          toHolder: PersonId.parse('person-q'),
          shareHundredths: 60,
          newNumber: null,
          schools: [],
          place: null,
        },
        applicant: 'Q',
        receivedOn: on('2026-03-31'),
        wantedFrom: on('2026-05-01'),
      },
    })
    await settled()
    const outcome = async () =>
      (await caseState(id)).file.findings?.findings.find(({ rule }) => rule === 'R-06')?.outcome
    expect(await outcome()).toBe('pass')

    setToday('2026-04-02')
    await send({
      type: 'CorrectCaseInformation',
      data: {
        case: id,
        correction: { field: 'receivedOn', old: on('2026-03-31'), new: on('2026-04-01') },
        reason: 'Skemaet kom først 1. april',
      },
    })
    await settled()
    expect(await outcome()).toBe('breach')
    const found = (await caseState(id)).file.findings?.findings.find(({ rule }) => rule === 'R-06')
    expect(found?.params).toMatchObject({ earliest: '2026-06-01' })

    expect(transferAsKnownAt('2026-04-01T12:00:00.000Z')).toBe('pass')
    expect(transferAsKnownAt('2026-04-03T12:00:00.000Z')).toBe('breach')
    // Nothing was rewritten: both sets of findings stand in the log.
    const kinds = (await events(`case-${id}`)).map(({ type }) => type)
    expect(kinds).toEqual(['CaseOpened', 'FindingsComputed', 'CaseInformationCorrected', 'FindingsComputed'])
  })
})

describe('the scenario of a case', () => {
  test('shows just its move, leaves the log alone, and is gone once the case is closed', async () => {
    const { send, settled, scenarios, views, events } = service
    const command = openCase({ id: '26-0001' })
    await send({ ...command, data: { ...command.data, receivedOn: on('2026-03-30'), wantedFrom: on('2027-03-01') } })
    await settled()
    const before = await events('practiceAddress-adresse-1')
    const after = await scenarios.viewsFor({ scenario: ScenarioId.parse('case-26-0001') })
    const place = (from: typeof views) =>
      from
        .statement<{ text: string }>(
          `SELECT text FROM practice_address WHERE address = 'adresse-1' AND effective_from <= '2027-03-01'
           AND effective_to > '2027-03-01' AND recorded_to > '9999'`,
        )
        .all({})
        .map(({ text }) => text)
    expect(place(after)).toEqual(['Lægårdvej 12'])
    expect(place(views)).toEqual(['Nørregade 1'])
    expect(await scenarios.viewsFor({ scenario: ScenarioId.parse('case-26-0001') })).toBe(after)
    expect(await events('practiceAddress-adresse-1')).toEqual(before)
    await send({ type: 'WithdrawCase', data: { case: CaseId.parse('26-0001'), reason: 'Fortrudt' } })
    await settled()
    expect(await scenarios.viewsFor({ scenario: ScenarioId.parse('case-26-0001') })).toBe(views)
    expect(await scenarios.viewsFor({})).toBe(views)
    await expect(scenarios.viewsFor({ scenario: ScenarioId.parse('case-99-9999') })).rejects.toMatchObject({
      code: 'scenario.unknown',
    })
  })
})
