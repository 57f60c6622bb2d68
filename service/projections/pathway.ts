import { bitemporal } from './bitemporal.ts'
import type { Projection } from './projection.ts'

/** What structured pathways are to save, by group. */
export const pathwayTable = bitemporal({
  name: 'pathway',
  columns: { saves: 'INTEGER', source: 'TEXT' },
  indexed: [],
})

/** Structured pathways. */
export const pathwayProjection: Projection = {
  name: 'pathway',
  version: 1,
  tables: [pathwayTable],
  on: {
    StructuredPathwaySet: (write, { data: { group, savesPermille, source } }) =>
      write.put(pathwayTable, group, { saves: savesPermille, source }),
  },
}
