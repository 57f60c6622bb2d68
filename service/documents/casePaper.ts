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
        {
          label: say('case'),
          text: say('caseValue', { number: row.number, status: uncapitalized(words.status(row.status)) }),
        },
        { label: say('applicant'), text: row.applicant },
        { label: say('receivedOn'), text: day(row.receivedOn) },
        { label: say('wantedFrom'), text: day(row.wantedFrom) },
      ],
      blocks: [
        recommendation(file, telling),
        ...matter(file, telling),
        ...effects(material),
        ...hearing(file, stamp.effectiveOn, telling),
        ...decision(file, telling),
        ...findings(file, set, { ...material.findingsFrom, subject: file.subject, ...row }, telling),
        ...events(file, telling),
        ...figuresMade(material, 3),
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

/** A name of ours as it stands inside a sentence. */
export function uncapitalized(words: string): string {
  return words.slice(0, 1).toLowerCase() + words.slice(1)
}

/** Who writes: the committee and its region. */
export function senderLines({ committee }: CaseFile, { say, names }: Material['telling']): string[] {
  return [say('committee'), say('committeeOf', { region: names.region(committee) })]
}

/**
 * What the application does: drawn, counted by municipality, and the way to the nearest place. Of one that was refused the
 * heading says that none of it comes.
 */
export function effects({ file, telling, ground, travel, minCell, views, onDate }: Material): PaperBlock[] {
  const { subject, row } = file
  const { say, language } = telling
  const decided = file.referral?.decision ?? file.ruling
  const isCounted = subject.type === 'A3' || ridingTypes.has(subject.type)
  const places = placesOf(subject)
  const tables = [
    ...(subject.type === 'A3' ? capacityEffects(file, subject, views, onDate, telling) : []),
    ...ridingHours(file, views, onDate, telling),
  ]
  const text = (line: string): PaperBlock => ({ kind: 'text', line: [line] })
  return [
    { kind: 'heading', text: say(decided?.outcome === 'refused' ? 'effectsRefused' : 'effects') },
    ...drawings({ ...ground, ...places, adds: subject.type === 'A4' }, travel, telling),
    ...(tables.length > 0
      ? [text(say('effectsOn', { date: date(row.wantedFrom, language) })), ...tables]
      : [text(say(isCounted ? 'noEffects' : 'effectsNotCounted'))]),
    ...(travel === null && subject.type === 'A3' && subject.from.position !== null && subject.to.position !== null
      ? [text(say('travelNone'))]
      : []),
    ...travelTable(travel, minCell, telling),
  ]
}

/** Applications that change hours of riding therapy. */
const ridingTypes: ReadonlySet<string> = new Set(['A7', 'A8', 'A9', 'A10'])

/** How the figures were made, before the list of references. `place` is the appendix's own among those of the paper. */
export function figuresMade({ telling, stamp, minCell, travel, ground }: Material, place: number): PaperBlock[] {
  const { say, language } = telling
  const note = say('figuresNote', {
    least: minCell,
    on: date(stamp.effectiveOn, language),
    event: number(stamp.event, language),
  })
  const travelled: PaperBlock[] = travel === null ? [] : [{ kind: 'text', line: [travelMade(travel, telling)] }]
  return [
    { kind: 'heading', text: say('appendixFigures', { place }) },
    { kind: 'text', line: [note] },
    ...travelled,
    { kind: 'text', line: [say('boundariesMade', { attribution: ground.attribution })] },
  ]
}
