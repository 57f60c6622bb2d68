import type { FollowUp } from './answer.ts'

type Row = FollowUp['halfYears']['rows'][number]

/** How a delivery went: not there, after the day it was due, in parts, before its day, or as it should be. */
export type Delivery = 'missing' | 'late' | 'incomplete' | 'notDue' | 'delivered'

/** Most pressing first. */
const order: readonly Delivery[] = ['missing', 'late', 'incomplete', 'delivered', 'notDue']

/** How the delivery of a row went, and how many days too late it is or was. */
export function deliveryOf({
  finding: { code, params },
}: {
  readonly finding: Pick<Row['finding'], 'code' | 'params'>
}): {
  readonly state: Delivery
  readonly days: number
} {
  const state = order.find((one) => code === `R-36.${one}`) ?? 'delivered'
  return { state, days: typeof params.days === 'number' ? Math.max(0, params.days) : 0 }
}

/**
 * Municipalities in the order to act in: by how the newest half-year went, then by the one before it, the longest delay
 * first; by name where they went alike.
 */
export function byUrgency(
  { periods, rows }: FollowUp['halfYears'],
  nameOf: (municipality: string) => string,
): readonly Row['municipality'][] {
  const codes = [...new Set(rows.map(({ municipality }) => municipality))]
  const at = (code: string, period: string) => rows.find((row) => row.municipality === code && row.period === period)
  return codes.toSorted((a, b) => {
    for (const period of periods) {
      const [x, y] = [at(a, period), at(b, period)].map((row) => (row === undefined ? null : deliveryOf(row)))
      if (x == null || y == null) continue
      const difference = order.indexOf(x.state) - order.indexOf(y.state) || y.days - x.days
      if (difference !== 0) return difference
    }
    return nameOf(a).localeCompare(nameOf(b), 'da')
  })
}

/** How many deliveries of a half-year went in each way. */
export function counted(rows: readonly Row[], period: string): Readonly<Record<Delivery, number>> {
  const states = rows.filter((row) => row.period === period).map((row) => deliveryOf(row).state)
  const count = (state: Delivery) => states.filter((one) => one === state).length
  return {
    missing: count('missing'),
    late: count('late'),
    incomplete: count('incomplete'),
    notDue: count('notDue'),
    delivered: count('delivered'),
  }
}
