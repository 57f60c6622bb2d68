import type { CostField } from './costField.ts'
import type { Decay } from './decay.ts'

/**
 * Which zones reach each site, and at what cost. Links of site `j` are `from[j]` to `from[j + 1]`, exclusive. A pair that
 * is not listed is unreachable, which is not the same as far. Costs are directed: from the zone to the site.
 */
export interface Links {
  readonly zones: number
  readonly sites: number
  readonly from: Uint32Array
  readonly zone: Uint32Array
  readonly cost: Float64Array
}

/** Links from a list of pairs, in any order. Throws a RangeError for a zone, a site or a cost that cannot be. */
export function linksOf(
  zones: number,
  sites: number,
  pairs: readonly { readonly zone: number; readonly site: number; readonly cost: number }[],
): Links {
  const fields = Array.from({ length: sites }, () => ({ cells: [] as number[], costs: [] as number[] }))
  for (const { zone, site, cost } of pairs) {
    const field = fields[site]
    if (field === undefined || !(zone >= 0 && zone < zones && cost >= 0))
      throw new RangeError(`no link from zone ${zone} to site ${site} at cost ${cost}`)
    field.cells.push(zone)
    field.costs.push(cost)
  }
  return linksOfFields(
    zones,
    fields.map(({ cells, costs }) => ({ cells: Uint32Array.from(cells), costs: Float64Array.from(costs) })),
  )
}

/** Links from the cost fields of the sites, in their order; the zones are the cells. */
export function linksOfFields(zones: number, fields: readonly CostField[]): Links {
  const from = new Uint32Array(fields.length + 1)
  for (const [site, { cells }] of fields.entries()) from[site + 1] = (from[site] ?? 0) + cells.length
  const zone = new Uint32Array(from[fields.length] ?? 0)
  const cost = new Float64Array(zone.length)
  for (const [site, { cells, costs }] of fields.entries()) {
    zone.set(cells, from[site])
    cost.set(costs, from[site])
  }
  return { zones, sites: fields.length, from, zone, cost }
}

/** The weight of every link, in the order of the links. */
export function weightsOf({ cost }: Links, decay: Decay): Float64Array {
  const weights = new Float64Array(cost.length)
  for (let link = 0; link < cost.length; link += 1) weights[link] = decay(cost[link] ?? 0)
  return weights
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
  const { from, zone, sites } = links
  const score = new Float64Array(links.zones)
  for (let site = 0; site < sites; site += 1)
    shareOut(score, zone, from[site] ?? 0, from[site + 1] ?? 0, weights, demand, supply[site] ?? 0)
  return score
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
    const total = totals[links.zone[link] ?? 0] ?? 0
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
  const ofZone = weights.map((weight, link) => ratio(weight, byZone[links.zone[link] ?? 0]))
  const ofSite = new Float64Array(weights.length)
  for (let site = 0; site < links.sites; site += 1)
    for (let link = links.from[site] ?? 0; link < (links.from[site + 1] ?? 0); link += 1)
      ofSite[link] = ratio(weights[link] ?? 0, bySite[site])
  const { from, zone, sites } = links
  const score = new Float64Array(links.zones)
  for (let site = 0; site < sites; site += 1) {
    const [first, end] = [from[site] ?? 0, from[site + 1] ?? 0]
    const each = ratio(supply[site] ?? 0, demanded(zone, first, end, ofZone, demand))
    give(score, zone, first, end, ofSite, each)
  }
  return score
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
  const each = twoStep(links, weights, demand, supply)
  return each.map((score, zone) => score * (demand[zone] ?? 0))
}

/**
 * Cost of the k-th nearest site of every zone, k from 1; infinite where fewer can be reached. Which it is, unreachable or
 * nobody there, is for the caller to say: infinity is never a number of minutes.
 */
export function nearestCost({ zones, zone, cost }: Links, k = 1): Float64Array {
  const nearest = Array.from({ length: k }, () => new Float64Array(zones).fill(Number.POSITIVE_INFINITY))
  for (let link = 0; link < zone.length; link += 1) {
    const at = zone[link] ?? 0
    let next = cost[link] ?? 0
    for (const rank of nearest) {
      const here = rank[at] ?? 0
      if (next >= here) continue
      rank[at] = next
      next = here
    }
  }
  return nearest[k - 1] ?? new Float64Array(zones).fill(Number.POSITIVE_INFINITY)
}

/** Both steps for one site: its supply over the demand upon it, given to every zone that reaches it. */
function shareOut(
  score: Float64Array,
  zone: Uint32Array,
  first: number,
  end: number,
  weights: Float64Array,
  demand: ArrayLike<number>,
  supply: number,
): void {
  give(score, zone, first, end, weights, ratio(supply, demanded(zone, first, end, weights, demand)))
}

/** Weighted demand upon a site. */
function demanded(
  zone: Uint32Array,
  first: number,
  end: number,
  weights: Float64Array,
  demand: ArrayLike<number>,
): number {
  let sum = 0
  for (let link = first; link < end; link += 1) sum += (demand[zone[link] ?? 0] ?? 0) * (weights[link] ?? 0)
  return sum
}

/** Adds a site's ratio to every zone that reaches it, by weight. */
function give(
  score: Float64Array,
  zone: Uint32Array,
  first: number,
  end: number,
  weights: Float64Array,
  each: number,
): void {
  if (each === 0) return
  for (let link = first; link < end; link += 1) {
    const at = zone[link] ?? 0
    score[at] = (score[at] ?? 0) + each * (weights[link] ?? 0)
  }
}

function sumsByZone({ zones, zone }: Links, weights: Float64Array): Float64Array {
  const sums = new Float64Array(zones)
  for (let link = 0; link < zone.length; link += 1) {
    const at = zone[link] ?? 0
    sums[at] = (sums[at] ?? 0) + (weights[link] ?? 0)
  }
  return sums
}

function sumsBySite({ from, sites }: Links, weights: Float64Array): Float64Array {
  const sums = new Float64Array(sites)
  for (let site = 0; site < sites; site += 1)
    for (let link = from[site] ?? 0; link < (from[site + 1] ?? 0); link += 1)
      sums[site] = (sums[site] ?? 0) + (weights[link] ?? 0)
  return sums
}

function ratio(part: number, whole: number | undefined): number {
  return whole === undefined || whole === 0 ? 0 : part / whole
}
