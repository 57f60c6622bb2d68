import { type Core, slackOf, totalOf } from './core.ts'

/** A choice and its value. */
export interface Choice {
  readonly isChosen: Uint8Array
  readonly value: number
}

/**
 * Adds sites one at a time, each the one that does most. A good beginning, and no optimum.
 * @param stop asked before each: when true, the first ones that are left make up the number.
 */
export function greedy(core: Core, count: number, stop: () => boolean): Choice {
  const { points, sites, start, site, cost, base } = core
  const isChosen = new Uint8Array(sites)
  const now = Float64Array.from(base)
  for (let chosen = 0; chosen < count; chosen += 1) {
    if (stop()) {
      isChosen[isChosen.indexOf(0)] = 1
      continue
    }
    const gain = new Float64Array(sites)
    for (let point = 0; point < points; point += 1) {
      const was = now[point] ?? 0
      const end = start[point + 1] ?? 0
      for (let entry = start[point] ?? 0; entry < end; entry += 1) {
        const is = cost[entry] ?? 0
        if (is >= was) break
        const at = site[entry] ?? 0
        gain[at] = (gain[at] ?? 0) + was - is
      }
    }
    let best = -1
    for (let at = 0; at < sites; at += 1)
      if (isChosen[at] === 0 && (best < 0 || (gain[at] ?? 0) > (gain[best] ?? 0))) best = at
    if (best < 0) break
    isChosen[best] = 1
    for (let point = 0; point < points; point += 1) {
      const end = start[point + 1] ?? 0
      for (let entry = start[point] ?? 0; entry < end; entry += 1) {
        const is = cost[entry] ?? 0
        if (is >= (now[point] ?? 0)) break
        if (site[entry] === best) now[point] = is
      }
    }
  }
  return { isChosen, value: totalOf(core, isChosen) }
}

/** Numbers of the sites of a choice, ascending. */
export function sitesOf(isChosen: Uint8Array): readonly number[] {
  return [...isChosen.keys()].filter((site) => isChosen[site] === 1)
}

/** The sites of a choice once one of them is exchanged. */
export function exchangedSites(isChosen: Uint8Array, exchange: Exchange): readonly number[] {
  return [...sitesOf(isChosen).filter((site) => site !== exchange.out), exchange.in]
}

/** What the best exchange of one chosen site for another would gain; below 0 when every exchange loses. */
interface Exchange {
  readonly gain: number
  readonly out: number
  readonly in: number
}

/**
 * The best exchange of one site, by what each site out loses and each site in gains, corrected where both touch a point
 * (Whitaker 1983, Resende & Werneck 2007). Null when there is nothing to exchange.
 */
export function bestExchange(core: Core, isChosen: Uint8Array): Exchange | null {
  const { points, sites, start, site, cost, base } = core
  const gain = new Float64Array(sites)
  const loss = new Float64Array(sites)
  const both = new Float64Array(sites * sites)
  for (let point = 0; point < points; point += 1) {
    const from = start[point] ?? 0
    const end = start[point + 1] ?? 0
    let first = -1
    let near = base[point] ?? 0
    let second = near
    for (let entry = from; entry < end; entry += 1) {
      const at = site[entry] ?? 0
      if (isChosen[at] !== 1) continue
      if (first >= 0) {
        second = cost[entry] ?? 0
        break
      }
      first = at
      near = cost[entry] ?? 0
    }
    if (first >= 0) loss[first] = (loss[first] ?? 0) + second - near
    for (let entry = from; entry < end; entry += 1) {
      const is = cost[entry] ?? 0
      if (is >= second) break
      const at = site[entry] ?? 0
      if (isChosen[at] === 1) continue
      if (is < near) gain[at] = (gain[at] ?? 0) + near - is
      if (first >= 0) {
        const pair = at * sites + first
        both[pair] = (both[pair] ?? 0) + second - Math.max(is, near)
      }
    }
  }
  let best: Exchange | null = null
  for (let into = 0; into < sites; into += 1) {
    if (isChosen[into] === 1) continue
    for (let out = 0; out < sites; out += 1) {
      if (isChosen[out] !== 1) continue
      const all = (gain[into] ?? 0) - (loss[out] ?? 0) + (both[into * sites + out] ?? 0)
      if (best === null || all > best.gain) best = { gain: all, out, in: into }
    }
  }
  return best
}

/** Exchanges one site at a time for as long as that is better (Teitz & Bart 1968), and nobody says stop. */
export function interchanged(core: Core, choice: Choice, stop: () => boolean): Choice {
  let { isChosen, value } = choice
  for (;;) {
    if (stop()) return { isChosen, value }
    const exchange = bestExchange(core, isChosen)
    if (exchange === null || exchange.gain <= slackOf(value)) return { isChosen, value }
    const next = Uint8Array.from(isChosen)
    next[exchange.out] = 0
    next[exchange.in] = 1
    const then = totalOf(core, next)
    // What rounding calls a gain and is none would go round for ever.
    if (then >= value) return { isChosen, value }
    isChosen = next
    value = then
  }
}
