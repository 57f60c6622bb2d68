import { bitemporal } from './bitemporal.ts'
import { stepDay } from './danishDay.ts'
import type { Projected, Projection, Writer } from './projection.ts'

/** Rulings of the committees, as they were issued. */
export const rulingTable = bitemporal({
  name: 'ruling',
  columns: {
    region: 'TEXT',
    number: 'TEXT',
    case_id: 'TEXT',
    ruling: 'TEXT',
    recorded_at: 'TEXT',
    published: 'INTEGER',
  },
  indexed: ['case_id', 'number'],
})

/** Cases before the national committee: why, and what it decided (as JSON). */
const referralTable = bitemporal({
  name: 'docket_referral',
  columns: {
    case_id: 'TEXT',
    region: 'TEXT',
    sides: 'TEXT',
    demanded_by: 'TEXT',
    received_on: 'TEXT',
    referred_on: 'TEXT',
    decision: 'TEXT',
  },
  indexed: ['case_id'],
})

/** How far each committee's docket has come; findings are computed against a revision of it. */
export const docketTable = bitemporal({
  name: 'docket',
  columns: { region: 'TEXT', revision: 'INTEGER' },
  indexed: ['region'],
})

const idOf = (stream: string) => stream.slice(stream.indexOf('-') + 1)
const keyOf = (event: Projected<'RulingIssued' | 'RulingPublished' | 'RulingWithdrawn'>) =>
  `${idOf(event.stream)}.${event.data.number}`

/** The dockets of the cooperation committees. */
export const docketProjection: Projection = {
  name: 'docket',
  version: 3,
  tables: [rulingTable, referralTable, docketTable],
  on: {
    RulingIssued(write, event) {
      const { number, case: case_id } = event.data
      const cells = { region: idOf(event.stream), number, case_id, ruling: JSON.stringify(event.data) }
      const from = stepDay(event)
      write.put(rulingTable, keyOf(event), { ...cells, recorded_at: event.recordedAt, published: 0 }, { from })
      advance(write, event)
    },
    RulingPublished(write, event) {
      write.patch(rulingTable, keyOf(event), { published: 1 }, stepDay(event))
      advance(write, event)
    },
    RulingWithdrawn(write, event) {
      write.end(rulingTable, keyOf(event), stepDay(event))
      advance(write, event)
    },
    DisagreementRecorded(write, event) {
      refer(write, event, { sides: event.data.sides, demanded_by: null, received_on: null })
    },
    ReferralDemanded(write, event) {
      refer(write, event, { sides: null, demanded_by: event.data.by, received_on: event.data.receivedOn })
    },
    ReferredToNationalCommittee(write, event) {
      write.patch(referralTable, event.data.case, { referred_on: stepDay(event) }, stepDay(event))
      advance(write, event)
    },
    NationalCommitteeDecided(write, event) {
      const { case: id, ...decision } = event.data
      write.patch(referralTable, id, { decision: JSON.stringify(decision) }, stepDay(event))
      advance(write, event)
    },
  },
}

function refer(
  write: Writer,
  event: Projected<'DisagreementRecorded' | 'ReferralDemanded'>,
  why: Readonly<Record<'sides' | 'demanded_by' | 'received_on', string | null>>,
): void {
  const cells = { case_id: event.data.case, region: idOf(event.stream), ...why, referred_on: null, decision: null }
  write.put(referralTable, event.data.case, cells, { from: stepDay(event) })
  advance(write, event)
}

function advance(write: Writer, event: Projected): void {
  const region = idOf(event.stream)
  write.put(docketTable, region, { region, revision: event.revision }, { from: stepDay(event) })
}
