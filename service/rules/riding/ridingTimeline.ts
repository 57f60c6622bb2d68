import type { EffectiveDate } from '#events/time'

/** Hours a week that somebody holds from `from`, the day itself included, to `to`, which is not. In tenths. */
export interface Holding {
  readonly from: EffectiveDate
  /** Null while open. */
  readonly to: EffectiveDate | null
  readonly hoursTenths: number
}

/** One step of a total over effective time; half-open like a holding. */
export type Step = Holding

/**
 * The total of holdings as a step function over effective time, ascending, neighbours with the same total joined. It begins
 * with the first hours and goes on without a gap, 0 where nobody holds any; the last step is open. Empty without hours.
 * The order of the holdings does not matter.
 */
export function totalOf(holdings: readonly Holding[]): readonly Step[] {
  const changes = new Map<EffectiveDate, number>()
  const add = (on: EffectiveDate, hoursTenths: number) => changes.set(on, (changes.get(on) ?? 0) + hoursTenths)
  for (const { from, to, hoursTenths } of holdings) {
    if (hoursTenths === 0 || (to !== null && to <= from)) continue
    add(from, hoursTenths)
    if (to !== null) add(to, -hoursTenths)
  }
  const dates = [...changes].filter(([, change]) => change !== 0).toSorted(([a], [b]) => (a < b ? -1 : 1))
  let hoursTenths = 0
  return dates.map(([from, change], index) => {
    hoursTenths += change
    return { from, to: dates[index + 1]?.[0] ?? null, hoursTenths }
  })
}

/** The total on a date; 0 before the first step. In the order of log n of the number of steps. */
export function hoursOn(steps: readonly Step[], on: EffectiveDate): number {
  return steps[lastIndex(steps, (from) => from <= on)]?.hoursTenths ?? 0
}

/** The total on the day before a date. */
export function hoursBefore(steps: readonly Step[], date: EffectiveDate): number {
  return steps[lastIndex(steps, (from) => from < date)]?.hoursTenths ?? 0
}

/** Index of the last step whose start passes; -1 when none does. Starts ascend, so those that pass come first. */
function lastIndex(steps: readonly Step[], passes: (from: EffectiveDate) => boolean): number {
  let low = 0
  let high = steps.length
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const step = steps[middle]
    if (step !== undefined && passes(step.from)) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** A total without a change and with it, and the day from which the change holds. */
export interface Comparison {
  readonly before: readonly Step[]
  readonly after: readonly Step[]
  readonly from: EffectiveDate
  /** Increase that the rule set allows, in tenths of hours. */
  readonly allowedTenths: number
}

/**
 * Where a change lifts the total, with the hours over in each step; empty when it nowhere does.
 *
 * Our reading of "no net increase": the level that must not be passed is the total on the day before the change holds,
 * plus what the rule set allows. Every date from then on is looked at, with everything else that is decided, future
 * changes included. So another holder's lapse on the same date pays, for it comes off the same level; one of the day
 * before has lowered the level and pays nothing; and one that comes later leaves a breach until it comes. Where the total
 * passes the level without the change, only what the change adds on top is its own: a change that adds nothing is never in
 * breach, and no change is blamed for another's increase.
 */
export function increasesOf({ before, after, from, allowedTenths }: Comparison): readonly Step[] {
  const level = hoursBefore(before, from) + allowedTenths
  const starts = [...before, ...after].map((step) => step.from).filter((start) => start > from)
  const dates = [from, ...new Set(starts)].toSorted()
  const found: Step[] = []
  for (const [index, date] of dates.entries()) {
    const over = hoursOn(after, date) - Math.max(level, hoursOn(before, date))
    if (over <= 0) continue
    const to = dates[index + 1] ?? null
    const last = found.at(-1)
    if (last?.to === date && last.hoursTenths === over) found.splice(-1, 1, { ...last, to })
    else found.push({ from: date, to, hoursTenths: over })
  }
  return found
}
