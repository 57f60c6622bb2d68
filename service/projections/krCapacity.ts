import { bitemporal } from './bitemporal.ts'
import type { Projection } from './projection.ts'

/** New capacity of a region in øre a year: one row for each advertisement and each award, from its date on. */
export const establishmentPoolTable = bitemporal({
  name: 'establishment_pool',
  columns: { region: 'TEXT', specialty: 'TEXT', kind: 'TEXT', oere: 'INTEGER', clinic: 'TEXT' },
  indexed: ['region'],
})

/** Index of a unit's kroner in ten-thousandths, one row for each region, specialty and year. */
export const krIndexTable = bitemporal({
  name: 'kr_index',
  columns: { region: 'TEXT', specialty: 'TEXT', year: 'INTEGER', factor: 'INTEGER' },
  indexed: ['region'],
})

/** What regions advertise and award, and what a unit is worth by year. */
export const krCapacityProjection: Projection = {
  name: 'krCapacity',
  version: 1,
  tables: [establishmentPoolTable, krIndexTable],
  on: {
    NewEstablishmentAdvertised(write, { id, data }) {
      const { region, specialty, oere } = data
      write.put(establishmentPoolTable, id, { region, specialty, kind: 'advertised', oere, clinic: null })
    },
    NewEstablishmentAwarded(write, { id, data }) {
      const { region, specialty, oere, clinic } = data
      write.put(establishmentPoolTable, id, { region, specialty, kind: 'awarded', oere, clinic })
    },
    KrCapacityIndexed(write, { data }) {
      const { region, specialty, year, indexTenThousandths: factor } = data
      write.put(krIndexTable, `${region}.${specialty}.${year}`, { region, specialty, year, factor })
    },
  },
}
