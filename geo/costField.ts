/**
 * What one site can be reached at: the cells from which it costs at most so much, and the cost of each, in no order. A
 * cell that is not listed is farther away than the field was asked for, or unreachable.
 */
export interface CostField {
  readonly cells: Uint32Array
  readonly costs: Float32Array | Float64Array
}

/**
 * The nearest sites of each cell and what they cost: rank 0 of cell `i` is at `i`, and where more than one was asked for,
 * rank 1 at `cells + i`, and so on.
 */
export interface NearestSites<Costs extends Float32Array | Float64Array = Float32Array | Float64Array> {
  /** Infinite where nothing leads there, beyond the limit, and beyond the number of sites. */
  readonly cost: Costs
  /** Index of the site, one of them where several are as near; -1 where there is none. */
  readonly site: Int32Array
}
