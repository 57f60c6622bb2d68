import { z } from 'zod'
import type { EventOf, EventShapes, RecordedEventOf } from './shape.ts'
import { EffectiveDate } from './time.ts'

/** Stream `geography-denmark`: which shapes hold from when, how exact they are, and where people are counted to live. */

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
  /** Counted inhabitants on the kilometre squares; from their date they stand in for the modelled ones, all at once. */
  PopulationPublished: {
    version: 1,
    data: z.object({
      /** Name of the version: `dst-2026-01-01`. */
      populationVersion: z.string().min(1),
      /** Digest of the file that holds the squares. */
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      source: z.string().min(1),
      licence: z.string().min(1),
      /** Counted by square, or by parish and spread over its land by the model. */
      layout: z.enum(['grid', 'parish']),
      inhabitants: z.int().min(0),
      squares: z.int().positive(),
      /** Counted people that could not be put on the map; the file of squares says which and why. */
      leftOut: z.int().min(0),
    }),
  },
} as const satisfies EventShapes

export type GeographyEvent = EventOf<typeof geographyEvents>
export type RecordedGeographyEvent = RecordedEventOf<typeof geographyEvents>
