import { stringify } from 'csv-stringify/sync'
import type { Feature } from 'geojson'
import type { EffectiveDate } from '#events/time'
import type { Spatial } from './collections.ts'

/** What a page of rows says about itself, in every row, so that a copied row still tells. */
interface Answered {
  readonly effectiveOn: EffectiveDate
  readonly recordedAt: string
  readonly synthetic: boolean
}

/**
 * Features as a table for Danish spreadsheets: semicolons, a byte order mark, and text that would be a formula made
 * harmless. Points get their longitude and latitude; shapes have none.
 */
export function collectionCsv(collection: Spatial, features: readonly Feature[], answered: Answered): string {
  const properties = Object.keys(collection.properties.shape)
  const columns = ['id', ...properties, 'lng', 'lat', 'effectiveOn', 'recordedAt', 'synthetic']
  const rows = features.map(({ id, geometry, properties: values }) => {
    const [lng, lat] = geometry?.type === 'Point' ? geometry.coordinates : []
    const cells = properties.map((name) => cell(values?.[name]))
    return [id, ...cells, lng, lat, answered.effectiveOn, answered.recordedAt, String(answered.synthetic)]
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
