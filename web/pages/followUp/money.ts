import { type Language, none, number } from '../../format.ts'

/** Øre as whole kroner with the unit. */
export function kroner(oere: number | null, language: Language): string {
  return oere === null ? none : `${number(oere / 100, language)} kr.`
}
