import type { z } from 'zod'
import type { CaseRow } from '#api/views/case'

type Row = z.infer<typeof CaseRow>

/**
 * Rows whose number, applicant or municipality holds every word of the text, whatever the case. An empty text keeps all.
 */
export function filterCases(
  rows: readonly Row[],
  text: string,
  nameOf: (code: string | null) => string,
): readonly Row[] {
  const words = text.toLocaleLowerCase('da').split(/\s+/).filter(Boolean)
  if (words.length === 0) return rows
  return rows.filter((row) => {
    const hay = [row.number, row.case, row.applicant, nameOf(row.fromMunicipality), nameOf(row.toMunicipality)]
      .join(' ')
      .toLocaleLowerCase('da')
    return words.every((word) => hay.includes(word))
  })
}
