import { z } from 'zod'
import { MunicipalityCode } from './identifiers.ts'

/** WGS84 longitude and latitude in degrees, within a box around Denmark; swapped axes fall outside it. */
export const Position2d = z.tuple([z.number().min(7).max(16), z.number().min(54).max(58)])
export type Position2d = z.infer<typeof Position2d>

/** How the municipality of an address was settled. `confirm` means that a person still has to. */
export const PlacementCertainty = z.enum(['registered', 'geometry', 'confirmed', 'confirm', 'unknown'])
export type PlacementCertainty = z.infer<typeof PlacementCertainty>

/**
 * An address as it stood when it was recorded. Id, text, point and municipality are all kept, because addresses vanish
 * from the public registers. `position` and `municipality` are null when unknown: unknown is not a place.
 */
export const Address = z.object({
  text: z.string().trim().min(1).max(200),
  postcode: z
    .string()
    .regex(/^\d{4}$/)
    .nullable(),
  town: z.string().max(80).nullable(),
  /** Id in the address register (DAR). Many of its ids are no RFC 9562 UUIDs: `0a3f50…-32b8-e044-0003ba298018`. */
  darId: z.guid().nullable(),
  position: Position2d.nullable(),
  municipality: MunicipalityCode.nullable(),
  certainty: PlacementCertainty,
})
export type Address = z.infer<typeof Address>
