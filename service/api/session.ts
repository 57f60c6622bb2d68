import { z } from 'zod'
import { Role } from '#events/envelope'
import { EffectiveDate, RecordedAt } from '#events/time'
import { Action } from './policy.ts'

/** A person that the demo login offers: a role and an organisation, never a name. */
export const DemoPerson = z.object({ userId: z.string(), role: Role, organisation: z.string().nullable() })
export type DemoPerson = z.infer<typeof DemoPerson>

/** GET /api/session: who is asking, what they may, and which day it is for the service. */
export const Session = z.object({
  /** Null for the public, who may look at open data without signing in. */
  user: DemoPerson.nullable(),
  actions: z.array(Action),
  /** True while demonstration data is loaded; only then does the demo login exist. */
  demo: z.boolean(),
  demoPeople: z.array(DemoPerson),
  today: EffectiveDate,
  now: RecordedAt,
  /** First and last day that the register knows something about. */
  firstEffective: EffectiveDate.nullable(),
})
export type Session = z.infer<typeof Session>

/** POST /api/session: sign in as one of `demoPeople`. DELETE signs out. */
export const SignIn = z.object({ userId: z.string() })
