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
  /** True when people log in with their organisation's account, at `GET /api/login?next=<path>`. */
  login: z.boolean(),
  /** True while demonstration data is loaded; only then does the demo login exist. */
  demo: z.boolean(),
  demoPeople: z.array(DemoPerson),
  today: EffectiveDate,
  now: RecordedAt,
  /** First and last day that the register knows something about. */
  firstEffective: EffectiveDate.nullable(),
})
export type Session = z.infer<typeof Session>

/** POST /api/session: sign in as one of `demoPeople`. */
export const SignIn = z.object({ userId: z.string() })

/** DELETE /api/session: signs out here, and with `everywhere` on every other device too. */
export const SignOut = z.object({ everywhere: z.stringbool().optional() })

/** The session after signing out, and the address at which the organisation's login is left too; null for none. */
export const SignedOut = Session.extend({ leaveAt: z.url().nullable() })

/** Why nobody was signed in, as `/log-ind?login=` says it. */
export const LoginProblem = z.enum(['unavailable', 'refused', 'failed', 'noRole'])
export type LoginProblem = z.infer<typeof LoginProblem>
