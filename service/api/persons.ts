import { z } from 'zod'
import { PersonId, RegionCode } from '#events/identifiers'
import { RecordedAt } from '#events/time'

const name = z.string().trim().min(1).max(120)
const source = z.string().trim().min(1).max(120)

/** POST /api/persons: name and contact of one person, new or changed. They stand beside the log and never in it. */
export const SetPerson = z.object({
  person: PersonId,
  /** Region that answers for the entry: it alone sees, changes and erases it. */
  region: RegionCode,
  name,
  mail: z.email({ error: 'expected a mail address' }).max(200).nullable(),
  phone: z
    .string()
    .trim()
    .regex(/^\+?[\d ]{8,20}$/, { error: 'expected a phone number of at least eight digits' })
    .nullable(),
  /** Where the name comes from. */
  source,
})
export type SetPerson = z.infer<typeof SetPerson>

/** POST /api/persons/erase: takes name and contact away for good; the reference stays. */
export const ErasePerson = z.object({ person: PersonId })

/** What is known of a person; of one that was erased, nothing but when. */
export const PersonRow = z.object({
  person: PersonId,
  region: RegionCode,
  name: z.string().nullable(),
  mail: z.string().nullable(),
  phone: z.string().nullable(),
  source: z.string().nullable(),
  /** When the person was erased; null for everybody else. */
  erasedAt: RecordedAt.nullable(),
})
export type PersonRow = z.infer<typeof PersonRow>

/** POST /api/persons/search: in a body, because what stands in an address is written down in too many places. */
export const PersonSearch = z.object({
  /** Part of a name, mail address or reference; everybody when empty. */
  text: z.string().trim().max(120).default(''),
  /** Goes on after this many. */
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(200).default(50),
})

export const PersonsPage = z
  .object({ total: z.int(), rows: z.array(PersonRow), next: z.int().nullable() })
  .meta({ id: 'PersonsPage' })
export type PersonsPage = z.infer<typeof PersonsPage>

/** POST /api/persons/names: who is meant by references. Who is another region's, or not known at all, is not answered. */
export const PersonNamesQuery = z.object({ persons: z.array(PersonId).min(1).max(500) })

export const PersonNames = z
  .object({ names: z.array(z.object({ person: PersonId, name: z.string().nullable(), erased: z.boolean() })) })
  .meta({ id: 'PersonNames' })
export type PersonNames = z.infer<typeof PersonNames>
