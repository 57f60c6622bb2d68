import { capacity, type Language, none, signed } from '../../format.ts'
import type { Figures } from '../../map/figures.ts'
import type { CaseFile } from './caseFile.ts'

/** A figure before and after, in the stored step; null when unknown. */
export interface Amounts {
  readonly before: number | null
  readonly after: number | null
}

/** Classes of the change: loses, unchanged, gains. Their words carry the sign; colour only repeats it. */
export const changeTokens = ['--div-neg-2', '--div-0', '--div-pos-2'] as const

/** The change in each municipality that the case touches, with its sign, for the map. */
export function changeFigures(
  file: {
    readonly effects: readonly (Amounts & { readonly municipality: string })[]
    readonly involved: readonly string[]
    readonly unit: CaseFile['unit']
  },
  names: (code: string) => string,
  language: Language,
): Figures {
  const rows = new Map(file.effects.map((row) => [String(row.municipality), row]))
  const codes = [...new Set([...rows.keys(), ...file.involved])]
  return new Map(
    codes.map((code) => {
      const row = rows.get(code)
      const change = row === undefined ? 0 : differenceOf(row)
      const text = change === null ? none : change === 0 ? '±0' : changeText(change, file.unit, language)
      return [
        code,
        {
          code,
          name: names(code),
          value: change,
          text,
          said: text,
          class: change === null ? null : Math.sign(change) + 1,
          rank: null,
          population: null,
        },
      ]
    }),
  )
}

/** Municipalities that the case touches without changing a figure: drawn with their names, and no number. */
export function highlighted(codes: readonly string[], names: (code: string) => string): Figures {
  return new Map(
    codes.map((code) => [
      code,
      { code, name: names(code), value: 0, text: '', said: '', class: 1, rank: null, population: null },
    ]),
  )
}

/** After less before, in the stored step; null when either is unknown. */
export function differenceOf({ before, after }: Amounts): number | null {
  return before === null || after === null ? null : after - before
}

/** A change in its unit's own step, always with its sign. */
export function changeText(change: number, unit: CaseFile['unit'], language: Language): string {
  return unit === 'hoursTenths' ? signed(change / 10, language, 1) : signed(change / 100, language, 2)
}

/** `12,5 til 14,0`-style pair for a table cell, each in its step. */
export function pairOf(row: Amounts, unit: CaseFile['unit'], language: Language) {
  return { before: capacity(row.before, unit, language), after: capacity(row.after, unit, language) }
}
