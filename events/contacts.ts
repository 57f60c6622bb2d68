import { z } from 'zod'
import { MunicipalityCode } from './identifiers.ts'
import type { EventOf, EventShapes, RecordedEventOf } from './shape.ts'

/** Stream `contacts-<municipality>`: whom to reach in a municipality. Work contacts of departments only (S_SEED003). */

/** The template's nine departments; a municipality may call each what it calls it. */
export const ContactDepartment = z.enum([
  'health',
  'childrenAndYouth',
  'employment',
  'social',
  'elderlyAndDisability',
  'careHomeEast',
  'careHomeWest',
  'careHomeSouth',
  'careHomeNorth',
])
export type ContactDepartment = z.infer<typeof ContactDepartment>

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'expected a time of day, 08:00' })

/** When a phone is answered: weekdays from 1 for Monday to 7, both included. */
export const PhoneHours = z
  .object({ fromDay: z.int().min(1).max(7), toDay: z.int().min(1).max(7), from: time, to: time })
  .refine(({ fromDay, toDay }) => fromDay <= toDay, {
    error: 'the first day must not be after the last',
    path: ['toDay'],
  })
  .refine(({ from, to }) => from < to, { error: 'must open before it closes', path: ['to'] })
export type PhoneHours = z.infer<typeof PhoneHours>

export const contactEvents = {
  /** The entry as it is from the date on; that it is right was confirmed the same day. */
  ContactEntrySet: {
    version: 1,
    data: z.object({
      municipality: MunicipalityCode,
      department: ContactDepartment,
      /** The municipality's own name of the department; null for the template's. */
      name: z.string().trim().min(1).max(120).nullable(),
      /** Kept as it was written: R-42 tells whether it can be a location number. */
      locationNumber: z.string().trim().min(1).max(40).nullable(),
      phone: z
        .string()
        .trim()
        .regex(/^\+?[\d ]{8,20}$/, { error: 'expected a phone number of at least eight digits' })
        .nullable(),
      mail: z.email({ error: 'expected a mail address' }).max(200).nullable(),
      phoneHours: PhoneHours.nullable(),
    }),
  },
  ContactEntryConfirmed: { version: 1, data: z.object({ department: ContactDepartment }) },
  ContactEntryRemoved: {
    version: 1,
    data: z.object({ department: ContactDepartment, reason: z.string().trim().min(1).max(500) }),
  },
} as const satisfies EventShapes

export type ContactEvent = EventOf<typeof contactEvents>
export type RecordedContactEvent = RecordedEventOf<typeof contactEvents>
