import type { Flip, Measure, Unit } from '../finding.ts'
import type { Words } from '../words.ts'
import { percent, signed } from './format.ts'
import { type Language, number } from './numbers.ts'

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

/** What stands after the number; a day is one day or several. */
export const unitWords = {
  hoursTenths: { da: 't/uge', en: 'h/week' },
  unitsHundredths: { da: 'enheder', en: 'units' },
  oere: { da: 'kr.', en: 'kr.' },
  metres: { da: 'km', en: 'km' },
} as const satisfies Partial<Record<Unit, Words>>
const dayWords = { one: { da: 'dag', en: 'day' }, other: { da: 'dage', en: 'days' } } as const

/** An amount with its unit, as people say it: `550` tenths of hours are `55,0 t/uge`. */
export function quantity(value: number, unit: Unit, language: Language): string {
  return withUnit(spoken(value, unit, language), value, unit, language)
}

/** What was measured, with its unit; a change always with its sign. */
export function measured({ key, unit }: Pick<Measure, 'key' | 'unit'>, value: number, language: Language): string {
  const [divisor, decimals] = steps[unit]
  const text = key.startsWith('delta') ? signed(value / divisor, language, decimals) : spoken(value, unit, language)
  return withUnit(text, value, unit, language)
}

/** The size of the change that a flip takes; its direction is in the sentence. */
export function flipAmount({ needs, unit }: Pick<Flip, 'needs' | 'unit'>, language: Language): string {
  return quantity(Math.abs(needs), unit, language)
}

function spoken(value: number, unit: Unit, language: Language): string {
  const [divisor, decimals] = steps[unit]
  if (unit === 'permille') return percent(value / divisor, language)
  return unit === 'share' ? percent(value / divisor, language, 0) : number(value / divisor, language, decimals)
}

function withUnit(text: string, value: number, unit: Unit, language: Language): string {
  if (unit === 'days') return `${text} ${dayWords[Math.abs(value) === 1 ? 'one' : 'other'][language]}`
  return unit in unitWords ? `${text} ${unitWords[unit as keyof typeof unitWords][language]}` : text
}
