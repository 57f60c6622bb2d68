import { z } from 'zod'
import { EventId } from './envelope.ts'
import { PersonId, ProviderNumber, RegionCode } from './identifiers.ts'
import { Address } from './place.ts'
import { Oere } from './quantities.ts'
import type { EventOf, EventShapes, RecordedEventOf } from './shape.ts'
import { EffectiveDate } from './time.ts'

/** Stream `palliative-<region>`: the section-2 agreement on palliative physiotherapy and what is known of the supply (S_SEED002). */

/** Which multiplier a section-2 agreement is sized with: the seed's uplift, or the ratio of the two populations. */
export const SizingBasis = z.enum(['seed', 'population'])
export type SizingBasis = z.infer<typeof SizingBasis>

/** A fee whose unit the source does not say: per therapist, or for all of them together. */
export const FeeScope = z.enum(['unknown', 'perTherapist', 'total'])

/** The donor region's figures of one year, and what the new agreement pays besides the services. Amounts in øre. */
export const Section2Figures = z.object({
  donorTherapists: z.int().min(1).max(10_000),
  donorPatients: z.int().min(1).max(1_000_000),
  donorServices: z.int().min(1).max(100_000_000),
  donorServiceCostOere: Oere,
  donorPopulation: z.int().min(1).max(100_000_000),
  population: z.int().min(1).max(100_000_000),
  upliftPercent: z.int().min(-90).max(1000),
  /** To each therapist in the year. */
  baseFeeOere: Oere,
  /** The year's budget for supervision and for the theme day. */
  supervisionOere: Oere,
  themeDayOere: Oere,
  /** Once, in the first year; null where the budget has no amount for it. */
  startUpOere: Oere.nullable(),
  years: z.int().min(1).max(20),
})
export type Section2Figures = z.infer<typeof Section2Figures>

/** What one multiplier gives. Counts and amounts are rounded half up, each from the exact value. */
export const Section2Size = z.object({
  basis: SizingBasis,
  therapists: z.int(),
  patients: z.int(),
  services: z.int(),
  serviceCostOere: Oere,
  baseFeesOere: Oere,
  yearlyOere: Oere,
  /** All years, with the start-up once. */
  totalOere: Oere,
})
export type Section2Size = z.infer<typeof Section2Size>

/** The lines of the seed's budget table. */
export const BudgetItem = z.enum([
  'serviceCost',
  'baseFees',
  'activityFee',
  'supervision',
  'themeDay',
  'startUp',
  'administration',
])
export type BudgetItem = z.infer<typeof BudgetItem>

/** Part of a region that is counted for itself: the region on the mainland, or an island without a road to elsewhere. */
export const PalliativeArea = z
  .string()
  .regex(/^(\d{4}|ost)$/, { error: 'expected a region, or a municipality that is an area of its own' })
export type PalliativeArea = z.infer<typeof PalliativeArea>

export const palliativeEvents = {
  Section2AgreementProposed: {
    version: 1,
    data: z.object({
      region: RegionCode,
      donorRegion: RegionCode,
      figures: Section2Figures,
      /** Both sizes, as they were calculated when the proposal was made. */
      sizes: z.array(Section2Size).min(1),
      /** Population ratio less one, in tenths of a percentage point. */
      populationUpliftTenths: z.int(),
      basis: SizingBasis,
      /** An activity fee that the source names without its unit. */
      activityFee: z.object({ oere: Oere, scope: FeeScope }).nullable(),
      source: z.string().min(1).max(300).nullable(),
    }),
  },
  Section2AgreementAdopted: {
    version: 1,
    data: z.object({ region: RegionCode, proposal: EventId, basis: SizingBasis, documentRef: z.string().nullable() }),
  },
  TherapistJoined: {
    version: 1,
    data: z.object({
      region: RegionCode,
      person: PersonId,
      provider: ProviderNumber.nullable(),
      /** Where the therapist sets out from; the practice address of the number when it is null. */
      place: Address.nullable(),
      trainingDone: z.boolean().nullable(),
      homeRadiusKm: z.int().min(1).max(200).nullable(),
    }),
  },
  TherapistLeft: { version: 1, data: z.object({ region: RegionCode, person: PersonId, reason: z.string().min(1) }) },
  /** Whether a therapist takes new patients from the date on; null when it is not known any more. */
  AcceptanceChanged: {
    version: 1,
    data: z.object({ region: RegionCode, person: PersonId, acceptsNew: z.boolean().nullable() }),
  },
  /** What a year may cost, item by item; null for a line of the table without an amount. */
  BudgetSet: {
    version: 1,
    data: z.object({
      region: RegionCode,
      year: z.int().min(2000).max(2100),
      items: z.array(z.object({ item: BudgetItem, oere: Oere.nullable() })).min(1),
      source: z.string().min(1).max(300).nullable(),
    }),
  },
  /** A survey of who offers palliative treatment at home. What was not asked or not answered is null. */
  SupplySurveyRecorded: {
    version: 1,
    data: z.object({
      region: RegionCode,
      surveyedOn: EffectiveDate,
      responsePercent: z.int().min(0).max(100).nullable(),
      counts: z
        .array(
          z.object({
            area: PalliativeArea,
            providers: z.int().min(0).nullable(),
            accepting: z.int().min(0).nullable(),
          }),
        )
        .min(1),
      source: z.string().min(1).max(300).nullable(),
    }),
  },
} as const satisfies EventShapes

export type PalliativeEvent = EventOf<typeof palliativeEvents>
export type RecordedPalliativeEvent = RecordedEventOf<typeof palliativeEvents>
