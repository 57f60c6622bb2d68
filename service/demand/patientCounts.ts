import { z } from 'zod'
import type { AsOf } from '#api/asOf'
import type { PatientCountKind } from '#events/patientCount'
import { Tally } from '../disclosure/tally.ts'
import { knownAt, moment } from '../projections/bitemporal.ts'
import type { Views } from '../projections/views.ts'
import type { DatedVersion } from './prevalenceVersions.ts'

const Counts = z.record(z.string(), z.int().min(0).nullable())

/** Tables of a group's patients that had been loaded by then, in the order they were; a municipality without a count is null. */
export function loadedVersions(views: Views, at: AsOf, group: string, kind: PatientCountKind): readonly DatedVersion[] {
  const rows = views
    .statement<{ key: string; document: string; counts: string; effective_from: string }>(
      `SELECT c.key, c.document, c.counts, c.effective_from FROM patient_count c
       WHERE c.diagnosis = :group AND c.kind = :kind AND ${knownAt('c')} ORDER BY c.number`,
    )
    .all({ group, kind, known: moment(at).known })
  return rows.map(({ key, document, counts, effective_from }) => ({
    id: key,
    key: `${key} ${counts}`,
    from: effective_from,
    document,
    counts: new Map(
      Object.entries(Counts.parse(JSON.parse(counts))).map(
        ([code, count]) => [code, count === null ? null : new Tally(count)] as const,
      ),
    ),
  }))
}
