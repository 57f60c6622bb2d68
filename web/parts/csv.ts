import type { Language } from '../numbers.ts'

/** Text that a spreadsheet would take for a formula. */
const formula = /^[=+\-@\t\r]/
/** A number with a sign is no formula, and must stay a number. */
const signedNumber = /^-\d+(?:[.,]\d+)?$/

/**
 * Rows as CSV for Danish spreadsheets, as the service writes them: semicolons, a byte order mark, and text that would be a
 * formula made harmless.
 */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`
}

/** A number as a spreadsheet of the language reads it: rounded as it is shown, without separated thousands; null is empty. */
export function csvNumber(value: number | null, language: Language, decimals = 0): string {
  if (value === null) return ''
  const text = new Intl.NumberFormat(language === 'da' ? 'da-DK' : 'en-GB', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    useGrouping: false,
    signDisplay: 'negative',
  }).format(value)
  return text.replace('−', '-')
}

function cell(text: string): string {
  const safe = formula.test(text) && !signedNumber.test(text) ? `'${text}` : text
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Hands a text to the reader as a file. */
export function download(name: string, text: string): void {
  save(name, new Blob([text], { type: 'text/csv;charset=utf-8' }))
}

/** Hands any file to the reader. */
export function save(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
