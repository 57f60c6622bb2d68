import { z } from 'zod'
import { AgreementId, MunicipalityCode, PersonId, ProviderNumber, SchoolId } from './identifiers.ts'
import { HoursTenths } from './quantities.ts'
import type { EventOf, EventShapes, RecordedEventOf } from './shape.ts'
import { EffectiveDate } from './time.ts'

/** Stream `ridingAgreement-<id>`: one therapist at one riding school. */

/** Area that the agreement covers (dækningsområde): today's municipality, what a county agreed before 2007, or unknown. */
export const CoverageArea = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('municipality'), codes: z.array(MunicipalityCode).min(1) }),
  z.object({
    kind: z.literal('county'),
    county: z.string(),
    /** Empty while only the county's name is known: a hypothesis, not an area. */
    codes: z.array(MunicipalityCode),
  }),
  z.object({ kind: z.literal('unknown') }),
])
export type CoverageArea = z.infer<typeof CoverageArea>

export const ridingAgreementEvents = {
  RidingAgreementRequested: {
    version: 1,
    data: z.object({
      agreement: AgreementId,
      school: SchoolId,
      therapist: PersonId,
      provider: ProviderNumber.nullable(),
      hoursTenths: HoursTenths.min(1),
    }),
  },
  /** A permission names its school, its hours and, as the date it holds from, its first day. */
  RidingAgreementPermitted: {
    version: 2,
    data: z.object({
      /** Null in a permission that did not name it (version 1): the school that the agreement then had. */
      school: SchoolId.nullable(),
      hoursTenths: HoursTenths.min(1),
      conditions: z.string().nullable(),
    }),
  },
  RidingAgreementStarted: { version: 1, data: z.object({ hoursTenths: HoursTenths.min(1) }) },
  RidingHoursChanged: { version: 1, data: z.object({ old: HoursTenths, new: HoursTenths.min(1) }) },
  RidingAgreementMoved: { version: 1, data: z.object({ from: SchoolId, to: SchoolId }) },
  CoverageAreaRecorded: {
    version: 1,
    data: z.object({
      area: CoverageArea,
      accessionDate: EffectiveDate.nullable(),
      sourceDocument: z.string().nullable(),
    }),
  },
  CoverageAreaClarified: {
    version: 1,
    data: z.object({ previous: CoverageArea, area: CoverageArea, sourceDocument: z.string(), reason: z.string() }),
  },
  RidingAgreementEnded: { version: 1, data: z.object({ reason: z.string() }) },
  RidingNumberLapsed: { version: 1, data: z.object({ hoursTenths: HoursTenths }) },
  RidingAgreementVoided: { version: 1, data: z.object({ reason: z.string() }) },
} as const satisfies EventShapes

export type RidingAgreementEvent = EventOf<typeof ridingAgreementEvents>
export type RecordedRidingAgreementEvent = RecordedEventOf<typeof ridingAgreementEvents>
