import type { CaseId } from '#events/identifiers'
import { RecordedAt } from '#events/time'
import type { Views } from '../projections/views.ts'

/** What was stored about a ruling when it had been made. */
interface StoredSeal {
  readonly scheme: number
  readonly digest: string
  readonly recordedAt: RecordedAt
}

/** The seal of a case's ruling; null where none was stored. */
export function storedSeal(views: Views, number: string, id: CaseId): StoredSeal | null {
  const row = views
    .statement<{ scheme: number; digest: string; recorded_at: string }>(
      'SELECT s.scheme, s.digest, s.recorded_at FROM ruling_seal s WHERE s.case_id = :id AND s.number = :number LIMIT 1',
    )
    .get({ id, number })
  if (row === undefined) return null
  return { scheme: row.scheme, digest: row.digest, recordedAt: RecordedAt.parse(row.recorded_at) }
}
