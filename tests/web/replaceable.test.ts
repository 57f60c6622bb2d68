import { expect, test } from 'vitest'
import { replaceable } from '../../web/pages/cases/replaceable.ts'

const heard = { row: { status: 'heard' } } as const
const skanderborg = { municipality: '0746', dueOn: '2026-12-01', answers: ['støtter'] } as const
const aarhus = { municipality: '0751', dueOn: '2026-12-08', answers: ['er imod', 'støtter'] } as const

test('an answer may be replaced through the last day, by each municipality’s own', () => {
  const file = { ...heard, consultations: [skanderborg, aarhus] }
  expect(replaceable(file, '2026-12-01')).toEqual([
    { municipality: '0746', until: '2026-12-01' },
    { municipality: '0751', until: '2026-12-08' },
  ])
  expect(replaceable(file, '2026-12-02')).toEqual([{ municipality: '0751', until: '2026-12-08' }])
  expect(replaceable(file, '2026-12-09')).toEqual([])
})

test('nobody replaces what was never answered or sent, or anything in a case that is ruled on', () => {
  const unanswered = { municipality: '0746', dueOn: '2026-12-01', answers: [] }
  const unsent = { municipality: '0751', dueOn: null, answers: [] }
  expect(replaceable({ ...heard, consultations: [unanswered, unsent] }, '2026-11-23')).toEqual([])
  expect(replaceable({ row: { status: 'applied' }, consultations: [skanderborg] }, '2026-11-23')).toEqual([])
})
