/** A class of the choropleth: over `from` (null: from the bottom), up to and including `to` (null: to the top). */
export interface ClassRange {
  readonly from: number | null
  readonly to: number | null
}

/**
 * The classes between ascending limits, for legend and map alike. With limits l1 … ln there are n + 1 classes; a value
 * equal to a limit lies in the lower class.
 */
export function classRanges(limits: readonly number[]): readonly ClassRange[] {
  return Array.from({ length: limits.length + 1 }, (_, at) => ({
    from: limits[at - 1] ?? null,
    to: limits[at] ?? null,
  }))
}

/** Class of a value, from 0; null for an unknown value, which lies in no class. Never falls as the value rises. */
export function classOf(limits: readonly number[], value: number | null): number | null {
  return value === null ? null : limits.filter((limit) => value > limit).length
}
