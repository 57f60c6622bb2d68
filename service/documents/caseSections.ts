import type { z } from 'zod'
import type { caseFileView } from '#api/views/case'
import type { PaperBlock, PaperCell, PaperLine } from '#api/views/paper'
import { factsOf } from '#events/say/caseFacts'
import { danishDate, date, instant } from '#events/say/format'
import { none, number } from '#events/say/numbers'
import { answerToken } from '#events/say/tokens'
import type { EffectiveDate } from '#events/time'
import { isOpen } from '../queries/caseRecords.ts'
import type { Telling } from './telling.ts'

/** Everything on the case page, as a paper's reader may see it. */
export type CaseFile = z.output<typeof caseFileView.response>

/** A cell of plain text. */
export function cell(...line: PaperLine): PaperCell {
  return { line }
}

/** What the secretariat recommends, with its conditions as it wrote them. */
export function recommendation({ recommendation: said }: CaseFile, { say }: Telling): PaperBlock {
  if (said === null)
    return { kind: 'frame', title: say('recommendation'), lines: [[say('noRecommendation')]], items: [] }
  const lines = said.text.split(/\n+/).map((line) => line.trim())
  return {
    kind: 'frame',
    title: say('recommendation'),
    lines: [[say(`recommends.${said.outcome}`)], ...lines.map((line) => [line])],
    items: [],
  }
}

/** The facts that the case turns on, before and after, and what of them was corrected. */
export function matter(file: CaseFile, telling: Telling): PaperBlock[] {
  const { say, language } = telling
  const facts = factsOf({ ...file, wantedFrom: file.row.wantedFrom }, telling)
  const isChange = facts.some(({ before }) => before !== undefined)
  return [
    { kind: 'heading', text: say('matter') },
    {
      kind: 'table',
      caption: say('matter'),
      columns: [
        { title: say('fact'), width: 0.28 },
        ...(isChange ? [{ title: say('before'), width: 0.36 }] : []),
        { title: say(isChange ? 'after' : 'stated'), width: isChange ? 0.36 : 0.72 },
      ],
      rows: facts.map(({ label, before, after, note }) => [
        cell(label),
        ...(isChange ? [cell(before ?? '')] : []),
        { line: before === undefined ? [after] : [{ strong: after }], ...(note === undefined ? {} : { note }) },
      ]),
    },
    ...file.corrections.map(
      ({ reason, recordedAt }): PaperBlock => ({
        kind: 'text',
        line: [say('corrected', { date: instant(recordedAt, language), reason })],
      }),
    ),
  ]
}

/** What each municipality answered, or until when it may; an answer that may still be replaced on the day says so. */
export function hearing(file: CaseFile, on: EffectiveDate, telling: Telling): PaperBlock[] {
  const { say, words, names, language, refer, path } = telling
  const heading: PaperBlock = { kind: 'heading', text: say('hearing') }
  if (file.consultations.length === 0) return [heading, { kind: 'text', line: [say('noHearing')] }]
  const rows = file.consultations.map(({ municipality, round, state, dueOn, answers }): PaperCell[] => {
    const [answer] = answers
    const name = names.municipality(municipality)
    const due = dueOn === null || answer !== undefined ? '' : `, ${say('due', { date: date(dueOn, language) })}`
    if (answer === undefined) return [cell(name), cell(words.hearing(state) + due), cell(none)]
    const ref = refer({
      ref: answerToken(municipality),
      text: say('answerOf', { municipality: name }),
      path: path(`/hoeringer/${file.row.case}`, { municipality, round: String(round) }),
    })
    const late = answer.late ? `, ${say('lateAnswer')}` : ''
    const isOpenYet = isOpen(file.row) && dueOn !== null && on <= dueOn
    const open = isOpenYet ? `, ${say('replaceable', { date: date(dueOn, language) })}` : ''
    return [
      cell(name),
      cell(`${words.position(answer.position)}, ${date(answer.answeredOn, language)}${late}${open} `, { ref }),
      { ...cell(answer.text === '' ? none : answer.text), ...enclosed(answer, say) },
    ]
  })
  const columns = [
    { title: say('municipality'), width: 0.18 },
    { title: say('answer'), width: 0.32 },
    { title: say('summary'), width: 0.5 },
  ]
  return [heading, { kind: 'table', caption: say('hearing'), columns, rows }]
}

