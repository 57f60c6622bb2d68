import type { SitingProblem } from '#geo/siting/problem'

/** A made-up country: people in towns and around them, and costs that differ from one way to the other. */
export interface Plane {
  readonly problem: SitingProblem
}

/** Numbers from 0 to 1 that are the same in every run. */
function sequence(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Half of the demand lies spread over a square of 100 by 100, half in twelve towns; candidates lie anywhere. */
export function plane(seed: number, points: number, sites: number): Plane {
  const next = sequence(seed)
  const anywhere = () => [next() * 100, next() * 100] as const
  const towns = Array.from({ length: 12 }, anywhere)
  const at = Array.from({ length: points }, () => {
    const [x, y] = towns[Math.floor(next() * towns.length)] ?? [50, 50]
    return next() < 0.5 ? anywhere() : ([x + (next() - 0.5) * 20, y + (next() - 0.5) * 20] as const)
  })
  const weights = Float64Array.from(at, () => 1 + Math.floor(next() * 500))
  const candidates = Array.from({ length: sites }, () => {
    const [x, y] = anywhere()
    return Float64Array.from(at, ([px, py]) => Math.hypot(x - px, y - py) * (0.9 + 0.2 * next()))
  })
  return { problem: { weights, candidates, existing: [] } }
}
