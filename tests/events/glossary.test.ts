import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { CaseStatus, ConsultationState } from '#api/views/case'
import { parse, streams } from '#events/catalogue'
import { EventId, Position } from '#events/envelope'
import {
  applicationTypeWords,
  capacityStatusWords,
  caseStatusWords,
  certaintyWords,
  conditionWords,
  consultationStateWords,
  correctionFieldWords,
  eventParams,
  eventWords,
  fill,
  findingWords,
  itemResultWords,
  measureWords,
  meetingKindWords,
  outcomeWords,
  parameterWords,
  placeholders,
  positionWords,
  refusalWords,
  ruleWords,
  rulingOutcomeWords,
  scenarioProblemWords,
  seatWords,
  sourceKindWords,
  strengthWords,
  type Words,
} from '#events/glossary'
import { EffectiveDate, RecordedAt } from '#events/time'
import { rules } from '#service/rules/rulebook'
import { samples } from './samples.ts'

const lists: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  applicationTypeWords,
  capacityStatusWords,
  caseStatusWords,
  certaintyWords,
  conditionWords,
  consultationStateWords,
  correctionFieldWords,
  eventWords,
  findingWords,
  itemResultWords,
  measureWords,
  meetingKindWords,
  outcomeWords,
  parameterWords,
  positionWords,
  refusalWords,
  ruleWords,
  rulingOutcomeWords,
  seatWords,
  scenarioProblemWords,
  sourceKindWords,
  strengthWords,
}

describe('the glossary', () => {
  test.each(Object.entries(lists))('%s: both languages say something, and fill in the same things', (_, list) => {
    for (const { da, en } of Object.values(list)) {
      expect(da.trim()).not.toBe('')
      expect(en.trim()).not.toBe('')
      expect(placeholders(en).toSorted()).toEqual(placeholders(da).toSorted())
    }
  })

  test('knows every status of a case and of a hearing, and every rule', () => {
    expect(Object.keys(caseStatusWords).toSorted()).toEqual([...CaseStatus.options].toSorted())
    expect(Object.keys(consultationStateWords).toSorted()).toEqual([...ConsultationState.options].toSorted())
    expect(Object.keys(ruleWords).toSorted()).toEqual(rules.map(({ id }) => id).toSorted())
  })

  test.each(Object.entries(samples))('%s: its sentence is filled from its own data', (type, data) => {
    const event = parse({
      id: EventId.parse(randomUUID()),
      stream: `${Object.entries(streams).find(([, events]) => type in events)?.[0]}-1`,
      type,
      version: 1,
      // A sample is plain data.
      data: data as Record<string, unknown>,
      revision: 0,
      position: Position.parse('1'),
      effectiveFrom: EffectiveDate.parse('2026-01-01'),
      recordedAt: RecordedAt.parse('2026-01-01T00:00:00.000Z'),
      metadata: {
        commandId: randomUUID(),
        correlationId: randomUUID(),
        actor: { userId: 'u', role: 'registrar', organisation: null },
        dataClass: 'open',
      },
    })
    const params = eventParams(event)
    for (const name of placeholders(eventWords[event.type].da)) expect(params).toHaveProperty(name)
    if (event.type === 'PracticeAddressMoved')
      expect(params).toMatchObject({ from: 'Nørregade 1', fromMunicipality: '0661', to: 'Lægårdvej 12' })
  })
})

describe('filling in', () => {
  test('names, lists, and an en dash for what is unknown', () => {
    expect(fill('{a} og {b}: {c}', { a: 1, b: ['x', 'y'], c: null })).toBe('1 og x, y: –')
    expect(fill('{a}', { a: [] })).toBe('–')
    expect(fill('{a}', { a: 0 })).toBe('0')
  })
})
