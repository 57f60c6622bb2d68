/** People of a municipality inside a line, beside all of them; whole persons. */
export interface PeopleInside {
  readonly inside: number
  readonly all: number
}

/** A part is told in steps of so many per cent: people are counted on squares, some of them small. */
const PERCENT_STEP = 5

/** Whether the municipality is of the area: at least half of its people are inside, the exact half too. By heads, not by `percentTold`. */
export function belongs({ inside, all }: PeopleInside): boolean {
  return inside > 0 && 2 * inside >= all
}

/** The part inside as it may be told, in steps of 5 %. 50 may be just below the half: `belongs` says on which side. */
export function percentTold({ inside, all }: PeopleInside): number {
  return PERCENT_STEP * Math.round((100 * inside) / all / PERCENT_STEP)
}
