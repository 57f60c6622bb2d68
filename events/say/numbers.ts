export type Language = 'da' | 'en'

/** What stands where there is nothing to say: an en dash, never an empty cell and never a zero. */
export const none = '–'

/** A number with thousands separated and `decimals` digits after the mark; U+2212 as minus. */
export function number(value: number | null, language: Language, decimals = 0): string {
  if (value === null) return none
  return formatOf(language, decimals).format(value).replace('-', '−')
}

/** Formats by language and decimals: making one costs a hundred times what using it does. */
const formats = new Map<string, Intl.NumberFormat>()

function formatOf(language: Language, decimals: number): Intl.NumberFormat {
  const key = `${language} ${decimals}`
  const known = formats.get(key)
  if (known !== undefined) return known
  const made = new Intl.NumberFormat(language === 'da' ? 'da-DK' : 'en-GB', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  })
  formats.set(key, made)
  return made
}

/** Decimals of a capacity per 10,000 inhabitants: whole hours, hundredths of units. */
export function perInhabitantDecimals(unit: 'hoursTenths' | 'unitsHundredths'): 0 | 2 {
  return unit === 'hoursTenths' ? 0 : 2
}
