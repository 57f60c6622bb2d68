import type { AsOf } from '#api/asOf'
import type { Views } from '../../projections/views.ts'

/** Subsidy of a clinic on a specialty in øre, over the last whole year reported before the date; null when unknown. */
export function subsidyOere(
  _views: Views,
  _at: AsOf,
  _of: { readonly clinic: string; readonly specialty: '51' | '62' },
): number | null {
  return null
}
