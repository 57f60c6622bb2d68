import type { CostField } from './costField.ts'

/** A band of costs: from the limit of the band before, up to its own (<=), with the weight of a journey in it. */
export interface Band {
  readonly upTo: number
  readonly weight: number
}

/** The cells of a cost field by band; what lies beyond the last band is left out. */
export interface BandedField {
  readonly cells: Uint32Array
  /** Where the cells of each band end, exclusive. */
  readonly ends: Uint32Array
}

/** Throws a RangeError when the limits do not ascend or lie below 0, where no score would mean anything. */
export function checkBands(bands: readonly Band[]): void {
  if (bands.some(({ upTo }, index) => !(upTo > (bands[index - 1]?.upTo ?? -Number.MIN_VALUE))))
    throw new RangeError('the limits of the bands must ascend from 0')
}

/** Puts the cells of a field in order of bands, once for all that is computed from it. */
export function bandedField({ cells, costs }: CostField, bands: readonly Band[]): BandedField {
  checkBands(bands)
  const limits = Float64Array.from(bands, ({ upTo }) => upTo)
  const bandOf = new Uint8Array(cells.length)
  for (let i = 0; i < cells.length; i += 1) {
    const cost = costs[i] ?? 0
    let band = 0
    while (band < limits.length && cost > (limits[band] ?? 0)) band += 1
    bandOf[i] = band
  }
  return inBands(cells, bandOf, cells.length, limits.length)
}

/**
 * The first so many cells in order of their bands.
 * @param bandOf band of each cell, `bands` for one that is in none. @param room gives an array of a length.
 */
export function inBands(
  cells: Uint32Array,
  bandOf: Uint8Array,
  count: number,
  bands: number,
  room: (length: number) => Uint32Array = (length) => new Uint32Array(length),
): BandedField {
  const ends = new Uint32Array(bands)
  for (let i = 0; i < count; i += 1) {
    const band = bandOf[i] ?? bands
    if (band < bands) ends[band] = (ends[band] ?? 0) + 1
  }
  const next = new Uint32Array(bands)
  for (let band = 1; band < bands; band += 1) {
    next[band] = ends[band - 1] ?? 0
    ends[band] = (ends[band] ?? 0) + (ends[band - 1] ?? 0)
  }
  const ordered = room(ends[bands - 1] ?? 0)
  for (let i = 0; i < count; i += 1) {
    const band = bandOf[i] ?? bands
    if (band === bands) continue
    const at = next[band] ?? 0
    ordered[at] = cells[i] ?? 0
    next[band] = at + 1
  }
  return { cells: ordered, ends }
}

/**
 * Two-step floating catchment areas with a weight for each band, E2SFCA (Luo & Qi 2009): the same as `twoStep` with
 * `stepDecay`, without a cost or a weight for every link.
 * @param fields of the sites, in their order, by these bands. @param zones how many cells there are.
 */
export function twoStepByBands(
  zones: number,
  fields: readonly BandedField[],
  bands: readonly Band[],
  demand: ArrayLike<number>,
  supply: ArrayLike<number>,
): Float64Array {
  const score = new Float64Array(zones)
  for (const [site, { cells, ends }] of fields.entries()) {
    let demanded = 0
    let from = 0
    for (const [band, { weight }] of bands.entries()) {
      let sum = 0
      const end = ends[band] ?? 0
      for (let i = from; i < end; i += 1) sum += demand[cells[i] ?? 0] ?? 0
      demanded += weight * sum
      from = end
    }
    if (demanded === 0) continue
    from = 0
    for (const [band, { weight }] of bands.entries()) {
      const each = ((supply[site] ?? 0) / demanded) * weight
      const end = ends[band] ?? 0
      for (let i = from; i < end; i += 1) {
        const zone = cells[i] ?? 0
        score[zone] = (score[zone] ?? 0) + each
      }
      from = end
    }
  }
  return score
}
