import { z } from 'zod'
import type { AsOf } from '#api/asOf'
import { ChangeId } from '#events/scenario'
import { asOf, moment } from '../projections/bitemporal.ts'
import type { Views } from '../projections/views.ts'

/** A change of a proposal that the register refused when it was adopted. */
interface RefusedChange {
  readonly change: ChangeId
  readonly command: string
  readonly code: string
  readonly params: Readonly<Record<string, unknown>>
}

const Reason = z.object({ code: z.string(), params: z.record(z.string(), z.unknown()) })

/** What was refused of a proposal, in the order of its changes; nothing before a ruling. */
export function refusedChanges(views: Views, caseId: string, at: AsOf): readonly RefusedChange[] {
  return views
    .statement<{ change: string; command: string; refusal: string }>(
      `SELECT r.change, r.command, r.refusal FROM case_refused_change r JOIN event e ON e.id = r.key
       WHERE r.case_id = :caseId AND ${asOf('r')} ORDER BY e.number`,
    )
    .all({ caseId, ...moment(at) })
    .map(({ change, command, refusal }) => ({
      change: ChangeId.parse(change),
      command,
      ...Reason.parse(JSON.parse(refusal)),
    }))
}
