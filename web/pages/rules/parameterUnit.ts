import type { ParameterBounds } from '#events/parameterBounds'

/** How a stored whole number of a parameter is written: so many steps make one of the unit, with so many decimals. */
export interface Step {
  readonly divisor: number
  readonly decimals: number
  /** Key of the unit's name under `rules.units`; null where the parameter's own name says it. */
  readonly unit: 'hours' | 'units' | 'days' | 'months' | 'years' | 'percent' | 'points' | 'km' | 'kroner' | null
}

/** Endings of parameter names, the longer before the shorter. */
const endings: readonly (readonly [RegExp, Step])[] = [
  [/HoursTenths$/, { divisor: 10, decimals: 1, unit: 'hours' }],
  [/IncreaseTenths$/, { divisor: 10, decimals: 1, unit: 'hours' }],
  [/UnitsHundredths$/, { divisor: 100, decimals: 2, unit: 'units' }],
  [/TenThousandths$/, { divisor: 10_000, decimals: 4, unit: null }],
  [/Tenths$/, { divisor: 10, decimals: 1, unit: null }],
  [/Hundredths$/, { divisor: 100, decimals: 2, unit: null }],
  [/Oere$/, { divisor: 100, decimals: 0, unit: 'kroner' }],
  [/Days$/, { divisor: 1, decimals: 0, unit: 'days' }],
  [/Months$/, { divisor: 1, decimals: 0, unit: 'months' }],
  [/Years$/, { divisor: 1, decimals: 0, unit: 'years' }],
  [/BasisPoints$/, { divisor: 100, decimals: 2, unit: 'percent' }],
  [/Percent$/, { divisor: 1, decimals: 0, unit: 'percent' }],
  [/WarnPoints$/, { divisor: 1, decimals: 0, unit: 'points' }],
  [/Km$/, { divisor: 1, decimals: 0, unit: 'km' }],
]

/** The step of a parameter, known by the ending of its name. */
export function stepOf(key: string): Step {
  return endings.find(([ending]) => ending.test(key))?.[1] ?? { divisor: 1, decimals: 0, unit: null }
}

export type Typed =
  | { readonly ok: true; readonly value: number | boolean | string }
  /** `empty`: nothing typed. `number`: no number. `finer`: finer than the unit's step. `outside`: beyond its bounds. */
  | { readonly ok: false; readonly why: 'empty' | 'number' | 'finer' | 'outside' }

/**
 * What somebody typed for a parameter, as it is stored: `10,5` hours are 105 tenths. Danish and English decimal marks; a
 * point or space between thousands is not read, so that nothing is taken for a thousand times as much.
 */
export function readTyped(key: string, bounds: ParameterBounds, typed: string): Typed {
  const text = typed.trim()
  if (text === '') return { ok: false, why: 'empty' }
  switch (bounds.kind) {
    case 'yes-no':
      return { ok: true, value: text === 'true' }
    case 'choice':
      return bounds.options.includes(text) ? { ok: true, value: text } : { ok: false, why: 'outside' }
    case 'date':
    case 'month-and-day':
      return { ok: true, value: text }
    case 'number':
      return readNumber(key, bounds, text)
    default:
      return bounds satisfies never
  }
}

function readNumber(
  key: string,
  { min, max }: { readonly min: number; readonly max: number | null },
  text: string,
): Typed {
  const match = /^([-−]?)(\d+)(?:[.,](\d+))?$/.exec(text)
  if (match === null) return { ok: false, why: 'number' }
  const [, sign, whole = '', fraction = ''] = match
  const { divisor } = stepOf(key)
  const digits = Math.log10(divisor)
  const significant = fraction.replace(/0+$/, '')
  if (significant.length > digits) return { ok: false, why: 'finer' }
  // Digits are moved, not multiplied, so that 10.1 is 101 tenths exactly.
  const value = Number(`${whole}${significant.padEnd(digits, '0')}`) * (sign === '' ? 1 : -1)
  return value < min || (max !== null && value > max) ? { ok: false, why: 'outside' } : { ok: true, value }
}

/** A stored value as a person would type it. */
export function typedOf(key: string, value: number | boolean | string, decimalMark: ',' | '.'): string {
  if (typeof value !== 'number') return String(value)
  const { divisor, decimals } = stepOf(key)
  const shown =
    divisor === 1
      ? String(value)
      : (value / divisor).toFixed(value % divisor === 0 && decimals === 0 ? 0 : Math.log10(divisor))
  return shown.replace('.', decimalMark)
}
