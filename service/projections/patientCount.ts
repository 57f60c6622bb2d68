import { bitemporal } from './bitemporal.ts'
import type { Projection } from './projection.ts'

/**
 * Every table of patients that was loaded, by the event that did. `counts` are undisclosed: `service/demand/` makes tallies
 * of them, and nothing else reads the column.
 */
export const patientCountTable = bitemporal({
  name: 'patient_count',
  columns: { number: 'INTEGER', diagnosis: 'TEXT', kind: 'TEXT', document: 'TEXT', counts: 'TEXT' },
  indexed: ['diagnosis'],
})

/** Counts of patients by diagnosis group. */
export const patientCountProjection: Projection = {
  name: 'patientCount',
  version: 1,
  tables: [patientCountTable],
  on: {
    PatientCountLoaded(write, { id, number, metadata, data }) {
      // In a what-if anybody could load a guess and see whether it changes what is hidden.
      if (metadata.scenarioId !== undefined) return
      const { group: diagnosis, kind, document } = data
      const counts = JSON.stringify(
        Object.fromEntries(data.counts.map(({ municipality, count }) => [municipality, count])),
      )
      write.put(patientCountTable, id, { number, diagnosis, kind, document, counts })
    },
  },
}
