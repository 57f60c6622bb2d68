import { bitemporal } from './bitemporal.ts'
import type { Projection } from './projection.ts'

/** Which shapes hold from when. */
export const areaVersionTable = bitemporal({
  name: 'area_version',
  columns: {
    kind: 'TEXT',
    area_version: 'TEXT',
    sha256: 'TEXT',
    source: 'TEXT',
    licence: 'TEXT',
    confirm_within: 'REAL',
    areas: 'INTEGER',
  },
  indexed: ['kind'],
})

/** The versions of the boundaries that were published. */
export const geographyProjection: Projection = {
  name: 'geography',
  version: 1,
  tables: [areaVersionTable],
  on: {
    AreaVersionPublished(write, { data }) {
      const { kind, areaVersion: area_version, sha256, source, licence, confirmWithinM: confirm_within, areas } = data
      const cells = { kind, area_version, sha256, source, licence, confirm_within, areas }
      write.put(areaVersionTable, `${kind}.${area_version}`, cells, { until: data.until })
    },
  },
}
