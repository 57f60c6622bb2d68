/**
 * Supply degree in percent: what there is over what is needed (German needs-planning directive: closed above 110, too
 * little presumed below 75 for general practitioners).
 * @param units full-time units. @param needed units needed; above 0.
 */
export function supplyDegree(units: number, needed: number): number {
  return (100 * units) / needed
}

/** Units needed, from the units there are and a published supply degree in percent. */
export function neededAt(units: number, degree: number): number {
  return (100 * units) / degree
}

/**
 * Units that may still come, in whole steps, until the degree first lies above the closing degree: 28.5 units at 105.2 %
 * in steps of 0.5 are closed at 30.0, so 1.5. The last step is the one that closes. 0 where it is closed already.
 */
export function untilClosing(units: number, needed: number, step: number, closingDegree = 110): number {
  let steps = 0
  while (supplyDegree(units + steps * step, needed) <= closingDegree) steps += 1
  return steps * step
}

/** Highest number of units: those there are over the supply degree, times a justified factor (SR 832.107, art. 1 and 5). */
export function maximumNumber(units: number, degree: number, factor = 1): number {
  return neededAt(units, degree) * factor
}

/**
 * Shortage score of an area, 0 to 25: twice the points for people per provider, plus poverty, infant health and travel,
 * each 0 to 5 (HPSA scoring, primary care). Throws a RangeError for points outside.
 */
export function shortageScore(points: {
  readonly ratio: number
  readonly poverty: number
  readonly infantHealth: number
  readonly travel: number
}): number {
  const { ratio, poverty, infantHealth, travel } = points
  for (const value of [ratio, poverty, infantHealth, travel])
    if (!(value >= 0 && value <= 5)) throw new RangeError(`points must be from 0 to 5, not ${value}`)
  return 2 * ratio + poverty + infantHealth + travel
}
