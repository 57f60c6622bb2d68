import type { Specialty } from '#events/identifiers'
import type { Random } from './random.ts'

/** Weekly hours of one number by specialty, in tenths. */
export type Hours = readonly { readonly specialty: Specialty; readonly tenths: number }[]

/** A full-time week in tenths of hours; below 30 hours a capacity is small (SEED 001). */
const fullWeek = 370

/** Hours of one number: three in four full time, the rest small; most give both general and free physiotherapy. */
export function drawnHours(random: Random): Hours {
  const tenths = random.chance(0.74) ? random.pick([300, 320, 330, 350, 370, 370, 370]) : random.int(10, 29) * 10
  if (random.chance(0.08)) return [{ specialty: '51', tenths }]
  if (random.chance(0.03)) return [{ specialty: '62', tenths }]
  const free = Math.round((tenths * random.int(22, 52)) / 500) * 5
  return [
    { specialty: '51', tenths: tenths - free },
    { specialty: '62', tenths: free },
  ]
}

/** Takes a share in hundredths from the hours; what is taken and what stays add up to what was. */
export function divided(hours: Hours, shareHundredths: number): { readonly taken: Hours; readonly left: Hours } {
  const taken = hours.map(({ specialty, tenths }) => ({
    specialty,
    tenths: Math.max(1, Math.round((tenths * shareHundredths) / 100)),
  }))
  const left = hours.map(({ specialty, tenths }, index) => ({
    specialty,
    tenths: tenths - (taken[index]?.tenths ?? 0),
  }))
  return { taken, left }
}

/**
 * Units that the switch of 2024 gave for the hours, in hundredths: about one unit for a full week, moved a little by the
 * turnover that the clinic really had. The measure is invented; only its order of size is the sources' (S_KAP).
 */
export function unitsFor(tenths: number, random: Random): number {
  return Math.round(((100 * tenths) / fullWeek) * (0.85 + 0.3 * random.next()))
}
