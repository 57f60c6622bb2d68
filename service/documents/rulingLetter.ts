import type { Paper, PaperBlock } from '#api/views/paper'
import { danishDate, date } from '#events/say/format'
import { NotFound } from '../queries/answered.ts'
import { danishDate as dayOf, daysBetween } from '../rules/calendar.ts'
import { effects, figuresMade, senderLines, whatOf } from './casePaper.ts'
import { type CaseFile, cell, hearing, matter } from './caseSections.ts'
import { findings, toldFindings } from './findingSections.ts'
import { finished } from './finish.ts'
import type { Material } from './material.ts'
import type { Telling } from './telling.ts'

type Ruling = NonNullable<CaseFile['ruling']>

/**
 * The letter that tells the ruling: outcome, conditions, reasons, departures, who took part, until when it can be referred,
 * and the findings exactly as the committee knew them. Throws `NotFound` while there is no ruling.
 */
export function rulingLetter(material: Material): Paper {
  const { file, telling, stamp, minCell } = material
  const { say, words, language } = telling
  const { ruling } = file
  if (ruling === null) throw new NotFound(`Ruling on ${file.row.case}`)
  const day = (on: string) => date(on, language)
  const issued = file.events.find(({ type }) => type === 'RulingIssued')
  const known = { event: issued?.id ?? null, field: 'known' as const }
  return finished(
    {
      kind: 'ruling',
      language,
      title: say('rulingTitle', { number: ruling.number, what: whatOf(file, telling) }),
      draft: null,
      head: { left: senderLines(file, telling), right: [say('rulingLetter'), day(danishDate(ruling.recordedAt))] },
      facts: [
        { label: say('case'), text: file.row.number },
        { label: say('applicant'), text: file.row.applicant },
        { label: say('outcome'), text: words.ruling(ruling.outcome) },
        ruling.outcome === 'refused'
          ? { label: say('wantedFrom'), text: day(file.row.wantedFrom) }
          : { label: say('effectiveFrom'), text: day(ruling.effectiveFrom) },
      ],
      blocks: [
        { kind: 'frame', title: say('reasons'), lines: paragraphs(ruling.reasons), items: [] },
        ...conditions(ruling, telling),
        ...derogations(ruling, telling),
        { kind: 'text', line: [say('participants', ruling.participants)] },
        ...referral(ruling, file, telling),
        ...matter(file, telling),
        ...effects(material),
        ...hearing(file, stamp.effectiveOn, telling),
        ...findings(
          file,
          toldFindings(ruling.known, minCell),
          { ...known, subject: file.subject, ...file.row },
          telling,
        ),
        ...figuresMade(material, 2),
      ],
      stamp,
    },
    telling,
  )
}

function paragraphs(text: string) {
  return text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => [line.trim()])
}

function conditions(ruling: Ruling, { say }: Telling): PaperBlock[] {
  if (ruling.conditions.length === 0) return []
  return [
    { kind: 'heading', text: say('conditions') },
    { kind: 'list', items: ruling.conditions.map((one) => [one]) },
  ]
}

function derogations(ruling: Ruling, { say, words }: Telling): PaperBlock[] {
  if (ruling.derogations.length === 0) return []
  const columns = [
    { title: say('ref'), width: 0.08 },
    { title: say('rule'), width: 0.32 },
    { title: say('reason'), width: 0.6 },
  ]
  const rows = ruling.derogations.map(({ rule, reason }) => [cell({ ref: rule }), cell(words.rule(rule)), cell(reason)])
  return [
    { kind: 'heading', text: say('derogations') },
    { kind: 'table', caption: say('derogations'), columns, rows },
  ]
}

/** Until when a party may demand referral, with how the day was counted. */
function referral({ recordedAt, referralUntil }: Ruling, { row }: CaseFile, telling: Telling): PaperBlock[] {
  const { say, language, figure, refer, path } = telling
  const from = dayOf(recordedAt)
  const ref = figure({
    ref: 'D1',
    label: 'referralUntil',
    value: referralUntil,
    unit: 'date',
    formula: 'addDays@1',
    inputs: { from, days: daysBetween(from, referralUntil) },
  })
  refer({ ref, text: say('referralHeading'), path: path(`/sager/${row.case}`) })
  return [{ kind: 'text', line: [say('referral', { until: date(referralUntil, language) }), ' ', { ref }] }]
}
