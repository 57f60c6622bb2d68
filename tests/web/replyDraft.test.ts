import { expect, test } from 'vitest'
import { ConsultationRow } from '#api/views/case'
import { emptyReply, ReplyDraft, replyFrom, sameReply } from '../../web/pages/consultations/replyDraft.ts'

const ReplyGiven = ConsultationRow.shape.answers.element.pick({
  position: true,
  text: true,
  topics: true,
  attachments: true,
  counterProposal: true,
})
const file = { hash: 'a'.repeat(64), name: 'Notat.pdf', type: 'application/pdf' as const, size: 1024 }
const given = {
  position: 'object' as const,
  text: 'Se notatet.',
  topics: ['capacity' as const],
  attachments: [file],
  counterProposal: { scenario: 'sc-0123456789', revision: 3, name: 'Vores bud', key: 'k' },
}

test('a new answer starts from the one it replaces: tag, text, topics, files and counter-proposal', () => {
  const draft = replyFrom(ReplyGiven.parse(given))
  expect(draft).toEqual({ ...given, counterProposal: { scenario: 'sc-0123456789', revision: 3, name: 'Vores bud' } })
  expect(ReplyDraft.parse(JSON.parse(JSON.stringify(draft)))).toEqual(draft)
  expect(replyFrom(ReplyGiven.parse({ ...given, counterProposal: null })).counterProposal).toBeNull()
})

test('a draft that says the same, space at the end or not, is nothing to send; any change is', () => {
  const start = replyFrom(ReplyGiven.parse(given))
  expect(sameReply({ ...start, text: 'Se notatet.  ' }, start)).toBe(true)
  for (const change of [
    { text: 'Se notatet igen.' },
    { position: 'support' as const },
    { topics: [] },
    { attachments: [] },
    { counterProposal: null },
  ])
    expect(sameReply({ ...start, ...change }, start)).toBe(false)
  expect(sameReply(emptyReply, start)).toBe(false)
})
