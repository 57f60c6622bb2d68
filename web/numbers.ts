export type Language = 'da' | 'en'

/** What stands where there is nothing to say: an en dash, never an empty cell and never a zero. */
export const none = '–'

/** A number with thousands separated and `decimals` digits after the mark; U+2212 as minus. */
export function number(value: number | null, language: Language, decimals = 0): string {
  if (value === null) return none
  const text = new Intl.NumberFormat(language === 'da' ? 'da-DK' : 'en-GB', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(value)
  return text.replace('-', '−')
}

/** Decimals of a capacity per 10,000 inhabitants: whole hours, hundredths of units. */
export function perInhabitantDecimals(unit: 'hoursTenths' | 'unitsHundredths'): 0 | 2 {
  return unit === 'hoursTenths' ? 0 : 2
}
