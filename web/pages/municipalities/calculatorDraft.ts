import { Section2Figures } from '#events/palliative'
import type { Params } from '../../api.ts'

/** Fields of the calculator as they are typed; amounts in whole kroner. */
export const calculatorFields = [
  'donorTherapists',
  'donorPatients',
  'donorServices',
  'donorServiceCost',
  'donorPopulation',
  'population',
  'uplift',
  'baseFee',
  'supervision',
  'themeDay',
  'startUp',
  'years',
] as const
export type CalculatorField = (typeof calculatorFields)[number]
export type CalculatorDraft = Readonly<Record<CalculatorField, string>>

/** SEED 002: Region Syddanmark's 2023 and the budget of Region Hovedstaden; S_POP24: the populations of the two. */
export const seedDraft: CalculatorDraft = {
  donorTherapists: '20',
  donorPatients: '550',
  donorServices: '20715',
  donorServiceCost: '1725000',
  donorPopulation: '1238406',
  population: '1911067',
  uplift: '35',
  baseFee: '20000',
  supervision: '108000',
  themeDay: '20000',
  startUp: '',
  years: '4',
}

/** Supervision as SEED 002 describes it: four times three hours a year at 1,500 kr. an hour. */
const supervision = { supervisionTimes: 4, supervisionHours: 3, supervisionHourOere: 150_000 }

/** What each field can be: whole numbers, amounts from 0 kr. up. The calculator's own bounds. */
export const bounds: Readonly<Record<CalculatorField, readonly [min: number, max: number]>> = {
  donorTherapists: [1, 10_000],
  donorPatients: [1, 1_000_000],
  donorServices: [1, 100_000_000],
  donorServiceCost: [0, 10_000_000_000],
  donorPopulation: [1, 100_000_000],
  population: [1, 100_000_000],
  uplift: [-90, 1000],
  baseFee: [0, 10_000_000_000],
  supervision: [0, 10_000_000_000],
  themeDay: [0, 10_000_000_000],
  startUp: [0, 10_000_000_000],
  years: [1, 20],
}

/** A whole number as people write it, with or without separators of thousands; null for anything else. */
function wholeIn(text: string): number | null {
  const plain = text
    .trim()
    .replace(/[.\s\u00A0](?=\d{3}(\D|$))/g, '')
    .replace('−', '-')
  return /^-?\d+$/.test(plain) ? Number(plain) : null
}

/** Fields that are no whole number within their bounds. Only the start-up may be empty. */
export function wrongFields(draft: CalculatorDraft): readonly CalculatorField[] {
  return calculatorFields.filter((field) => {
    if (field === 'startUp' && draft.startUp.trim() === '') return false
    const value = wholeIn(draft[field])
    const [min, max] = bounds[field]
    return value === null || value < min || value > max
  })
}

/** The figures of a draft; null while a field is wrong. */
export function figuresIn(draft: CalculatorDraft): Section2Figures | null {
  if (wrongFields(draft).length > 0) return null
  const whole = (field: CalculatorField) => wholeIn(draft[field]) ?? Number.NaN
  const oere = (field: CalculatorField) => whole(field) * 100
  const { data } = Section2Figures.safeParse({
    donorTherapists: whole('donorTherapists'),
    donorPatients: whole('donorPatients'),
    donorServices: whole('donorServices'),
    donorServiceCostOere: oere('donorServiceCost'),
    donorPopulation: whole('donorPopulation'),
    population: whole('population'),
    upliftPercent: whole('uplift'),
    baseFeeOere: oere('baseFee'),
    supervisionOere: oere('supervision'),
    themeDayOere: oere('themeDay'),
    startUpOere: draft.startUp.trim() === '' ? null : oere('startUp'),
    years: whole('years'),
  })
  return data ?? null
}

/** The question to the calculator. */
export function asking(region: string, { startUpOere, ...figures }: Section2Figures): Params<'section2Calculator'> {
  return { region, ...figures, ...supervision, ...(startUpOere === null ? {} : { startUpOere }) }
}
