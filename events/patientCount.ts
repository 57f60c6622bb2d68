import { z } from 'zod'
import { DiagnosisGroupId, MunicipalityCode } from './identifiers.ts'
import type { EventOf, EventShapes, RecordedEventOf } from './shape.ts'
import { EffectiveDate } from './time.ts'

/**
 * Stream `patientCount-<group>`: how many patients of a diagnosis group a register counted, by municipality. Sums only, no
 * row about a person. What is counted never leaves the service as it is.
 */

export const PatientCountKind = z.enum(['observed', 'prevalence-estimate'])
export type PatientCountKind = z.infer<typeof PatientCountKind>

export const patientCountEvents = {
  /**
   * A whole table at once. A municipality that it does not mention is unknown; a later load replaces an earlier one from
   * its own date on. One municipality is never loaded alone: the difference of two totals would be its count.
   */
  PatientCountLoaded: {
    version: 1,
    data: z.object({
      group: DiagnosisGroupId,
      kind: PatientCountKind,
      /** Name of the report and its date or edition. */
      document: z.string().trim().min(1).max(200),
      /** Days that were counted, `to` included. */
      period: z.object({ from: EffectiveDate, to: EffectiveDate }),
      counts: z
        .array(
          z.object({
            municipality: MunicipalityCode,
            /** Null when the source has none, or hides it (`suppressed`). */
            count: z.int().min(0).max(6_000_000).nullable(),
            suppressed: z.boolean(),
          }),
        )
        .min(1),
    }),
  },
} as const satisfies EventShapes

export type PatientCountEvent = EventOf<typeof patientCountEvents>
export type RecordedPatientCountEvent = RecordedEventOf<typeof patientCountEvents>
