import type { CaseCorrection } from '#events/case'
import type { CaseSubject } from '#events/caseSubject'
import type { EffectiveDate } from '#events/time'
import { samePlace } from '../rules/samePlace.ts'
import type { CaseFile } from './caseState.ts'
import { Refusal } from './decider.ts'
import { equal } from './equal.ts'

/** The case as it stands after a correction. A field that the subject does not have is left alone. */
export function corrected<File extends Pick<CaseFile, 'subject' | 'receivedOn' | 'wantedFrom'>>(
  file: File,
  correction: CaseCorrection,
): File {
  switch (correction.field) {
    case 'receivedOn':
      return { ...file, receivedOn: correction.new }
    case 'wantedFrom':
      return { ...file, wantedFrom: correction.new }
    case 'previousUntil':
      return { ...file, subject: relocated(file.subject, { previousUntil: correction.new }) }
    case 'to':
      return { ...file, subject: relocated(file.subject, { to: correction.new }) }
    case 'accessibility':
      return { ...file, subject: relocated(file.subject, { accessibility: correction.new }) }
    case 'subject':
      return { ...file, subject: correction.new }
    default:
      return correction satisfies never
  }
}

type Relocation = Extract<CaseSubject, { type: 'A3' }>

function relocated(subject: CaseSubject, change: Partial<Relocation>): CaseSubject {
  return subject.type === 'A3' ? { ...subject, ...change } : subject
}

/** True when the correction changes something; refuses when it does not fit what the case says. */
export function correct(file: CaseFile, correction: CaseCorrection, today: EffectiveDate): boolean {
  const stands = current(file, correction.field)
  if (stands === undefined) throw new Refusal('case.noSuchField', { field: correction.field, type: file.subject.type })
  if (equal(stands, correction.new)) return false
  if (!equal(stands, correction.old)) throw new Refusal('case.oldDiffers', { field: correction.field, stands })
  if (correction.field === 'subject' && correction.new.type !== file.subject.type) throw new Refusal('case.otherType')
  if (correction.field === 'subject' && file.subject.type === 'A16') throw new Refusal('case.notHandedIn')
  const after = corrected(file, correction)
  if (after.receivedOn > today) throw new Refusal('case.receivedInFuture', { receivedOn: after.receivedOn, today })
  refuseImpossible(after.subject, after.wantedFrom)
  return true
}

/** What stands in the field now; undefined when the case has no such field. */
function current({ subject, receivedOn, wantedFrom }: CaseFile, field: CaseCorrection['field']): unknown {
  if (field === 'receivedOn') return receivedOn
  if (field === 'wantedFrom') return wantedFrom
  if (field === 'subject') return subject
  return subject.type === 'A3' ? subject[field] : undefined
}

/** Refuses what cannot be: a gap between two addresses, a move to the same place, a takeover by the same person. */
export function refuseImpossible(subject: CaseSubject, wantedFrom: EffectiveDate): void {
  switch (subject.type) {
    case 'A3':
      if (subject.previousUntil < wantedFrom)
        throw new Refusal('case.gapBetweenAddresses', { previousUntil: subject.previousUntil, wantedFrom })
      if (samePlace(subject.from, subject.to)) throw new Refusal('case.samePlace')
      return
    case 'A2':
      if (subject.fromHolder === subject.toHolder) throw new Refusal('case.sameHolder')
      return
    case 'A9':
      if (subject.fromSchool === subject.toSchool) throw new Refusal('case.samePlace')
      return
    case 'A5':
      if (subject.from === subject.to) throw new Refusal('case.sameStatus', { status: subject.to })
      return
    default:
  }
}
