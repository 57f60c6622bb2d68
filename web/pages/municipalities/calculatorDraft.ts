import { Section2Figures } from '#events/palliative'
import type { Answer, Params } from '../../api.ts'

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

/** Fields that are the donor region's year, or the relation of the two regions: they follow the donor. */
export const donorFields = [
  'donorTherapists',
  'donorPatients',
  'donorServices',
  'donorServiceCost',
  'donorPopulation',
  'population',
  'uplift',
] as const satisfies readonly CalculatorField[]
/** What the agreement pays besides, whichever donor it is sized by. */
export const fixedFields = [
  'baseFee',
  'supervision',
  'themeDay',
  'startUp',
  'years',
] as const satisfies readonly CalculatorField[]

/** What is known of donor regions, and how many people live in each region. */
export interface Known {
  readonly donors: Answer<'palliative'>['donors']
  readonly populations: Answer<'palliative'>['populations']
}

/** Where the figures of a draft come from. */
export interface Origin {
  /** The proposal whose figures stand, or null where the log knows none of the donor's year. */
  readonly proposal: Known['donors'][number] | null
  /** True where the two populations are the register's of the date, not the proposal's. */
  readonly registered: boolean
}

/**
 * The draft that a donor region begins with. Figures of its year are the newest proposal's that names it; the populations
 * and the uplift are that proposal's only where it was made for this region, else the register's and nobody's. What is not
 * known is empty, and is asked for.
 */
export function draftFor(
  region: string,
  donorRegion: string,
  { donors, populations }: Known,
): { readonly draft: CalculatorDraft; readonly origin: Origin } {
  const named = donors.filter((one) => one.donorRegion === donorRegion)
  const own = named.find((one) => one.region === region) ?? null
  const proposal = own ?? named[0] ?? null
  const peopleIn = (code: string) => populations.find((one) => one.region === code)?.population
  // The year's other amounts are the agreement's own: of this region's newest proposal, else of the newest there is.
  const agreement = donors.find((one) => one.region === region) ?? donors[0] ?? null
  const text = (value: number | null | undefined) => (value == null ? '' : String(value))
  const kroner = (oere: number | null | undefined) => text(oere == null ? null : oere / 100)
  const [year, rest] = [proposal?.figures, agreement?.figures]
  return {
    draft: {
      donorTherapists: text(year?.donorTherapists),
      donorPatients: text(year?.donorPatients),
      donorServices: text(year?.donorServices),
      donorServiceCost: kroner(year?.donorServiceCostOere),
      donorPopulation: text(own?.figures.donorPopulation ?? peopleIn(donorRegion)),
      population: text(own?.figures.population ?? peopleIn(region)),
      uplift: text(own?.figures.upliftPercent),
      baseFee: kroner(rest?.baseFeeOere),
      supervision: kroner(rest?.supervisionOere),
      themeDay: kroner(rest?.themeDayOere),
      startUp: kroner(rest?.startUpOere),
      years: text(rest?.years),
    },
    origin: { proposal, registered: own === null },
  }
}

/** The donor that the calculator opens with: of this region's newest proposal, else the newest that is not itself. */
export function firstDonor(region: string, { donors, populations }: Known): string | null {
  const own = donors.find((one) => one.region === region)
  const other = donors.find((one) => one.donorRegion !== region)
  return own?.donorRegion ?? other?.donorRegion ?? populations.find((one) => one.region !== region)?.region ?? null
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

/** Fields that nothing is written in and that need something; only the start-up may be empty. */
export function emptyFields(draft: CalculatorDraft): readonly CalculatorField[] {
  return calculatorFields.filter((field) => field !== 'startUp' && draft[field].trim() === '')
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
