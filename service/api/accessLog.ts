import { z } from 'zod'
import { Role } from '#events/envelope'
import { EffectiveDate, RecordedAt } from '#events/time'

/** GET /api/access-log: who read what only committee and secretariat may know, one year at a time, the newest first. */
export const AccessLogParams = z.object({
  /** This year when left out. */
  year: z.coerce.number().int().min(2000).max(9999).optional(),
  /** Only readings before this number. */
  before: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

/** One reading. Nobody's name: `userId` is a reference, and `about` holds codes and ids only. */
export const AccessRow = z.object({
  number: z.int().positive(),
  at: RecordedAt,
  userId: z.string(),
  role: Role,
  organisation: z.string().nullable(),
  /** Name of the view or route that answered. */
  what: z.string(),
  /** What was asked about, by the name of the parameter: the case, the region, the period. */
  about: z.record(z.string(), z.string()),
  /** Region whose matter it was; null where it was nobody's in particular. */
  region: z.string().nullable(),
  effectiveOn: EffectiveDate,
  knownAt: z.union([RecordedAt, z.literal('now')]),
})
export type AccessRow = z.infer<typeof AccessRow>

export const AccessLogPage = z
  .object({
    year: z.int(),
    /** Years of which readings are kept, the newest first. */
    years: z.array(z.int()),
    total: z.int(),
    rows: z.array(AccessRow),
    /** `before` of the next page; null on the last. */
    next: z.int().nullable(),
  })
  .meta({ id: 'AccessLogPage' })
export type AccessLogPage = z.infer<typeof AccessLogPage>
