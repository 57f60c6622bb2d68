import { z } from 'zod'
import { ClinicId, RegionCode } from './identifiers.ts'
import { Oere } from './quantities.ts'
import type { EventOf, EventShapes, RecordedEventOf } from './shape.ts'

/** Stream `krCapacity-<region>`: new capacity that the region advertises and awards, and the index of a unit (S_NYNED, S_KAP). */

/** Specialties whose capacity is counted in kroner. */
export const KrSpecialty = z.enum(['51', '62'])
export type KrSpecialty = z.infer<typeof KrSpecialty>

/** Index of a unit's kroner in ten-thousandths: 10,250 is 1.025 times the level year's amount. */
export const IndexTenThousandths = z.int().min(5_000).max(30_000)

export const krCapacityEvents = {
  /** Subsidy a year that can be applied for from the date on. */
  NewEstablishmentAdvertised: {
    version: 1,
    data: z.object({
      region: RegionCode,
      specialty: KrSpecialty,
      oere: Oere.min(1),
      documentRef: z.string().min(1).nullable(),
    }),
  },
  /** A part of what was advertised, given to a clinic. */
  NewEstablishmentAwarded: {
    version: 1,
    data: z.object({
      region: RegionCode,
      specialty: KrSpecialty,
      oere: Oere.min(1),
      clinic: ClinicId,
      ruling: z.string().min(1).nullable(),
    }),
  },
  /** The index of a year, for one specialty; holds until the next. */
  KrCapacityIndexed: {
    version: 1,
    data: z.object({
      region: RegionCode,
      specialty: KrSpecialty,
      year: z.int().min(2022).max(2100),
      indexTenThousandths: IndexTenThousandths,
    }),
  },
} as const satisfies EventShapes

export type KrCapacityEvent = EventOf<typeof krCapacityEvents>
export type RecordedKrCapacityEvent = RecordedEventOf<typeof krCapacityEvents>
