import type { Flip, Measure, Outcome, Unit } from '#events/finding'
import type { FlipKey } from '#events/flipWords'

/** One input of a rule that could have been another number: the levers of a rule are what could turn its finding. */
export interface Lever<Facts> {
  readonly key: FlipKey
  /** Unit of one step. */
  readonly unit: Unit | ((facts: Facts) => Unit)
  /** The facts with the input changed by so many steps, the rest as it follows from it; null where it cannot be that. */
  move(facts: Facts, by: number): Facts | null
  /** What the sentence says besides the change, read from the changed facts. */
  says?(changed: Facts): Pick<Flip, 'to' | 'municipality'>
  /** Steps to look in each direction; a million when it is not given. */
  readonly reach?: number
}

/** What a rule says of facts, no more than the search needs. */
export type Judgement<Facts> = (facts: Facts) => {
  readonly outcome: Outcome
  readonly measured?: readonly Measure[]
}

const farthest = 1_000_000

/**
 * For each lever the smallest change that gives another outcome; none where no change in reach does, or where it leads
 * to an outcome that lacks information. Where more and less both do, the one that leads to a pass, else the smaller. The
 * change in steps turns the outcome and one step less does not: both were tried on the rule itself, so a rule that is not
 * monotone is still told the truth at that edge.
 */
export function flipsOf<Facts>(levers: readonly Lever<Facts>[], facts: Facts, judge: Judgement<Facts>): Flip[] {
  if (levers.length === 0) return []
  const base = judge(facts)
  if (base.outcome === 'not-applicable') return []
  return levers.flatMap((lever) => {
    const both = [1, -1].flatMap((sign) => turn(lever, facts, judge, base, sign) ?? [])
    return (
      both.toSorted(
        (a, b) => Number(b.makes === 'pass') - Number(a.makes === 'pass') || Math.abs(a.needs) - Math.abs(b.needs),
      )[0] ?? []
    )
  })
}

/** The nearest flip in one direction. */
function turn<Facts>(
  lever: Lever<Facts>,
  facts: Facts,
  judge: Judgement<Facts>,
  base: ReturnType<Judgement<Facts>>,
  sign: number,
): Flip | null {
  const unit = typeof lever.unit === 'function' ? lever.unit(facts) : lever.unit
  const moved = (steps: number) => lever.move(facts, sign * steps)
  const turns = (steps: number) => {
    const changed = moved(steps)
    return changed !== null && judge(changed).outcome !== base.outcome
  }
  const steps = nearest(tries(base.measured ?? [], unit, lever.reach ?? farthest), (n) => moved(n) !== null, turns)
  const changed = steps === null ? null : moved(steps)
  if (steps === null || changed === null) return null
  const makes = judge(changed).outcome
  // Where the rule then lacks what it needs to know, nobody can say what the change would lead to.
  if (makes === 'needs-information') return null
  return { key: lever.key, needs: sign * steps, unit, makes, ...lever.says?.(changed) }
}

/**
 * Steps to try, ascending: doubling out to `reach`, and the distance from each measured number to its limit with the step
 * on either side, which finds a single number that is right, such as a sum that must be 100.
 */
function tries(measured: readonly Measure[], unit: Unit, reach: number): number[] {
  const doubling = Array.from({ length: Math.floor(Math.log2(reach)) + 1 }, (_, power) => 2 ** power)
  const distances = measured.flatMap(({ value, limit, unit: of }) =>
    of !== unit || value === null || limit === null || limit === undefined ? [] : [Math.abs(limit - value)],
  )
  const around = distances.flatMap((distance) => [distance - 1, distance, distance + 1])
  return [...new Set([...doubling, ...around, reach])]
    .filter((steps) => Number.isInteger(steps) && steps >= 1 && steps <= reach)
    .toSorted((a, b) => a - b)
}

/** The smallest number of steps that turns, by bisecting below the first try that does; null when none does. */
function nearest(
  ascending: readonly number[],
  possible: (steps: number) => boolean,
  turns: (steps: number) => boolean,
): number | null {
  let below = 0
  for (const steps of ascending) {
    if (turns(steps)) return first(below, steps, turns)
    if (!possible(steps)) {
      const last = first(below, steps, (n) => !possible(n)) - 1
      return last > below && turns(last) ? first(below, last, turns) : null
    }
    below = steps
  }
  return null
}

/** The first number above `below` for which it holds, knowing that it does for `above` and not for `below`. */
function first(below: number, above: number, holds: (steps: number) => boolean): number {
  let [low, high] = [below, above]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (holds(middle)) high = middle
    else low = middle
  }
  return high
}
