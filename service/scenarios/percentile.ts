/** So many people who have the same cost. */
export interface CostOfPeople {
  readonly cost: number
  readonly people: number
}

/**
 * The least cost that so many per cent of the people have no more than, nearest rank (Hyndman & Fan 1996, definition 1);
 * null of nobody. People are whole numbers, `percent` is from 1 to 100.
 */
export function percentile(costs: readonly CostOfPeople[], percent: number): number | null {
  const all = costs.reduce((sum, { people }) => sum + people, 0)
  let counted = 0
  for (const { cost, people } of costs.toSorted((one, other) => one.cost - other.cost)) {
    counted += people
    // In whole numbers: a hundredth of a sum is seldom one.
    if (people > 0 && 100 * counted >= percent * all) return cost
  }
  return null
}
