import type { AsOf } from '#api/asOf'
import { ConsultationPosition } from '#events/consultation'
import { featuresOf } from '../likeness/features.ts'
import { byLikeness, likenessOf } from '../likeness/likeness.ts'
import { asOf, moment } from '../projections/bitemporal.ts'
import type { Views } from '../projections/views.ts'
import { type Ruled, rulingRow, rulingsMade } from '../replay/ruledCase.ts'
import { answered, NotFound } from './answered.ts'
import { maySee } from './caseAccess.ts'
import { type CaseRecord, caseRecords, isOpen } from './caseRecords.ts'
import type { Query } from './query.ts'

/** Rulings that are told at most. */
const mostTold = 8

/**
 * Earlier rulings that still stand on applications of the same type, the most alike first. A ruled case is compared with
 * those before its own ruling. Of each the committee's own findings and the answers it had are looked at.
 */
export const likeCases: Query<'likeCases'> = (views, _at, scope, { case: id }, { today, geography }) => {
  const now: AsOf = { effectiveOn: today, recordedAt: 'now' }
  const records = new Map(
    caseRecords(views, now)
      .filter((record) => maySee(scope, record))
      .map((record) => [record.case, record]),
  )
  const asked = records.get(id)
  if (asked === undefined) throw new NotFound(`Case ${id}`)
  const standing = rulingsMade(views, today).filter(({ withdrawn }) => !withdrawn)
  const own = standing.findLast(({ data }) => data.case === id)
  const before = own === undefined ? standing : standing.filter(({ recordedAt }) => recordedAt < own.recordedAt)
  const featured = (record: CaseRecord, ruled: Ruled | undefined) => {
    const findings = ruled?.data.known.findings ?? record.findings?.findings ?? null
    // What others answer is not a municipality's to know before the ruling.
    const isHidden = scope.role === 'municipality' && isOpen(record)
    const at = ruled === undefined ? now : { effectiveOn: ruled.ruledOn, recordedAt: ruled.knownAt }
    return featuresOf(record.subject, findings, isHidden ? null : latestAnswers(views, at, record), geography.areas)
  }
  const features = featured(asked, own)
  const compared = before
    .flatMap((ruled) => {
      const record = records.get(ruled.data.case)
      if (record === undefined || record.case === id || record.type !== asked.type) return []
      const theirs = featured(record, ruled)
      return [{ ruled, record, features: theirs, ...likenessOf(features, theirs) }]
    })
    .toSorted((a, b) => byLikeness(a, b) || b.ruled.recordedAt.localeCompare(a.ruled.recordedAt))
  return {
    at: answered(views, now),
    features,
    examined: compared.length,
    rows: compared.slice(0, mostTold).map(({ ruled, record, features: theirs, agrees, differs, close }) => ({
      ...rulingRow(ruled),
      case: record.case,
      caseNumber: record.number,
      ruledOn: ruled.ruledOn,
      features: theirs,
      agrees: [...agrees],
      differs: [...differs],
      close,
    })),
  }
}

/** The latest answer of each municipality asked in the round that the case had come to; null for one without. */
function latestAnswers(views: Views, at: AsOf, { case: id }: CaseRecord): readonly (ConsultationPosition | null)[] {
  return views
    .statement<{ position: string | null }>(
      `SELECT (SELECT a.position FROM consultation_answer a WHERE a.consultation = c.consultation AND ${asOf('a')}
               ORDER BY a.number DESC LIMIT 1) AS position
       FROM consultation c JOIN case_file f ON f.case_id = c.case_id AND f.round = c.round AND ${asOf('f')}
       WHERE c.case_id = :id AND ${asOf('c')} ORDER BY c.municipality`,
    )
    .all({ id, ...moment(at) })
    .map(({ position }) => (position === null ? null : ConsultationPosition.parse(position)))
}
