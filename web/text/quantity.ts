import type { TFunction } from 'i18next'
import type { Flip, Measure, Unit } from '#events/finding'
import { type Language, number, percent, signed } from '../format.ts'

/** How a stored integer becomes the number people say: divisor and decimals. Metres are said in kilometres. */
const steps: Readonly<Record<Unit, readonly [number, number]>> = {
  hoursTenths: [10, 1],
  unitsHundredths: [100, 2],
  oere: [100, 2],
  days: [1, 0],
  metres: [1000, 1],
  countTenths: [10, 1],
  count: [1, 0],
  share: [100, 2],
  permille: [1000, 3],
}

/** An amount with its unit, as people say it: `550` tenths of hours are `55,0 t/uge`. */
export function quantity(value: number, unit: Unit, t: TFunction, language: Language): string {
  return withUnit(spoken(value, unit, language), value, unit, t)
}

/** What was measured, with its unit; a change always with its sign. */
export function measured(
  { key, unit }: Pick<Measure, 'key' | 'unit'>,
  value: number,
  t: TFunction,
  language: Language,
) {
  const [divisor, decimals] = steps[unit]
  const text = key.startsWith('delta') ? signed(value / divisor, language, decimals) : spoken(value, unit, language)
  return withUnit(text, value, unit, t)
}

/** The size of the change that a flip takes; its direction is in the sentence. */
export function flipAmount({ needs, unit }: Pick<Flip, 'needs' | 'unit'>, t: TFunction, language: Language): string {
  return quantity(Math.abs(needs), unit, t, language)
}

function spoken(value: number, unit: Unit, language: Language): string {
  const [divisor, decimals] = steps[unit]
  if (unit === 'permille') return percent(value / divisor, language)
  return unit === 'share' ? percent(value / divisor, language, 0) : number(value / divisor, language, decimals)
}

function withUnit(text: string, value: number, unit: Unit, t: TFunction): string {
  const name =
    unit === 'share' || unit === 'permille' || unit === 'count' || unit === 'countTenths'
      ? ''
      : t(`cases.units.${unit}`, { count: Math.abs(value) })
  return name === '' ? text : `${text} ${name}`
}
