import { z } from 'zod'
import { MunicipalityCode } from './identifiers.ts'
import { Address } from './place.ts'
import type { EventOf, EventShapes, RecordedEventOf } from './shape.ts'
import { EffectiveDate } from './time.ts'

/** Stream `municipalOffer-<municipality>`: a municipality's own free physiotherapy (S_SEED004). */

/** What can be offered, in the order of the matrix. */
export const OfferService = z.enum([
  'group',
  'individual',
  'individualSupplement',
  'home',
  'childPlace',
  'online',
  'occupationalTherapy',
  'pool',
  'riding',
  'weekend',
])
export type OfferService = z.infer<typeof OfferService>

/** Whether a service is part of the offer. Unknown is not no. */
export const Included = z.enum(['yes', 'no', 'unknown'])
export type Included = z.infer<typeof Included>

export const OfferSetting = z.enum(['trainingRoom', 'home', 'everydayPlace', 'online'])
export type OfferSetting = z.infer<typeof OfferSetting>

/** When the offer is open, roughly. */
export const OpeningClass = z.enum(['weekdaysDaytime', 'weekdaysAndEvenings', 'allWeek', 'unknown'])

const serviceState = {
  service: OfferService,
  included: Included,
  /** "Only when a group is not possible"; null for none. */
  condition: z.string().trim().min(1).max(300).nullable(),
}

/** Place where the offer is given; `place` is its id within the municipality. */
export const OfferPlace = z.object({
  place: z.string().regex(/^[a-z0-9][a-z0-9-]{0,31}$/, { error: 'expected lower-case letters, digits and hyphens' }),
  name: z.string().trim().min(1).max(120),
  address: Address,
})

export const municipalOfferEvents = {
  /** A version of the offer. A service that it does not mention is unknown. */
  MunicipalOfferPublished: {
    version: 1,
    data: z.object({
      municipality: MunicipalityCode,
      document: z.string().trim().min(1).max(200),
      offerVersion: z.string().trim().min(1).max(60),
      services: z.array(z.object(serviceState)),
      settings: z.array(OfferSetting),
      places: z.array(OfferPlace),
      hours: OpeningClass,
      /** Months that a referral lasts. */
      referralMonths: z.int().min(1).max(120).nullable(),
      /** What in the document contradicts itself or is not clear: kept visible, not resolved. */
      remarks: z.string().max(1000).nullable(),
      source: z.string().max(300).nullable(),
    }),
  },
  ServiceIncludedChanged: {
    version: 1,
    data: z.object({ ...serviceState, was: Included, reason: z.string().trim().min(1).max(500) }),
  },
  OfferClosed: { version: 1, data: z.object({ reason: z.string().trim().min(1).max(500) }) },
  /** Patients of other municipalities can be refused while there is no room (S_BEK710), to a day that may be open. */
  CapacityRefusalAnnounced: {
    version: 1,
    data: z.object({ until: EffectiveDate.nullable(), reason: z.string().trim().min(1).max(500) }),
  },
} as const satisfies EventShapes

export type MunicipalOfferEvent = EventOf<typeof municipalOfferEvents>
export type RecordedMunicipalOfferEvent = RecordedEventOf<typeof municipalOfferEvents>
