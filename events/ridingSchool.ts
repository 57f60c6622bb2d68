import { z } from 'zod'
import { SchoolId } from './identifiers.ts'
import { Address } from './place.ts'
import type { EventOf, EventShapes, RecordedEventOf } from './shape.ts'

/** Stream `ridingSchool-<id>`: a riding school (rideskole) and its approval. */

export const ridingSchoolEvents = {
  RidingSchoolRegistered: {
    version: 1,
    data: z.object({ school: SchoolId, name: z.string().min(1).max(120), address: Address }),
  },
  RidingSchoolApproved: { version: 1, data: z.object({ documentRef: z.string().nullable() }) },
  RidingSchoolApprovalWithdrawn: { version: 1, data: z.object({ reason: z.string() }) },
  RidingSchoolVoided: { version: 1, data: z.object({ reason: z.string() }) },
} as const satisfies EventShapes

export type RidingSchoolEvent = EventOf<typeof ridingSchoolEvents>
export type RecordedRidingSchoolEvent = RecordedEventOf<typeof ridingSchoolEvents>
