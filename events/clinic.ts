import { z } from 'zod'
import { ClinicId, PersonId, Specialty } from './identifiers.ts'
import { ShareHundredths, UnitsHundredths } from './quantities.ts'
import type { EventOf, EventShapes, RecordedEventOf } from './shape.ts'

/** Stream `clinic-<id>`: a clinic and its capacity in units per specialty, from 2024-01-01 (S_KAP). */

/** What makes a clinic a children's clinic (S_SEED000, R-31). */
export const ChildrensCriteria = z.object({
  competence: z.boolean().nullable(),
  facilities: z.boolean().nullable(),
  equipment: z.boolean().nullable(),
  parentsInvolved: z.boolean().nullable(),
})
export type ChildrensCriteria = z.infer<typeof ChildrensCriteria>

export const clinicEvents = {
  ClinicRegistered: {
    version: 1,
    data: z.object({
      clinic: ClinicId,
      name: z.string().min(1).max(120),
      cvr: z
        .string()
        .regex(/^\d{8}$/)
        .nullable(),
      formOfPractice: z.enum(['solo', 'partnership', 'company']),
    }),
  },
  /** One unit is 1,000,000 kr subsidy on 62 or 393,000 kr on 51 at `levelYear` level (S_KAP). Replaces what stood. */
  KrCapacityAllocated: {
    version: 1,
    data: z.object({
      specialty: Specialty,
      unitsHundredths: UnitsHundredths,
      levelYear: z.int().min(2022).max(2100),
      reason: z.enum(['transition2024', 'newEstablishment', 'transfer', 'correction']),
    }),
  },
  ClinicOwnershipChanged: {
    version: 1,
    data: z.object({ owners: z.array(z.object({ owner: PersonId, shareHundredths: ShareHundredths })).min(1) }),
  },
  /**
   * What the clinic says of treating children; all four make it a children's clinic, null is not said. Replaces what
   * stood. Ends with the clinic.
   */
  ChildrensClinicDescribed: { version: 1, data: ChildrensCriteria },
  /** Whether the clinic takes new patients. Replaces what stood; a clinic that has said nothing is counted as taking them. */
  ClinicIntakeStated: { version: 1, data: z.object({ accepts: z.boolean() }) },
  ClinicClosed: { version: 1, data: z.object({ reason: z.string() }) },
  ClinicVoided: { version: 1, data: z.object({ reason: z.string() }) },
} as const satisfies EventShapes

export type ClinicEvent = EventOf<typeof clinicEvents>
export type RecordedClinicEvent = RecordedEventOf<typeof clinicEvents>
