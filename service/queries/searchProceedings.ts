import type { AsOf } from '#api/asOf'
import { reachOf, type Scope } from '#api/policy'
import type { Views } from '../projections/views.ts'
import { maySee } from './caseAccess.ts'
import { caseRecords } from './caseRecords.ts'
import { hearingRows } from './hearingRows.ts'
import { meetingRecords } from './meetingRecords.ts'
import type { World } from './query.ts'
import { rulingOf } from './rulings.ts'

/** Something of the committee's proceedings; `text` is what words are looked for in besides the title. */
interface Proceeding {
  readonly id: string
  readonly title: string
  readonly text: string
}

/** Cases that the asker may know of. */
export function caseProceedings(views: Views, at: AsOf, scope: Scope): readonly Proceeding[] {
  return caseRecords(views, at)
    .filter((record) => maySee(scope, record))
    .map((record) => ({ id: record.case, title: record.number, text: record.applicant }))
}

/** Rulings on them, by number and reasons; the id is the case's. */
export function rulingProceedings(views: Views, at: AsOf, scope: Scope): readonly Proceeding[] {
  return caseRecords(views, at)
    .filter((record) => maySee(scope, record))
    .flatMap((record) => {
      const ruling = rulingOf(views, at, record)
      return ruling === null ? [] : [{ id: record.case, title: ruling.number, text: ruling.reasons }]
    })
}

/** Meetings of the asker's committees, by day and place; the id is `<region>.<date>`. */
export function meetingProceedings(views: Views, at: AsOf, scope: Scope): readonly Proceeding[] {
  if (reachOf(scope.role, 'meeting.read') === null) return []
  return meetingRecords(views, at)
    .filter(({ region }) => scope.regions.includes(region))
    .map(({ meeting, meetingOn, place }) => ({ id: meeting, title: meetingOn, text: place ?? '' }))
}

/** What municipalities answered, as far as the asker may read it; the id is the case's. */
export function hearingProceedings(views: Views, at: AsOf, scope: Scope, { today }: World): readonly Proceeding[] {
  if (reachOf(scope.role, 'consultation.read') === null) return []
  return caseRecords(views, at)
    .filter((record) => maySee(scope, record))
    .flatMap((record) =>
      hearingRows(views, at, scope, record, today).flatMap(({ municipality, answers }) =>
        answers.map(({ text }) => ({ id: record.case, title: `${record.number} ${municipality}`, text })),
      ),
    )
    .filter(({ text }) => text !== '')
}

/** Letters shown on either side of the words that were found. */
const around = 50

/** The part of a text in which the words stand, or its beginning. */
export function excerpt(text: string, words: string): string {
  const at = text.toLocaleLowerCase('da').indexOf(words.toLocaleLowerCase('da'))
  const from = Math.max(0, at - around)
  const to = Math.max(at, 0) + words.length + around
  return `${from > 0 ? '…' : ''}${text.slice(from, to).replaceAll(/\s+/g, ' ').trim()}${to < text.length ? '…' : ''}`
}
