import type { Cover } from './facts.ts'

/** Easting and northing in metres on GRS80 in zone 32, by the series of Krüger to the fourth power of the third flattening. */
export function utm32([lng, lat]: readonly [number, number]): readonly [number, number] {
  const [a, f, scale] = [6_378_137, 1 / 298.257222101, 0.9996]
  const n = f / (2 - f)
  const [n2, n3, n4] = [n ** 2, n ** 3, n ** 4]
  const radius = (a / (1 + n)) * (1 + n2 / 4 + n4 / 64)
  const alpha = [
    n / 2 - (2 / 3) * n2 + (5 / 16) * n3 + (41 / 180) * n4,
    (13 / 48) * n2 - (3 / 5) * n3 + (557 / 1440) * n4,
    (61 / 240) * n3 - (103 / 140) * n4,
    (49_561 / 161_280) * n4,
  ]
  const [phi, lambda] = [(lat * Math.PI) / 180, ((lng - 9) * Math.PI) / 180]
  const e = (2 * Math.sqrt(n)) / (1 + n)
  const t = Math.sinh(Math.atanh(Math.sin(phi)) - e * Math.atanh(e * Math.sin(phi)))
  const xi = Math.atan2(t, Math.cos(lambda))
  const eta = Math.atanh(Math.sin(lambda) / Math.hypot(1, t))
  const sum = (of: (j: number, by: number) => number) => alpha.reduce((all, by, j) => all + of(j + 1, by), 0)
  const east = eta + sum((j, by) => by * Math.cos(2 * j * xi) * Math.sinh(2 * j * eta))
  const north = xi + sum((j, by) => by * Math.sin(2 * j * xi) * Math.cosh(2 * j * eta))
  return [500_000 + scale * radius * east, scale * radius * north]
}

interface Limits {
  readonly coverageMaxKm: number
  readonly detourHundredths: number
}

/** From the fewest to the most that squares which are told together leave possible. */
type Range = readonly [least: number, most: number]

/** People covered before and after a change, those who lose it, and how far the farthest of them have. */
export interface Covered {
  readonly people: Range
  readonly before: Range
  readonly after: Range
  readonly lost: Range
  /** Metres by road; null where nobody can reach any. */
  readonly farthestM: number | null
  readonly providers: number
}

const kept = new Map<string, Covered>()

/**
 * Who is near a place, square by square, from where people live and where the places are. `least` is the smallest count
 * that is told: one that is hidden is between 1 and the one below it.
 */
export function covered(cover: Cover, { coverageMaxKm, detourHundredths }: Limits, least: number): Covered {
  // Many figures ask the same of a few thousand squares.
  const key = JSON.stringify([cover, coverageMaxKm, detourHundredths, least])
  const known = kept.get(key)
  if (known !== undefined) return known
  const shore = (code: string | null) => (code !== null && cover.islands.includes(code) ? code : '')
  const placed = (places: Cover['before']) =>
    places.map(({ position, municipality }) => ({ at: utm32(position), on: shore(municipality) }))
  const [before, after] = [placed(cover.before), placed(cover.after)]
  const nearest = (places: typeof before, [x, y, code]: Cover['squares'][number]) =>
    places
      .filter(({ on }) => on === shore(code))
      .reduce(
        (least, { at: [east, north] }) => Math.min(least, Math.hypot(east - x, north - y)),
        Number.POSITIVE_INFINITY,
      )
  const byRoad = (metres: number) => (metres * detourHundredths) / 100
  const sums = { people: 0, before: 0, after: 0, lost: 0 }
  const { hidden } = cover
  let farthestM = hidden.farthestM === null ? null : Math.round(byRoad(hidden.farthestM))
  for (const square of cover.squares) {
    const people = square[3]
    const [was, is] = [byRoad(nearest(before, square)), byRoad(nearest(after, square))]
    const [wasIn, isIn] = [was <= coverageMaxKm * 1000, is <= coverageMaxKm * 1000]
    sums.people += people
    sums.before += wasIn ? people : 0
    sums.after += isIn ? people : 0
    sums.lost += wasIn && !isIn ? people : 0
    if (Number.isFinite(is)) farthestM = Math.max(farthestM ?? 0, Math.round(is))
  }
  const with_ = (shown: number, rest: number | null): Range =>
    rest === null ? [shown + 1, shown + least - 1] : [shown + rest, shown + rest]
  const made: Covered = {
    people: with_(sums.people, hidden.people),
    before: with_(sums.before, hidden.coveredBefore),
    after: with_(sums.after, hidden.coveredAfter),
    lost: with_(sums.lost, hidden.lost),
    farthestM,
    providers: new Set(cover.after.flatMap(({ persons }) => persons)).size,
  }
  kept.set(key, made)
  return made
}

/** Thousandths, rounded down: the one that was told where what is hidden leaves it possible, else the lowest. */
export function perMille([low, high]: Range, [fewest, most]: Range, told: unknown): number | null {
  if (most === 0) return null
  const lowest = Math.floor((1000 * low) / most)
  const highest = Math.min(1000, Math.floor((1000 * high) / Math.max(1, fewest)))
  return typeof told === 'number' && told >= lowest && told <= highest ? told : lowest
}
