import { z } from 'zod'
import type { HalfYearMeasure, ToldFigure } from './halfYear.ts'

/** Figures that can be held beside those of others, made of told figures and of nothing else: they tell no more than those do. */
export const KeyFigure = z.enum([
  'patientsPer1000',
  'progressiveShare',
  'groupShare',
  'homeShare',
  'servicesPerPatient',
  'costPerPatient',
])
export type KeyFigure = z.infer<typeof KeyFigure>

/** Shares from 0 to 1; services as they are; `costPerPatient` in øre. */
export type KeyFigureValue = number | 'hidden' | 'unknown'

/**
 * A key figure of one area and period. Hidden when a part of it is; unknown when a part is, or when it would be divided by
 * nothing.
 * @param inhabitants null where the catalogue has none of the day.
 */
export function keyFigure(
  which: KeyFigure,
  told: (measure: HalfYearMeasure) => ToldFigure,
  inhabitants: number | null,
): KeyFigureValue {
  const services = added(told('groupServices'), told('individualServices'))
  switch (which) {
    case 'patientsPer1000':
      return divided(scaled(told('patients'), 1000), inhabitants ?? 'unknown')
    case 'progressiveShare':
      return divided(told('progressivePatients'), told('patients'))
    case 'groupShare':
      return divided(told('groupServices'), services)
    case 'homeShare':
      return divided(told('homeServices'), services)
    case 'servicesPerPatient':
      return divided(services, told('patients'))
    case 'costPerPatient':
      return divided(told('oere'), told('patients'))
    default:
      return which satisfies never
  }
}

function added(a: ToldFigure, b: ToldFigure): ToldFigure {
  if (typeof a === 'number' && typeof b === 'number') return a + b
  return a === 'unknown' || b === 'unknown' ? 'unknown' : 'hidden'
}

function scaled(figure: ToldFigure, by: number): ToldFigure {
  return typeof figure === 'number' ? figure * by : figure
}

function divided(part: ToldFigure, whole: ToldFigure): KeyFigureValue {
  if (part === 'unknown' || whole === 'unknown' || whole === 0) return 'unknown'
  return part === 'hidden' || whole === 'hidden' ? 'hidden' : part / whole
}
