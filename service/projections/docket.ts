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
  version: 2,
  tables: [rulingTable, docketTable],
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
    DisagreementRecorded: advance,
    ReferredToNationalCommittee: advance,
    ReferralDemanded: advance,
  },
}

function advance(write: Writer, event: Projected): void {
  const region = idOf(event.stream)
  write.put(docketTable, region, { region, revision: event.revision }, { from: stepDay(event) })
}
