import type { z } from 'zod'
import type { CaseRow } from '#api/views/case'

type Row = z.infer<typeof CaseRow>

/** Municipalities to be heard that a move from the one to the other does not name by itself. */
export function alsoInvolved({
  fromMunicipality,
  toMunicipality,
  involved,
}: Pick<Row, 'fromMunicipality' | 'toMunicipality' | 'involved'>): readonly string[] {
  return involved.filter((code) => code !== fromMunicipality && code !== toMunicipality)
}

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
    const places = [row.fromMunicipality, row.toMunicipality, ...row.involved].map(nameOf)
    const hay = [row.number, row.case, row.applicant, row.proposal, ...places].join(' ').toLocaleLowerCase('da')
    return words.every((word) => hay.includes(word))
  })
}
