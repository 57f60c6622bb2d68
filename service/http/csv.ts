import { stringify } from 'csv-stringify/sync'
import type { Feature } from 'geojson'
import type { AsOf } from '#api/asOf'
import type { Spatial } from './collections.ts'

/**
 * Features as a table for Danish spreadsheets: semicolons, a byte order mark, and text that would be a formula made
 * harmless. Every row tells the two times, so that a copied row still does. Points get their longitude and latitude;
 * shapes have none.
 */
export function collectionCsv(collection: Spatial, features: readonly Feature[], at: AsOf): string {
  const properties = Object.keys(collection.properties.shape)
  const columns = ['id', ...properties, 'lng', 'lat', 'effectiveOn', 'recordedAt']
  const rows = features.map(({ id, geometry, properties: values }) => {
    const [lng, lat] = geometry?.type === 'Point' ? geometry.coordinates : []
    const cells = properties.map((name) => cell(values?.[name]))
    return [id, ...cells, lng, lat, at.effectiveOn, at.recordedAt]
  })
  return stringify([columns, ...rows], {
    delimiter: ';',
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  })
}

/** Unknown is an empty cell, never a zero. */
function cell(value: unknown): unknown {
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? JSON.stringify(value) : typeof value === 'boolean' ? String(value) : value
}
