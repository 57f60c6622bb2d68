import { bitemporal } from './bitemporal.ts'
import { stepDay } from './danishDay.ts'
import type { Projection } from './projection.ts'

/** Digests of what committees knew when they ruled. */
export const sealTable = bitemporal({
  name: 'ruling_seal',
  columns: { case_id: 'TEXT', number: 'TEXT', scheme: 'INTEGER', digest: 'TEXT', recorded_at: 'TEXT' },
  indexed: ['case_id'],
})

export const sealProjection: Projection = {
  name: 'seal',
  version: 1,
  tables: [sealTable],
  on: {
    RulingSealed(write, event) {
      const { case: case_id, number, scheme, digest } = event.data
      const cells = { case_id, number, scheme, digest, recorded_at: event.recordedAt }
      write.put(sealTable, event.stream, cells, { from: stepDay(event) })
    },
  },
}
