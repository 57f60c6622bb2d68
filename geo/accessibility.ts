import type { Decay } from './decay.ts'

/**
 * Which sites each zone can reach, and at what cost. Links of zone `i` are `from[i]` to `from[i + 1]`, exclusive. A pair
 * that is not listed is unreachable, which is not the same as far. Costs are directed: from the zone to the site.
 */
export interface Links {
  readonly zones: number
  readonly sites: number
  readonly from: Uint32Array
  readonly site: Uint32Array
  readonly cost: Float64Array
}

/** Links from a list of pairs, in any order. Throws a RangeError for a zone, a site or a cost that cannot be. */
export function linksOf(
  zones: number,
  sites: number,
  pairs: readonly { readonly zone: number; readonly site: number; readonly cost: number }[],
): Links {
  const from = new Uint32Array(zones + 1)
  for (const { zone, site, cost } of pairs) {
    if (!(zone >= 0 && zone < zones && site >= 0 && site < sites && cost >= 0))
      throw new RangeError(`no link from zone ${zone} to site ${site} at cost ${cost}`)
    from[zone + 1] = (from[zone + 1] ?? 0) + 1
  }
  for (let zone = 0; zone < zones; zone += 1) from[zone + 1] = (from[zone + 1] ?? 0) + (from[zone] ?? 0)
  const next = from.slice()
  const site = new Uint32Array(pairs.length)
  const cost = new Float64Array(pairs.length)
  for (const pair of pairs) {
    const at = next[pair.zone] ?? 0
    next[pair.zone] = at + 1
    site[at] = pair.site
    cost[at] = pair.cost
  }
  return { zones, sites, from, site, cost }
}

/** The weight of every link, in the order of the links. */
export function weightsOf({ cost }: Links, decay: Decay): Float64Array {
  return cost.map(decay)
}

/**
 * Two-step floating catchment area: supply per demand at each site, summed over the sites within reach of a zone (Luo &
 * Wang 2003; with weights by distance E2SFCA, Luo & Qi 2009). A zone that reaches no site scores 0, also where nobody
 * lives; a site that nobody demands gives nothing. The sum of demand times score is the supply that anyone can reach.
 */
export function twoStep(
  links: Links,
  weights: Float64Array,
  demand: ArrayLike<number>,
  supply: ArrayLike<number>,
): Float64Array {
  return scores(links, weights, ratios(links, weights, demand, supply))
}

/**
 * Three-step: the weights are shared out among the sites of a zone first, over every link listed, those beyond the limit
 * included (Wan, Zou & Sternberg 2012, as PySAL access does it).
 */
export function threeStep(
  links: Links,
  decay: Decay,
  within: number,
  demand: ArrayLike<number>,
  supply: ArrayLike<number>,
): Float64Array {
  const all = weightsOf(links, decay)
  const totals = sumsByZone(links, all)
  const shared = all.map((weight, link) => {
    const total = totals[zoneOf(links, link)] ?? 0
    return total === 0 || (links.cost[link] ?? 0) > within ? 0 : (weight * weight) / total
  })
  return twoStep(links, shared, demand, supply)
}

/**
 * Balanced floating catchment areas: demand is shared out over the sites of a zone and supply over the zones of a site,
 * so that neither is counted twice (Paez, Higgins & Vivona 2019).
 */
export function balanced(
  links: Links,
  weights: Float64Array,
  demand: ArrayLike<number>,
  supply: ArrayLike<number>,
): Float64Array {
  const byZone = sumsByZone(links, weights)
  const bySite = sumsBySite(links, weights)
  const ofZone = weights.map((weight, link) => ratio(weight, byZone[zoneOf(links, link)]))
  const ofSite = weights.map((weight, link) => ratio(weight, bySite[links.site[link] ?? 0]))
  return scores(links, ofSite, ratios(links, ofZone, demand, supply))
}

/**
 * Spatial availability: each site's supply is shared out in proportion to demand times weight (Soukhov et al. 2023). The
 * zones' sum is the total supply of the sites that anybody demands.
 */
export function spatialAvailability(
  links: Links,
  weights: Float64Array,
  demand: ArrayLike<number>,
  supply: ArrayLike<number>,
): Float64Array {
  const each = scores(links, weights, ratios(links, weights, demand, supply))
  return each.map((score, zone) => score * (demand[zone] ?? 0))
}

/**
 * Cost of the k-th nearest site of every zone, k from 1; infinite where fewer can be reached. Which it is, unreachable or
 * nobody there, is for the caller to say: infinity is never a number of minutes.
 */
export function nearestCost({ zones, from, cost }: Links, k = 1): Float64Array {
  const nearest = new Float64Array(zones).fill(Number.POSITIVE_INFINITY)
  for (let zone = 0; zone < zones; zone += 1) {
    const costs = cost.slice(from[zone], from[zone + 1]).sort()
    nearest[zone] = costs[k - 1] ?? Number.POSITIVE_INFINITY
  }
  return nearest
}

/** Supply over weighted demand, per site; 0 at a site that nobody demands. */
function ratios(links: Links, weights: Float64Array, demand: ArrayLike<number>, supply: ArrayLike<number>) {
  const demanded = new Float64Array(links.sites)
  for (let zone = 0; zone < links.zones; zone += 1)
    for (let link = links.from[zone] ?? 0; link < (links.from[zone + 1] ?? 0); link += 1) {
      const site = links.site[link] ?? 0
      demanded[site] = (demanded[site] ?? 0) + (demand[zone] ?? 0) * (weights[link] ?? 0)
    }
  return demanded.map((total, site) => ratio(supply[site] ?? 0, total))
}

function scores(links: Links, weights: Float64Array, ratioOf: Float64Array): Float64Array {
  const score = new Float64Array(links.zones)
  for (let zone = 0; zone < links.zones; zone += 1)
    for (let link = links.from[zone] ?? 0; link < (links.from[zone + 1] ?? 0); link += 1)
      score[zone] = (score[zone] ?? 0) + (ratioOf[links.site[link] ?? 0] ?? 0) * (weights[link] ?? 0)
  return score
}

function sumsByZone(links: Links, weights: Float64Array): Float64Array {
  const sums = new Float64Array(links.zones)
  for (let zone = 0; zone < links.zones; zone += 1)
    for (let link = links.from[zone] ?? 0; link < (links.from[zone + 1] ?? 0); link += 1)
      sums[zone] = (sums[zone] ?? 0) + (weights[link] ?? 0)
  return sums
}

function sumsBySite({ sites, site }: Links, weights: Float64Array): Float64Array {
  const sums = new Float64Array(sites)
  for (const [link, weight] of weights.entries()) sums[site[link] ?? 0] = (sums[site[link] ?? 0] ?? 0) + weight
  return sums
}

/** Zone of a link, by bisection over where the zones begin. */
function zoneOf({ from, zones }: Links, link: number): number {
  let low = 0
  let high = zones - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((from[middle] ?? 0) <= link) low = middle
    else high = middle - 1
  }
  return low
}

function ratio(part: number, whole: number | undefined): number {
  return whole === undefined || whole === 0 ? 0 : part / whole
}
