import type { Views } from '../projections/views.ts'

/** Until any rule set says otherwise (R-40, ASSUMPTION; the practice minimum is 3, S_SDC3). */
const assumed = 5

/**
 * The smallest cell that counts for the published tables: the strictest that any region's rule set has ever had. The tables
 * are the same for everybody and of the whole country, and what one region hides must not be had from another's totals;
 * and a smaller number decided later, or in a what-if, must not open what was hidden.
 */
export function strictestCell(views: Views): number {
  const row = views
    .statement<{ strictest: number | null }>(
      `SELECT max(CAST(p.value AS INTEGER)) AS strictest FROM plan_parameter p WHERE p.name = 'minCell'`,
    )
    .get({})
  return row?.strictest ?? assumed
}
