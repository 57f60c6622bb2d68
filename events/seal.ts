import { z } from 'zod'
import { CaseId, RegionCode } from './identifiers.ts'
import type { EventOf, EventShapes, RecordedEventOf } from './shape.ts'

/** Stream `seal-<region>.<number>`: the digest of what one committee knew when it made one ruling. */

export const sealEvents = {
  RulingSealed: {
    version: 1,
    data: z.object({
      case: CaseId,
      committee: RegionCode,
      /** Number of the ruling. */
      number: z.string().regex(/^\d{4}-\d{4}$/),
      /** The rules by which the sealed content was put together. */
      scheme: z.int().positive(),
      /** SHA-256 over the canonical JSON of everything that is shown as known at the ruling, in hexadecimal. */
      digest: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  },
} as const satisfies EventShapes

export type SealEvent = EventOf<typeof sealEvents>
export type RecordedSealEvent = RecordedEventOf<typeof sealEvents>
