import type { Views } from '../projections/views.ts'

/** Number of the event that first spoke of each key of a table: a whole number that is the key's own for ever. */
export function featureNumbers(
  views: Views,
  table: 'clinic' | 'riding_school' | 'offer_place',
): ReadonlyMap<string, number> {
  const rows = views
    .statement<{ key: string; number: number }>(
      'SELECT key, min(number) AS number FROM facts WHERE view = :table GROUP BY key',
    )
    .all({ table })
  return new Map(rows.map(({ key, number }) => [key, number]))
}
