import type { CaseId, MunicipalityCode } from '#events/identifiers'
import type { MessageKind } from '#events/message'
import { caseNumber } from '#events/say/caseNumber'
import { date } from '#events/say/format'
import type { EffectiveDate } from '#events/time'

/** What a letter about a hearing says; nothing of a person, and nothing that a mail server should not read. */
export interface LetterFacts {
  readonly kind: MessageKind
  readonly case: CaseId
  readonly municipality: MunicipalityCode
  readonly municipalityName: string
  readonly round: number
  readonly questions: string
  readonly dueOn: EffectiveDate
  /** The secretariat's reason where a deadline was not extended. */
  readonly declined: string | null
  /** Address of the service for browsers, without a slash at its end; null where none is set. */
  readonly publicUrl: string | null
}

/** A letter ready to be sent: plain text in Danish, the language of the authorities. */
export interface Letter {
  /** The same whenever the letter is tried again, so that a receiver can tell a copy. */
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** The letter's subject and text. Whether the municipality may object, and until when, comes first. */
export function letterOf(facts: LetterFacts): Pick<Letter, 'subject' | 'text'> {
  const { municipalityName, questions, publicUrl } = facts
  // A mail is plain text; no-break spaces are for pages.
  const due = date(facts.dueOn, 'da').replaceAll('\u00A0', ' ')
  const number = caseNumber(facts.case)
  const { subject, lines } = opening(facts, number, due)
  const path = `/hoeringer/${facts.case}?municipality=${facts.municipality}&round=${facts.round}`
  const where =
    publicUrl === null ? 'Svaret gives i Praksiskort under Høringer.' : `Svaret gives her: ${publicUrl}${path}`
  const paragraphs = [
    `Til ${municipalityName} Kommune`,
    ...lines,
    ...(questions === '' ? [] : [`Sekretariatet spørger:\n${questions}`]),
    where,
    'Skriv ikke personoplysninger i svaret. Kontakt sekretariatet, hvis fristen ikke kan overholdes.',
  ]
  return { subject, text: `${paragraphs.join('\n\n')}\n` }
}

function opening(
  { kind, round, declined }: LetterFacts,
  number: string,
  due: string,
): { readonly subject: string; readonly lines: readonly string[] } {
  const may = `Kommunen kan gøre indsigelse eller give andre bemærkninger til og med ${due}.`
  switch (kind) {
    case 'consultation':
      return {
        subject: `Høring i sag ${number}, svarfrist ${due}`,
        lines: [may, `Sag ${number} er sendt i høring (runde ${round}).`],
      }
    case 'consultation-reminder':
      return {
        subject: `Påmindelse: høring i sag ${number}, svarfrist ${due}`,
        lines: [may, `Sekretariatet har ikke modtaget kommunens svar i sag ${number}.`],
      }
    case 'consultation-extended':
      return {
        subject: `Ny svarfrist ${due} i høring, sag ${number}`,
        lines: [may, `Fristen i sag ${number} er forlænget.`],
      }
    case 'consultation-extension-declined':
      return {
        subject: `Fristen ${due} er ikke forlænget, høring i sag ${number}`,
        lines: [may, `Sekretariatet har ikke forlænget fristen i sag ${number}: ${declined ?? ''}`],
      }
    default:
      return kind satisfies never
  }
}
