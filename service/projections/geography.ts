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

/** Which count of the inhabitants holds from when. */
export const populationVersionTable = bitemporal({
  name: 'population_version',
  columns: {
    population_version: 'TEXT',
    sha256: 'TEXT',
    source: 'TEXT',
    licence: 'TEXT',
    layout: 'TEXT',
    inhabitants: 'INTEGER',
    squares: 'INTEGER',
    left_out: 'INTEGER',
  },
  indexed: [],
})

/** The versions of the boundaries and of the population that were published. */
export const geographyProjection: Projection = {
  name: 'geography',
  version: 2,
  tables: [areaVersionTable, populationVersionTable],
  on: {
    AreaVersionPublished(write, { data }) {
      const { kind, areaVersion: area_version, sha256, source, licence, confirmWithinM: confirm_within, areas } = data
      const cells = { kind, area_version, sha256, source, licence, confirm_within, areas }
      write.put(areaVersionTable, `${kind}.${area_version}`, cells, { until: data.until })
    },
    PopulationPublished(write, { data }) {
      const { populationVersion: population_version, leftOut: left_out, ...rest } = data
      write.put(populationVersionTable, population_version, { population_version, left_out, ...rest })
    },
  },
}
