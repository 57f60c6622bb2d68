import { type CaseSubject, placesOf } from '#events/caseSubject'
import type { Address } from '#events/place'
import type { Answer } from '../../api.ts'

/** Everything on the case page. */
export type CaseFile = Answer<'caseFile'>

/** Where the case begins and ends up. The same address twice when nothing moves; null for what is not known. */
export function placesIn({ subject }: Pick<CaseFile, 'subject'>): {
  readonly from: Address | null
  readonly to: Address | null
  /** False when the case stays in one place, or in none that is known. */
  readonly moves: boolean
} {
  const { from, to } = placesOf(subject)
  return { from, to, moves: from !== null && to !== null && from !== to }
}

/** A correction of a fact: what the application said before, why it was corrected, and when. */
export interface FactCorrection {
  /** The application as it was before the correction. */
  readonly before: Pick<CaseFile, 'subject'> & { readonly receivedOn: string; readonly wantedFrom: string }
  readonly reason: string
  readonly recordedAt: string
}

/** The latest correction of a part of the application, or undefined when it stands as it was received. */
export function correctionTo(
  { corrections, subject, row }: Pick<CaseFile, 'corrections' | 'subject' | 'row'>,
  part: string,
): FactCorrection | undefined {
  const found = corrections
    .filter(({ correction }) => partsOf(correction).includes(part))
    .toSorted((a, b) => (a.recordedAt < b.recordedAt ? 1 : -1))[0]
  if (found === undefined) return undefined
  const { correction, reason, recordedAt } = found
  const stands = { subject, receivedOn: row.receivedOn, wantedFrom: row.wantedFrom }
  const before = isOfApplication(correction)
    ? { ...stands, [correction.field]: correction.old }
    : { ...stands, subject: withOld(subject, correction) }
  return { before, reason, recordedAt }
}

type Correction = CaseFile['corrections'][number]['correction']
type OfApplication = Extract<Correction, { field: 'subject' | 'receivedOn' | 'wantedFrom' }>

function isOfApplication(correction: Correction): correction is OfApplication {
  return correction.field === 'subject' || correction.field === 'receivedOn' || correction.field === 'wantedFrom'
}

/** Parts of the application that a correction changed: the subject's own fields where the whole was corrected. */
function partsOf(correction: Correction): readonly string[] {
  if (correction.field !== 'subject') return [correction.field]
  const [old, now]: readonly Readonly<Record<string, unknown>>[] = [correction.old, correction.new]
  return Object.keys(now ?? {}).filter((part) => JSON.stringify(old?.[part]) !== JSON.stringify(now?.[part]))
}

/** A relocation before one of its own fields was corrected. */
function withOld(subject: CaseSubject, { field, old }: Exclude<Correction, OfApplication>): CaseSubject {
  return subject.type === 'A3' ? { ...subject, [field]: old } : subject
}
