import type { Paper, PaperBlock } from '#api/views/paper'
import { placesOf } from '#events/caseSubject'
import { aboutOf } from '#events/say/caseFacts'
import { date } from '#events/say/format'
import { number } from '#events/say/numbers'
import { isOpen } from '../queries/caseRecords.ts'
import { type CaseFile, decision, events, hearing, matter, recommendation } from './caseSections.ts'
import { capacityEffects, ridingHours } from './effectSections.ts'
import { findings, toldFindings } from './findingSections.ts'
import { finished } from './finish.ts'
import type { Material } from './material.ts'
import { drawings, travelMade, travelTable } from './travelSection.ts'

/** The case for the meeting: recommendation, application, effects, answers, decision; findings and events as appendices. */
export function casePaper(material: Material): Paper {
  const { file, telling, stamp, minCell } = material
  const { say, words, language } = telling
  const { row } = file
  const set = toldFindings(file.findings, minCell)
  const unsettled = isOpen(row) && (set === null || row.counts.needsInformation + row.counts.needsConsultation > 0)
  const day = (on: string) => date(on, language)
  return finished(
    {
      kind: 'case',
      language,
      title: whatOf(file, telling),
      draft: unsettled ? say('draft') : null,
      head: {
        left: senderLines(file, telling),
        right: [
          say('agendaItem'),
          file.tabledFor === null ? say('noMeeting') : say('meetingOn', { date: day(file.tabledFor) }),
        ],
      },
      facts: [
        { label: say('case'), text: say('caseValue', { number: row.number, status: words.status(row.status) }) },
        { label: say('applicant'), text: row.applicant },
        { label: say('receivedOn'), text: day(row.receivedOn) },
        { label: say('wantedFrom'), text: day(row.wantedFrom) },
      ],
      blocks: [
        recommendation(file, telling),
        ...matter(file, telling),
        { kind: 'heading', text: say('effects') },
        ...effects(material),
        ...hearing(file, stamp.effectiveOn, telling),
        ...decision(file, telling),
        ...findings(file, set, { ...material.findingsFrom, subject: file.subject, ...row }, telling),
        ...events(file, telling),
        ...figuresMade(material),
      ],
      stamp,
    },
    telling,
  )
}

/** What a case is about: the application, and which. */
export function whatOf(file: CaseFile, { words, language, names }: Material['telling']): string {
  const about = aboutOf({ ...file, wantedFrom: file.row.wantedFrom }, { language, names })
  return about === null ? words.type(file.row.type) : `${words.type(file.row.type)}: ${about}`
}

/** Who writes: the committee and its region. */
export function senderLines({ committee }: CaseFile, { say, names }: Material['telling']): string[] {
  return [say('committee'), say('committeeOf', { region: names.region(committee) })]
}

/** What the application does: drawn, counted by municipality, and the way to the nearest place. */
export function effects({ file, telling, ground, travel, minCell, views, onDate }: Material): PaperBlock[] {
  const { subject } = file
  const places = placesOf(subject)
  const tables = [
    ...(subject.type === 'A3' ? capacityEffects(file, subject, views, onDate, telling) : []),
    ...ridingHours(file, telling),
  ]
  const none: PaperBlock[] = [{ kind: 'text', line: [telling.say('noEffects')] }]
  return [
    ...drawings({ ...ground, ...places }, travel, telling),
    ...(tables.length === 0 ? none : tables),
    ...(travel === null && subject.type === 'A3' && subject.from.position !== null && subject.to.position !== null
      ? [{ kind: 'text' as const, line: [telling.say('travelNone')] }]
      : []),
    ...travelTable(travel, minCell, telling),
  ]
}

/** How the figures were made, before the list of references. */
export function figuresMade({ telling, stamp, minCell, travel, ground }: Material): PaperBlock[] {
  const { say, language } = telling
  const note = say('figuresNote', {
    least: minCell,
    on: date(stamp.effectiveOn, language),
    event: number(stamp.event, language),
  })
  const travelled: PaperBlock[] = travel === null ? [] : [{ kind: 'text', line: [travelMade(travel, telling)] }]
  return [
    { kind: 'heading', text: say('appendixFigures') },
    { kind: 'text', line: [note] },
    ...travelled,
    { kind: 'text', line: [say('boundariesMade', { attribution: ground.attribution })] },
  ]
}
