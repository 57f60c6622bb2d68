/**
 * Class bounds of a choropleth, shared by legend and style. With thresholds t1 < … < tn there are n + 1 classes:
 * class 0 is below t1, class i is t(i) <= value < t(i+1), the last is tn and above. A bound belongs to the class above
 * it, as in MapLibre's `step`.
 */
export type Classes = {
  readonly thresholds: readonly number[]
  /** Smallest and largest value seen; `null` when there was none. */
  readonly extent: readonly [min: number, max: number] | null
}

/** A class as a legend shows it: from (included) up to (excluded); the last class includes its end. */
export type ClassRange = { readonly from: number | null; readonly to: number | null }

/** A value that is not known is `null` and falls in no class: unknown is not zero. */
export type Value = number | null | undefined

/**
 * Classes of as equal size as the values allow. Equal values are never parted, so fewer classes may come out than asked
 * for. Throws a RangeError unless `count` is a whole number of at least 1.
 */
export function quantileClasses(values: readonly Value[], count: number): Classes {
  if (!Number.isInteger(count) || count < 1) throw new RangeError(`expected at least one class, got ${count}`)
  const sorted = known(values).toSorted((a, b) => a - b)
  const thresholds: number[] = []
  for (let k = 1; k < count; k++) {
    const bound = sorted[Math.round((k * sorted.length) / count)]
    const last = thresholds.at(-1) ?? sorted[0]
    if (bound !== undefined && last !== undefined && bound > last) thresholds.push(bound)
  }
  return { thresholds, extent: extentOf(sorted) }
}

/** Classes with bounds set by hand. Throws a RangeError unless the bounds rise. */
export function fixedClasses(values: readonly Value[], thresholds: readonly number[]): Classes {
  const rising = thresholds.every(
    (bound, at) => Number.isFinite(bound) && (at === 0 || bound > (thresholds[at - 1] ?? bound)),
  )
  if (!rising) throw new RangeError(`expected rising class bounds, got ${thresholds.join(', ')}`)
  return { thresholds: [...thresholds], extent: extentOf(known(values).toSorted((a, b) => a - b)) }
}

/** Index of a value's class, from 0; undefined for an unknown value. Never falls as the value rises. */
export function classOf({ thresholds }: Classes, value: Value): number | undefined {
  return isKnown(value) ? thresholds.filter((bound) => bound <= value).length : undefined
}

/** The classes in order, for a legend. Open ends carry the extent of the values where it reaches beyond the bounds. */
export function classRanges({ thresholds, extent }: Classes): readonly ClassRange[] {
  const [min, max] = extent ?? [null, null]
  return Array.from({ length: thresholds.length + 1 }, (_, at) => {
    const below = thresholds[at - 1]
    const above = thresholds[at]
    return {
      from: below ?? (min !== null && (above === undefined || min < above) ? min : null),
      to: above ?? (max !== null && (below === undefined || max >= below) ? max : null),
    }
  })
}

/**
 * The classes as a MapLibre `step` expression over an input expression; `colours` holds one per class.
 * Throws a RangeError when their numbers differ.
 */
export function stepExpression<Input, Colour>(
  { thresholds }: Classes,
  input: Input,
  colours: readonly Colour[],
): readonly ['step', Input, ...(Colour | number)[]] {
  const [first, ...rest] = colours
  if (first === undefined || rest.length !== thresholds.length) {
    throw new RangeError(`expected ${thresholds.length + 1} colours, got ${colours.length}`)
  }
  return ['step', input, first, ...rest.flatMap((colour, at) => [thresholds[at] ?? Number.NaN, colour])]
}

function known(values: readonly Value[]): number[] {
  return values.filter(isKnown)
}

function isKnown(value: Value): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}

function extentOf(sorted: readonly number[]): Classes['extent'] {
  const [min, max] = [sorted[0], sorted.at(-1)]
  return min === undefined || max === undefined ? null : [min, max]
}
