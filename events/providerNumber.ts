import { z } from 'zod'
import { ClinicId, PersonId, ProviderNumber, Specialty } from './identifiers.ts'
import { HoursTenths, Oere, ShareHundredths } from './quantities.ts'
import type { EventOf, EventShapes, RecordedEventOf } from './shape.ts'
import { EffectiveDate } from './time.ts'

/** Stream `providerNumber-<number>`: a provider number (ydernummer) from registration to cessation. */

export const CapacityStatus = z.enum(['owner', 'lessee', 'employed', 'mobile'])
export type CapacityStatus = z.infer<typeof CapacityStatus>

export const providerNumberEvents = {
  ProviderNumberRegistered: {
    version: 1,
    data: z.object({
      number: ProviderNumber,
      holder: PersonId,
      clinic: ClinicId,
      specialties: z.array(Specialty).min(1),
      status: CapacityStatus,
      origin: z.enum(['import', 'newEstablishment', 'takeover', 'split']),
    }),
  },
  /** Capacity in hours; holds to 2023-12-31 (S_NYOK). */
  HoursCapacityRegistered: { version: 1, data: z.object({ specialty: Specialty, hoursTenths: HoursTenths.min(1) }) },
  ProviderNumberTransferred: {
    version: 1,
    data: z.object({
      fromHolder: PersonId,
      toHolder: PersonId,
      newNumber: ProviderNumber,
      shareHundredths: ShareHundredths,
      formReceivedOn: EffectiveDate,
    }),
  },
  NumberShareSet: {
    version: 1,
    data: z.object({ shares: z.array(z.object({ holder: PersonId, shareHundredths: ShareHundredths })).min(1) }),
  },
  CapacityStatusChanged: { version: 1, data: z.object({ from: CapacityStatus, to: CapacityStatus }) },
  ClinicChanged: { version: 1, data: z.object({ from: ClinicId, to: ClinicId }) },
  Section24EmploymentRegistered: { version: 1, data: z.object({ employee: PersonId, hoursTenths: HoursTenths }) },
  Section24EmploymentEnded: { version: 1, data: z.object({ employee: PersonId }) },
  TurnoverCeilingSet: { version: 1, data: z.object({ oerePerYear: Oere, until: EffectiveDate.nullable() }) },
  TurnoverCeilingLapsed: { version: 1, data: z.object({ reason: z.string() }) },
  /** `ruling` is the committee's decision; null where it was recorded before the service asked for it. */
  PaymentCeilingImposed: {
    version: 2,
    data: z.object({
      oere: Oere,
      basis: z.enum(['total', 'perPatient']),
      until: EffectiveDate.nullable(),
      ruling: z.string().min(1).nullable(),
    }),
  },
  PaymentCeilingLifted: {
    version: 2,
    data: z.object({ reason: z.string(), ruling: z.string().min(1).nullable() }),
  },
  ProviderNumberCeased: {
    version: 1,
    data: z.object({ reason: z.string(), transferredTo: ProviderNumber.nullable() }),
  },
  /** A wrong fact set right with effect from the event's date; `corrects` names the event. */
  ProviderNumberCorrected: {
    version: 1,
    data: z.object({
      change: z.discriminatedUnion('field', [
        z.object({ field: z.literal('hoursTenths'), specialty: Specialty, old: HoursTenths, new: HoursTenths.min(1) }),
        z.object({ field: z.literal('holder'), old: PersonId, new: PersonId }),
        z.object({ field: z.literal('clinic'), old: ClinicId, new: ClinicId }),
        z.object({ field: z.literal('status'), old: CapacityStatus, new: CapacityStatus }),
        z.object({ field: z.literal('effectiveFrom'), old: EffectiveDate, new: EffectiveDate }),
      ]),
      reason: z.string(),
    }),
  },
  /** A fact that never happened; `corrects` names the event. */
  ProviderNumberVoided: { version: 1, data: z.object({ reason: z.string() }) },
} as const satisfies EventShapes

export type ProviderNumberEvent = EventOf<typeof providerNumberEvents>
export type RecordedProviderNumberEvent = RecordedEventOf<typeof providerNumberEvents>
/** What of a provider number was set right, before and after. */
export type NumberCorrection = z.infer<typeof providerNumberEvents.ProviderNumberCorrected.data>['change']