/** What came with an answer, by name: its files, and the scenario that the municipality put beside the application. */
function enclosed(
  { attachments, counterProposal }: CaseFile['consultations'][number]['answers'][number],
  say: Telling['say'],
): Pick<PaperCell, 'note'> {
  const files = attachments.map(({ name }) => name).join(', ')
  const said = [
    ...(files === '' ? [] : [say('enclosed', { files })]),
    ...(counterProposal === null ? [] : [say('counterProposal', { name: counterProposal.name })]),
  ]
  return said.length === 0 ? {} : { note: said.join(' ') }
}

/** What was ruled, here or by the national committee; boxes for the meeting while the case is open, else what became of it. */
export function decision(file: CaseFile, telling: Telling): PaperBlock[] {
  const { row } = file
  const { say, words } = telling
  const heading: PaperBlock = { kind: 'heading', text: say('decision') }
  const decided = [...ruled(file, telling), ...nationally(file, telling)]
  if (decided.length > 0) return [heading, ...decided]
  if (!isOpen(row)) return [heading, { kind: 'text', line: [words.status(row.status)] }]
  return [heading, { kind: 'ballot', choices: [say('followed'), say('refused'), say('disagreement')] }]
}

function ruled({ ruling }: CaseFile, { say, words, language }: Telling): PaperBlock[] {
  if (ruling === null) return []
  const said = say(ruling.outcome === 'refused' ? 'ruledRefused' : 'ruled', {
    outcome: words.ruling(ruling.outcome),
    number: ruling.number,
    date: date(danishDate(ruling.recordedAt), language),
    from: date(ruling.effectiveFrom, language),
  })
  const conditions: PaperBlock[] =
    ruling.conditions.length === 0 ? [] : [{ kind: 'list', items: ruling.conditions.map((one) => [one]) }]
  return [{ kind: 'text', line: [said] }, ...conditions, { kind: 'text', line: [ruling.reasons] }]
}

/** What the committee did not agree on, and what the national committee decided; nothing where the case is not there. */
function nationally({ referral, row }: CaseFile, { say, words, language }: Telling): PaperBlock[] {
  if (referral === null) return []
  const { sides, decision: decided } = referral
  const text = (line: string): PaperBlock => ({ kind: 'text', line: [line] })
  const disagreed = sides === null ? [] : [text(say('sides', { sides }))]
  if (decided === null) return [...disagreed, text(words.status(row.status))]
  const { reference, outcome, decidedOn, effectiveFrom, reasons, conditions } = decided
  const said = say(outcome === 'refused' ? 'decidedNationallyRefused' : 'decidedNationally', {
    reference,
    date: date(decidedOn, language),
    outcome: words.ruling(outcome),
    from: date(effectiveFrom, language),
  })
  const listed: PaperBlock[] = conditions.length === 0 ? [] : [{ kind: 'list', items: conditions.map((one) => [one]) }]
  return [...disagreed, text(said), ...listed, text(reasons)]
}

/**
 * Every event of the case that the reader may see, the newest first; a date other than the day of recording stands out.
 * Checks of the rules are counted and not listed.
 */
export function events(file: CaseFile, { say, words, language, path, refer }: Telling): PaperBlock[] {
  const checks = file.events.filter(({ type }) => type === 'FindingsComputed')
  const rows = file.events
    .filter((event) => !checks.includes(event))
    .map((event): PaperCell[] => {
      const recorded = danishDate(event.recordedAt)
      const from = date(event.effectiveFrom, language)
      return [
        cell(number(event.number, language)),
        cell(date(recorded, language)),
        cell(event.effectiveFrom === recorded ? from : { strong: from }),
        cell(words.event(event)),
      ]
    })
  const ref = refer({
    ref: 'H',
    text: say('appendixEvents'),
    path: path('/haendelser', { stream: `case-${file.row.case}` }),
  })
  const columns = [
    { title: say('number'), width: 0.11 },
    { title: say('recorded'), width: 0.17 },
    { title: say('effective'), width: 0.17 },
    { title: say('event'), width: 0.55 },
  ]
  return [
    { kind: 'heading', text: say('appendixEvents') },
    { kind: 'text', line: [`${say('eventsNote')} `, { ref }, `. ${checked(checks, say, language)}`] },
    { kind: 'table', caption: say('appendixEvents'), columns, rows },
  ]
}

function checked(checks: CaseFile['events'], say: Telling['say'], language: Telling['language']): string {
  const last = checks
    .map(({ recordedAt }) => recordedAt)
    .toSorted()
    .at(-1)
  if (last === undefined) return ''
  const params = { count: number(checks.length, language), date: date(danishDate(last), language) }
  return say(checks.length === 1 ? 'checkedOnce' : 'checkedOften', params)
}
