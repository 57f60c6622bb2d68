/** Which candidates cover a group of demand points, and how much the group counts. */
export interface CoverSet {
  readonly sites: readonly number[]
  weight: number
}

/**
 * Demand points with the same covering candidates, merged: a question about cover cannot tell them apart. Points that an
 * existing site covers are left out.
 * @param limit itself included.
 */
export function coverSets(
  weights: Float64Array,
  nearest: Float64Array,
  candidates: readonly Float64Array[],
  points: readonly number[],
  limit: number,
): CoverSet[] {
  const words = Math.ceil(candidates.length / 32)
  const bits = new Int32Array(words)
  const byHash = new Map<number, { readonly bits: Int32Array; readonly set: CoverSet }[]>()
  const all: CoverSet[] = []
  for (const point of points) {
    if ((nearest[point] ?? 0) <= limit) continue
    bits.fill(0)
    for (let site = 0; site < candidates.length; site += 1)
      if ((candidates[site]?.[point] ?? Number.POSITIVE_INFINITY) <= limit) {
        const word = site >> 5
        bits[word] = (bits[word] ?? 0) | (1 << (site & 31))
      }
    let hash = 0
    for (const word of bits) hash = Math.imul(hash ^ word, 0x9e3779b1) ^ (hash >>> 15)
    const alike = byHash.get(hash) ?? []
    const known = alike.find((one) => one.bits.every((word, at) => word === bits[at]))
    const weight = weights[point] ?? 0
    if (known !== undefined) {
      known.set.weight += weight
      continue
    }
    const sites = [...candidates.keys()].filter((site) => ((bits[site >> 5] ?? 0) >>> (site & 31)) & 1)
    const set = { sites, weight }
    alike.push({ bits: Int32Array.from(bits), set })
    byHash.set(hash, alike)
    all.push(set)
  }
  return all
}

/** So many sets are compared with one another, at most; with more it takes longer than it saves. */
const mostCompared = 3000

/** The sets without those that hold another one whole: whoever covers the other covers them. */
export function leastSets(sets: readonly CoverSet[]): readonly CoverSet[] {
  const bySize = sets.toSorted((a, b) => a.sites.length - b.sites.length)
  if (sets.length > mostCompared) return bySize
  const kept: { readonly set: CoverSet; readonly has: ReadonlySet<number> }[] = []
  for (const set of bySize) {
    const has = new Set(set.sites)
    if (!kept.some((one) => one.set.sites.every((site) => has.has(site)))) kept.push({ set, has })
  }
  return kept.map(({ set }) => set)
}

/**
 * Candidates that add nothing: all that one covers is covered by another that stays. Of two alike the first stays.
 * @param sets that there are to cover.
 */
export function needlessSites(sets: readonly CoverSet[], sites: number): ReadonlySet<number> {
  const coveredBy = Array.from({ length: sites }, () => new Set<number>())
  for (const [at, set] of sets.entries()) for (const site of set.sites) coveredBy[site]?.add(at)
  const needless = new Set<number>()
  for (const [site, own] of coveredBy.entries()) {
    // Whoever covers all of it covers its rarest set, too.
    const rarest = [...own].reduce<CoverSet | undefined>((least, at) => {
      const set = sets[at]
      return set !== undefined && (least === undefined || set.sites.length < least.sites.length) ? set : least
    }, undefined)
    const others = rarest?.sites ?? [...coveredBy.keys()]
    const holds = (other: number) => {
      const theirs = coveredBy[other]
      if (theirs === undefined || other === site || needless.has(other) || theirs.size < own.size) return false
      return (theirs.size > own.size || other < site) && [...own].every((at) => theirs.has(at))
    }
    if (others.some(holds)) needless.add(site)
  }
  return needless
}
