import { z } from 'zod'
import type { EventOf, EventShapes, RecordedEventOf } from './shape.ts'
import { EffectiveDate } from './time.ts'

/** Stream `geography-denmark`: which shapes hold from when, and how exact they are. */

export const geographyEvents = {
  AreaVersionPublished: {
    version: 1,
    data: z.object({
      kind: z.enum(['municipality', 'region', 'formerCounty', 'formerMunicipality']),
      /** Name of the version: `built-in-1`, `dagi-2026-01-01`. */
      areaVersion: z.string().min(1),
      until: EffectiveDate.nullable(),
      /** Digest of the file that holds the shapes. */
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      source: z.string().min(1),
      licence: z.string().min(1),
      /** An address nearer to a border than this is confirmed by a person. Metres. */
      confirmWithinM: z.number().min(0),
      areas: z.int().positive(),
    }),
  },
} as const satisfies EventShapes

export type GeographyEvent = EventOf<typeof geographyEvents>
export type RecordedGeographyEvent = RecordedEventOf<typeof geographyEvents>
