import { type Core, totalOf } from './core.ts'
import type { Choice } from './interchange.ts'

/** What a branch has settled of each site: 0 nothing, 1 chosen, -1 not chosen. */
export type Settled = Int8Array

/** The best bound that was found in a branch, and what it rests on. */
export interface Relaxed {
  /** No choice of the branch has a lower value. */
  readonly bound: number
  readonly multipliers: Float64Array
  /** What each site takes off the bound when it is chosen; 0 or below. */
  readonly worth: Float64Array
  /** How often each site was chosen by the relaxation lately, 0 to 1. */
  readonly often: Float64Array
}

/** How long a relaxation goes on. */
export interface Effort {
  readonly rounds: number
  /** Length of a step, as a share of what is between bound and best value. */
  readonly step: number
  /** Rounds without a better bound after which the step is halved. */
  readonly patience: number
}

/**
 * Multipliers to begin with: half way between what the nearest chosen site costs each point and what the second does, which
 * is where the best ones lie when the choice is the best.
 */
export function firstMultipliers({ points, start, site, cost, base }: Core, isChosen: Uint8Array): Float64Array {
  const multipliers = new Float64Array(points)
  for (let point = 0; point < points; point += 1) {
    const most = base[point] ?? 0
    let [near, second] = [most, most]
    let found = 0
    for (let entry = start[point] ?? 0; entry < (start[point + 1] ?? 0) && found < 2; entry += 1) {
      if (isChosen[site[entry] ?? 0] !== 1) continue
      if (found === 0) near = cost[entry] ?? 0
      else second = cost[entry] ?? 0
      found += 1
    }
    multipliers[point] = (near + second) / 2
  }
  return multipliers
}

/**
 * Bounds the values of a branch from below: that each point is served once is given up for a price, which is corrected by
 * subgradients (Geoffrion 1974, Cornuejols, Fisher & Nemhauser 1977). A point's price never leaves what lies between its
 * cheapest entry and its base: outside, the bound could only be lower.
 * @param count of sites to be chosen. @param aim a bound at or above this is enough.
 * @param offer told of every choice that the relaxation comes upon. @param stop asked between rounds.
 */
export function relax(
  core: Core,
  count: number,
  settled: Settled,
  from: Float64Array,
  { rounds, step, patience }: Effort,
  best: () => number,
  aim: () => number,
  offer: (choice: Choice) => void,
  stop: () => boolean,
): Relaxed {
  const { points, sites, start, site, cost, base, constant } = core
  const prices = Float64Array.from(from)
  const worth = new Float64Array(sites)
  const turn = new Float64Array(points)
  const often = new Float64Array(sites)
  const order: number[] = []
  const isChosen = new Uint8Array(sites)
  let open = 0
  for (let at = 0; at < sites; at += 1) {
    if (settled[at] === 0) order.push(at)
    if (settled[at] === 1) open += 1
  }
  const wanted = Math.min(count - open, order.length)
  let bound = Number.NEGATIVE_INFINITY
  let kept = { multipliers: Float64Array.from(from), worth: Float64Array.from(worth) }
  let length = step
  let idle = 0
  for (let round = 0; round < rounds; round += 1) {
    if (round % 16 === 0 && stop()) break
    worth.fill(0)
    let sum = constant
    for (let point = 0; point < points; point += 1) {
      const price = prices[point] ?? 0
      sum += price
      const end = start[point + 1] ?? 0
      for (let entry = start[point] ?? 0; entry < end; entry += 1) {
        const less = (cost[entry] ?? 0) - price
        if (less >= 0) break
        const at = site[entry] ?? 0
        worth[at] = (worth[at] ?? 0) + less
      }
    }
    // Nearly in order since the last round: few moves.
    for (let i = 1; i < order.length; i += 1) {
      const at = order[i] ?? 0
      const own = worth[at] ?? 0
      let j = i - 1
      for (; j >= 0 && (worth[order[j] ?? 0] ?? 0) > own; j -= 1) order[j + 1] = order[j] ?? 0
      order[j + 1] = at
    }
    for (let at = 0; at < sites; at += 1) {
      isChosen[at] = settled[at] === 1 ? 1 : 0
      if (isChosen[at] === 1) sum += worth[at] ?? 0
    }
    for (let i = 0; i < wanted; i += 1) {
      const at = order[i] ?? 0
      isChosen[at] = 1
      sum += worth[at] ?? 0
    }
    for (let at = 0; at < sites; at += 1) often[at] = 0.9 * (often[at] ?? 0) + 0.1 * (isChosen[at] ?? 0)
    idle += 1
    if (sum > bound) {
      if (sum > bound + 1e-6 * Math.abs(bound)) idle = 0
      bound = sum
      kept = { multipliers: Float64Array.from(prices), worth: Float64Array.from(worth) }
      if (round % 8 === 0) offer({ isChosen: Uint8Array.from(isChosen), value: totalOf(core, isChosen) })
      if (bound >= aim()) break
    } else if (idle >= patience) {
      idle = 0
      length /= 2
      prices.set(kept.multipliers)
      if (length < 1e-4) break
      continue
    }
    let norm = 0
    for (let point = 0; point < points; point += 1) {
      const price = prices[point] ?? 0
      const first = start[point] ?? 0
      const end = start[point + 1] ?? 0
      let served = 0
      for (let entry = first; entry < end; entry += 1) {
        if ((cost[entry] ?? 0) >= price) break
        served += isChosen[site[entry] ?? 0] ?? 0
      }
      let way = 1 - served
      if ((way > 0 && price >= (base[point] ?? 0)) || (way < 0 && price <= (cost[first] ?? 0))) way = 0
      const smooth = way + 0.3 * (turn[point] ?? 0)
      turn[point] = smooth
      norm += smooth * smooth
    }
    if (norm === 0) break
    const stride = (length * Math.max(best() - sum, 1e-7 * Math.abs(sum) + 1e-12)) / norm
    for (let point = 0; point < points; point += 1) {
      const next = (prices[point] ?? 0) + stride * (turn[point] ?? 0)
      prices[point] = Math.min(base[point] ?? 0, Math.max(cost[start[point] ?? 0] ?? 0, next))
    }
  }
  return { bound, ...kept, often }
}
