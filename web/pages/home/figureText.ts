import type { HalfYearMeasure, HalfYearPackage, ToldFigure } from '#events/halfYear'
import { notToldWords } from '#events/halfYearWords'
import { type KeyFigure, type KeyFigureValue, keyFigure } from '#events/keyFigures'
import { kroner, type Language, number, percent } from '../../format.ts'

/** A key figure in words: shares in percent, amounts in kroner, and what is not told by its word. */
export function keyFigureText(which: KeyFigure, value: KeyFigureValue, language: Language): string {
  if (typeof value !== 'number') return notToldWords[value][language]
  switch (which) {
    case 'costPerPatient':
      return kroner(Math.round(value), language)
    case 'patientsPer1000':
    case 'servicesPerPatient':
      return number(value, language, 1)
    default:
      return percent(value, language)
  }
}

/** A told figure in words; amounts as kroner. */
export function figureText(measure: HalfYearMeasure, value: ToldFigure, language: Language): string {
  if (typeof value !== 'number') return notToldWords[value][language]
  return measure === 'oere' ? kroner(value, language) : number(value, language)
}

/** A key figure of one specialty of a package, the municipality's own or the region's. */
export function packageFigure(
  which: KeyFigure,
  { inhabitants }: HalfYearPackage,
  told: HalfYearPackage['specialties'][number],
  side: 'own' | 'region',
): KeyFigureValue {
  const figure = (measure: HalfYearMeasure) => told.rows.find((row) => row.measure === measure)?.[side] ?? 'unknown'
  return keyFigure(which, figure, inhabitants[side])
}
