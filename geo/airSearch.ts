import { ballTree, spherePoints } from './ballTree.ts'
import { type Band, type BandedField, checkBands, inBands } from './bands.ts'
import type { CostField, NearestSites } from './costField.ts'
import { EARTH_RADIUS } from './distance.ts'
import type { Position } from './position.ts'

/** What rounding may add to a distance on the unit sphere; far below a millimetre. */
const slack = 1e-13
/** Squares of distances closer together than this part of them are not told apart by rounding alone. */
const doubt = 1e-9
/** Numbers in one of the arrays that short ones are cut from: a megabyte. */
const chunkSize = 2 ** 18

/** Searches by great circle over cells that are always the same. */
export interface AirSearch {
  /**
   * Metres from every cell to its k nearest sites. Exact: a site is passed over only where it cannot be among the nearest
   * of any cell around.
   * @param k from 1.
   */
  nearest(sites: ArrayLike<Position>, k?: number): NearestSites<Float64Array>
  /** The cells within so many metres of a site (<=). */
  field(site: Position, within: number): CostField
  /** The cells by bands of metres (<=), as `bandedField` finds them, without measuring what is plainly inside one. */
  banded(site: Position, bands: readonly Band[]): BandedField
}

/** Prepares cells, once: some tens of milliseconds for 40,000. */
export function airSearch(positions: ArrayLike<Position>): AirSearch {
  const { order, points, balls, spans, nodes, levels } = ballTree(positions)
  const cells = positions.length
  // As large as can be needed; only as much as is used takes memory.
  const foundCells = new Uint32Array(cells)
  const foundCosts = new Float64Array(cells)
  const foundBands = new Uint8Array(cells)
  const foundSites = new Int32Array(cells)
  const waiting = new Int32Array(2 * levels + 2)
  let chunk = new Uint32Array(0)
  let taken = 0

  /** Thousands of short arrays cost more to make than to fill: they are cut from long ones. */
  function room(length: number): Uint32Array {
    if (taken + length > chunk.length) {
      chunk = new Uint32Array(Math.max(length, chunkSize))
      taken = 0
    }
    taken += length
    return chunk.subarray(taken - length, taken)
  }

  return {
    nearest(sites, k = 1) {
      const cost = new Float64Array(cells * k)
      const site = new Int32Array(cells * k)
      if (sites.length < k) {
        cost.fill(Number.POSITIVE_INFINITY)
        site.fill(-1)
      }
      const at = spherePoints(sites)
      // Sites that can be nearest, level by level: those of a node are some of those of the node above.
      const candidates = Array.from({ length: levels + 1 }, () => new Int32Array(sites.length))
      const away = new Float64Array(sites.length)
      const best = new Float64Array(k)
      const who = new Int32Array(k)

      function look(node: number, level: number, count: number): void {
        const above = candidates[level]
        const own = candidates[level + 1]
        const from = spans[2 * node] ?? 0
        const to = spans[2 * node + 1] ?? 0
        if (above === undefined || from === to) return
        if (own === undefined || count <= k) {
          settle(from, to, above, count)
          return
        }
        const kept = prune(node, above, own, count)
        if (2 * node + 2 >= nodes) {
          settle(from, to, own, kept)
          return
        }
        look(2 * node + 1, level + 1, kept)
        look(2 * node + 2, level + 1, kept)
      }

      /** Keeps the sites that can be among the k nearest of any cell of the node. */
      function prune(node: number, above: Int32Array, own: Int32Array, count: number): number {
        const cx = balls[4 * node] ?? 0
        const cy = balls[4 * node + 1] ?? 0
        const cz = balls[4 * node + 2] ?? 0
        if (k > 1) best.fill(Number.POSITIVE_INFINITY)
        let least = Number.POSITIVE_INFINITY
        for (let i = 0; i < count; i += 1) {
          const one = above[i] ?? 0
          const dx = (at[3 * one] ?? 0) - cx
          const dy = (at[3 * one + 1] ?? 0) - cy
          const dz = (at[3 * one + 2] ?? 0) - cz
          const square = dx * dx + dy * dy + dz * dz
          away[i] = square
          if (k === 1) least = Math.min(square, least)
          else if (square < (best[k - 1] ?? 0)) insert(best, who, k, square, one)
        }
        const bound = Math.sqrt(k === 1 ? least : (best[k - 1] ?? 0)) + 2 * (balls[4 * node + 3] ?? 0) + slack
        const square = bound * bound
        let kept = 0
        for (let i = 0; i < count; i += 1) {
          if ((away[i] ?? 0) > square) continue
          own[kept] = above[i] ?? 0
          kept += 1
        }
        return kept
      }

      function settle(from: number, to: number, own: Int32Array, count: number): void {
        if (k === 1) settleOne(from, to, own, count)
        else settleRanks(from, to, own, count)
      }

      /** Site by site over the cells: a site stays in hand, and the cells lie in a row. */
      function settleOne(from: number, to: number, own: Int32Array, count: number): void {
        for (let i = 0; i < count; i += 1) {
          const one = own[i] ?? 0
          const x = at[3 * one] ?? 0
          const y = at[3 * one + 1] ?? 0
          const z = at[3 * one + 2] ?? 0
          for (let place = from; place < to; place += 1) {
            const dx = (points[3 * place] ?? 0) - x
            const dy = (points[3 * place + 1] ?? 0) - y
            const dz = (points[3 * place + 2] ?? 0) - z
            const square = dx * dx + dy * dy + dz * dz
            if (i > 0 && square >= (foundCosts[place] ?? 0)) continue
            foundCosts[place] = square
            foundSites[place] = one
          }
        }
        for (let place = from; place < to; place += 1) {
          const cell = order[place] ?? 0
          cost[cell] = metresOf(foundCosts[place] ?? 0)
          site[cell] = foundSites[place] ?? -1
        }
      }

      function settleRanks(from: number, to: number, own: Int32Array, count: number): void {
        for (let place = from; place < to; place += 1) {
          const x = points[3 * place] ?? 0
          const y = points[3 * place + 1] ?? 0
          const z = points[3 * place + 2] ?? 0
          const cell = order[place] ?? 0
          best.fill(Number.POSITIVE_INFINITY)
          for (let i = 0; i < count; i += 1) {
            const one = own[i] ?? 0
            const dx = (at[3 * one] ?? 0) - x
            const dy = (at[3 * one + 1] ?? 0) - y
            const dz = (at[3 * one + 2] ?? 0) - z
            const square = dx * dx + dy * dy + dz * dz
            if (square < (best[k - 1] ?? 0)) insert(best, who, k, square, one)
          }
          for (let rank = 0; rank < Math.min(k, count); rank += 1) {
            cost[rank * cells + cell] = metresOf(best[rank] ?? 0)
            site[rank * cells + cell] = who[rank] ?? -1
          }
        }
      }

      candidates[0]?.set(Int32Array.from(sites, (_, one) => one))
      if (sites.length > 0) look(0, 0, sites.length)
      return { cost, site }
    },

    field(position, within) {
      const [x = 0, y = 0, z = 0] = spherePoints([position])
      const limit = chordOf(within)
      // A little more is looked at than is kept: what is within is said by its distance in metres.
      const square = within < 0 ? -1 : (limit + slack) ** 2
      let size = 0
      let depth = 1
      waiting[0] = 0
      while (depth > 0) {
        depth -= 1
        const node = waiting[depth] ?? 0
        const dx = (balls[4 * node] ?? 0) - x
        const dy = (balls[4 * node + 1] ?? 0) - y
        const dz = (balls[4 * node + 2] ?? 0) - z
        const reach = limit + (balls[4 * node + 3] ?? 0) + slack
        if (dx * dx + dy * dy + dz * dz > reach * reach) continue
        if (2 * node + 2 < nodes) {
          waiting[depth] = 2 * node + 1
          waiting[depth + 1] = 2 * node + 2
          depth += 2
          continue
        }
        for (let place = spans[2 * node] ?? 0; place < (spans[2 * node + 1] ?? 0); place += 1) {
          const px = (points[3 * place] ?? 0) - x
          const py = (points[3 * place + 1] ?? 0) - y
          const pz = (points[3 * place + 2] ?? 0) - z
          const away = px * px + py * py + pz * pz
          if (away > square) continue
          const metres = metresOf(away)
          foundCells[size] = order[place] ?? 0
          foundCosts[size] = metres
          size += metres <= within ? 1 : 0
        }
      }
      return { cells: foundCells.slice(0, size), costs: foundCosts.slice(0, size) }
    },

    banded(position, bands) {
      checkBands(bands)
      const [x = 0, y = 0, z = 0] = spherePoints([position])
      const limits = Float64Array.from(bands, ({ upTo }) => chordOf(upTo))
      // Plainly within and plainly beyond; what lies between is said by its distance in metres.
      const sure = limits.map((limit) => limit * limit * (1 - doubt))
      const never = limits.map((limit) => limit * limit * (1 + doubt))
      const count = bands.length
      const bandAt = (square: number): number => {
        let band = 0
        while (band < count && square > (sure[band] ?? 0)) {
          if (square <= (never[band] ?? 0) && metresOf(square) <= (bands[band]?.upTo ?? 0)) break
          band += 1
        }
        return band
      }
      let size = 0
      let depth = 1
      waiting[0] = 0
      while (depth > 0) {
        depth -= 1
        const node = waiting[depth] ?? 0
        const dx = (balls[4 * node] ?? 0) - x
        const dy = (balls[4 * node + 1] ?? 0) - y
        const dz = (balls[4 * node + 2] ?? 0) - z
        const radius = (balls[4 * node + 3] ?? 0) + slack
        const away = Math.sqrt(dx * dx + dy * dy + dz * dz)
        if (away - radius > (limits[count - 1] ?? 0)) continue
        const from = spans[2 * node] ?? 0
        const to = spans[2 * node + 1] ?? 0
        const farthest = bandAt((away + radius) * (away + radius))
        if (farthest < count && farthest === bandAt(Math.max(0, away - radius) ** 2)) {
          for (let place = from; place < to; place += 1) {
            foundCells[size] = order[place] ?? 0
            foundBands[size] = farthest
            size += 1
          }
          continue
        }
        if (2 * node + 2 < nodes) {
          waiting[depth] = 2 * node + 1
          waiting[depth + 1] = 2 * node + 2
          depth += 2
          continue
        }
        for (let place = from; place < to; place += 1) {
          const px = (points[3 * place] ?? 0) - x
          const py = (points[3 * place + 1] ?? 0) - y
          const pz = (points[3 * place + 2] ?? 0) - z
          const band = bandAt(px * px + py * py + pz * pz)
          foundCells[size] = order[place] ?? 0
          foundBands[size] = band
          size += band < count ? 1 : 0
        }
      }
      return inBands(foundCells, foundBands, size, count, room)
    },
  }
}

/** The straight line through the unit sphere between two places so many metres apart over the earth. */
function chordOf(metres: number): number {
  return 2 * Math.sin(Math.min(Math.PI, Math.max(0, metres / EARTH_RADIUS)) / 2)
}

/** Metres over the earth from the square of a distance through the unit sphere. */
function metresOf(square: number): number {
  if (square > 0.01) return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(square) / 2))
  // The series of the arc sine, to the last digit up to 600 km; several times as fast.
  const s = square / 4
  const series =
    1 + s * (1 / 6 + s * (3 / 40 + s * (15 / 336 + s * (105 / 3456 + s * (945 / 42_240 + s * (10_395 / 599_040))))))
  return EARTH_RADIUS * Math.sqrt(square) * series
}

/** Puts a distance among the `k` least so far. */
function insert(best: Float64Array, who: Int32Array, k: number, distance: number, one: number): void {
  let rank = k - 1
  while (rank > 0 && (best[rank - 1] ?? 0) > distance) {
    best[rank] = best[rank - 1] ?? 0
    who[rank] = who[rank - 1] ?? -1
    rank -= 1
  }
  best[rank] = distance
  who[rank] = one
}
