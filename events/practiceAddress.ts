import { z } from 'zod'
import { AddressId, ClinicId } from './identifiers.ts'
import { Address, PlacementCertainty, Position2d } from './place.ts'
import { HoursTenths, UnitsHundredths } from './quantities.ts'
import type { EventOf, EventShapes, RecordedEventOf } from './shape.ts'
import { EffectiveDate } from './time.ts'

/** Stream `practiceAddress-<id>`: an approved place of treatment (praksisadresse) of one clinic. */

export const practiceAddressEvents = {
  PracticeAddressOpened: {
    version: 1,
    data: z.object({
      addressId: AddressId,
      clinic: ClinicId,
      kind: z.enum(['main', 'extra']),
      address: Address,
      /** First day that no longer counts; null while open. */
      until: EffectiveDate.nullable(),
    }),
  },
  /** Planned there, in the unit of the date's regime; the other one is null. */
  ExtraAddressNotified: {
    version: 2,
    data: z.object({
      hoursTenths: HoursTenths.nullable(),
      unitsHundredths: UnitsHundredths.nullable(),
      receivedOn: EffectiveDate,
    }),
  },
  ExtraAddressApproved: {
    version: 2,
    data: z.object({ hoursTenths: HoursTenths.nullable(), unitsHundredths: UnitsHundredths.nullable() }),
  },
  /** The whole address moves. `previousUntil` equals the effective date unless an overlap was granted. */
  PracticeAddressMoved: {
    version: 1,
    data: z.object({ from: Address, to: Address, previousUntil: EffectiveDate, ruling: z.string().nullable() }),
  },
  PracticeAddressClosed: { version: 1, data: z.object({ reason: z.string() }) },
  AccessibilityStated: { version: 1, data: z.object({ statement: z.string().min(1).max(2000) }) },
  /** A better point for the same place; not a move. */
  AddressGeocodeCorrected: {
    version: 1,
    data: z.object({ old: Position2d.nullable(), new: Position2d, certainty: PlacementCertainty, reason: z.string() }),
  },
  PracticeAddressVoided: { version: 1, data: z.object({ reason: z.string() }) },
} as const satisfies EventShapes

export type PracticeAddressEvent = EventOf<typeof practiceAddressEvents>
export type RecordedPracticeAddressEvent = RecordedEventOf<typeof practiceAddressEvents>
