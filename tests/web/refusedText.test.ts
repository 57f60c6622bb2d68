import { describe, expect, it } from 'vitest'
import { wordsIn } from '#events/say/words'
import { da } from '../../web/text/da.ts'
import { en } from '../../web/text/en.ts'

const names = { municipality: String, region: String }

describe.each([
  ['da' as const, da],
  ['en' as const, en],
])('a refused text (%s)', (language, texts) => {
  const { cases, caseLife, consultations, laboratory, meetings } = texts
  const refused = (command: string, field: string) =>
    wordsIn(language, names).refusal('text.civilNumber', { command, field })

  it.each([
    ['AnswerConsultation', 'text', consultations.reply.text],
    ['WriteRecommendation', 'text', cases.recommendation.text],
    ['ChallengeRecommendation', 'comment', caseLife.challenge.comment],
    ['SendConsultation', 'questions', cases.hearing.questions],
    ['RequestInformation', 'items.0', cases.information.requestItems],
    ['PostponeCase', 'reason', cases.tabling.reason],
    ['WithdrawCase', 'reason', cases.header.withdrawReason],
    ['IssueRuling', 'reasons', cases.decision.reasons],
    ['IssueRuling', 'conditions.1', cases.decision.conditions],
    ['OpenCase', 'subject.place.text', cases.new.text],
    ['WriteMinutes', 'text', meetings.minutes.title],
    ['CorrectMinutes', 'text', meetings.minutes.correctText],
    ['CreateScenario', 'note', laboratory.create.note],
  ])('of %s names %s as its form does: %s', (command, field, label) => {
    expect(refused(command, field)).toContain(language === 'da' ? `Feltet »${label}« ` : `The field “${label}” `)
  })

  it('has words for a field that nobody named', () => {
    expect(refused('SomethingNew', 'body.0.whatever')).not.toMatch(/whatever|body/)
  })
})
