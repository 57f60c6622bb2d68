import type { z } from 'zod'
import type { AsOf } from '#api/asOf'
import type { EventId } from '#events/envelope'
import { palliativeEvents, SizingBasis } from '#events/palliative'
import { EffectiveDate } from '#events/time'
import { asOf, moment } from '../projections/bitemporal.ts'
import type { Views } from '../projections/views.ts'
import { eventIds } from './capacity.ts'

const Stored = palliativeEvents.Section2AgreementProposed.data

/** A proposal of a section-2 agreement, and how it was adopted if it was. */
export interface Section2Proposal {
  readonly proposal: string
  readonly data: z.infer<typeof Stored>
  readonly proposedOn: EffectiveDate
  readonly adopted: { readonly basis: SizingBasis; readonly on: EffectiveDate } | null
  readonly inputs: readonly EventId[]
}

type Row = {
  proposal: string
  data: string
  adopted_basis: string | null
  adopted_on: string | null
  proposed_on: string
  inputs: string
}

/** Proposals of some regions that stand on the date, the newest first. */
export function section2Proposals(views: Views, regions: readonly string[], at: AsOf): Section2Proposal[] {
  return views
    .statement<Row>(
      `SELECT s.*, (SELECT min(f.effective_from) FROM section2_proposal f WHERE f.key = s.key) AS proposed_on
       FROM section2_proposal s WHERE s.region IN (SELECT value FROM json_each(:regions)) AND ${asOf('s')} ORDER BY proposed_on DESC, s.rowid DESC`,
    )
    .all({ regions: JSON.stringify(regions), ...moment(at) })
    .map((row) => {
      const basis = SizingBasis.nullable().parse(row.adopted_basis)
      return {
        proposal: row.proposal,
        data: Stored.parse(JSON.parse(row.data)),
        proposedOn: EffectiveDate.parse(row.proposed_on),
        adopted: basis === null ? null : { basis, on: EffectiveDate.parse(row.adopted_on) },
        inputs: eventIds(row.inputs),
      }
    })
}

/** The agreement that holds: the one adopted last, else the newest proposal. */
export function standingAgreement(proposals: readonly Section2Proposal[]): Section2Proposal | null {
  return (
    proposals
      .filter(({ adopted }) => adopted !== null)
      .toSorted((a, b) => ((a.adopted?.on ?? '') < (b.adopted?.on ?? '') ? 1 : -1))[0] ??
    proposals[0] ??
    null
  )
}
