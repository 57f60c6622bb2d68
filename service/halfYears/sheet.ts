import type { Edition } from '#api/views/halfYear'
import type { ActivityPeriod } from '#events/activity'
import { countsPersons, type HalfYearMeasure, type HalfYearPackage, type ToldFigure } from '#events/halfYear'
import {
  halfYearFileWords,
  halfYearNames,
  keyFigureNames,
  measureNames,
  notToldWords,
  specialtyNames,
} from '#events/halfYearWords'
import { KeyFigure, type KeyFigureValue, keyFigure } from '#events/keyFigures'
import type { Language } from '#events/say/numbers'
import { fill } from '#events/words'

/** A package with its name and edition, as files are made of it. */
export interface PublishedPackage {
  readonly municipality: string
  readonly name: string
  readonly regionName: string
  readonly period: ActivityPeriod
  readonly edition: Edition
  readonly content: HalfYearPackage
}

/** A cell of a file: a number with its decimals, or words. */
export type SheetCell = string | { readonly value: number; readonly decimals: number }

/** A table of a file; every row as long as the head. */
export interface Sheet {
  readonly title: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly SheetCell[])[]
}

const sides = ['own', 'region', 'ownBefore', 'regionBefore'] as const

/** The package's figures, its key figures, and what it is: the tables of every file of it, and whether anything is not told in them. Amounts are in kroner. */
export function sheetsOf(
  published: PublishedPackage,
  language: Language,
): { readonly figures: Sheet; readonly keyFigures: Sheet; readonly about: Sheet; readonly complete: string } {
  const say = (key: keyof typeof halfYearFileWords) => halfYearFileWords[key][language]
  const { content, edition } = published
  const head = [say('specialty'), say('figure'), say('unit'), ...sides.map((side) => say(side))]
  const figures = content.specialties.flatMap(({ specialty, rows, ...levels }) =>
    rows.map((row) => [
      specialtyNames[specialty][language],
      measureNames[row.measure][language],
      unitOf(row.measure, levels.priceLevelYear, language),
      ...sides.map((side) => cellOf(comparable(row.measure, side, levels, row[side]), row.measure, language)),
    ]),
  )
  const keyFigures = content.specialties.flatMap((one) =>
    KeyFigure.options.flatMap((which): SheetCell[][] => {
      const values = sides.map((side) => keyFigureOf(which, one, side, content))
      if (values.every((value) => value === 'unknown')) return []
      return [
        [
          specialtyNames[one.specialty][language],
          keyFigureNames[which][language],
          keyUnitOf(which, one.priceLevelYear, language),
          ...values.map((value) => keyCellOf(which, value, language)),
        ],
      ]
    }),
  )
  const inhabitants = String(content.inhabitants.own ?? notToldWords.unknown[language])
  const complete = completeness(edition, [[inhabitants], ...figures, ...keyFigures], language)
  return {
    complete,
    figures: { title: say('figures'), head, rows: figures },
    keyFigures: { title: say('keyFigures'), head, rows: keyFigures },
    about: {
      title: say('about'),
      head: [say('title'), periodName(published.period, language)],
      rows: [
        [say('municipality'), published.name],
        [say('code'), published.municipality],
        [say('region'), published.regionName],
        [say('edition'), String(edition.edition)],
        [say('deliveredOn'), edition.deliveredOn],
        [say('recordedAt'), edition.recordedAt],
        [say('complete'), complete],
        ...(edition.reason === null ? [] : [[say('reason'), edition.reason]]),
        [say('inhabitants'), inhabitants],
        [notToldWords.hidden[language], fill(say('hiddenNote'), content)],
        [notToldWords.unknown[language], say('unknownNote')],
        [say('checksum'), edition.checksum ?? ''],
      ],
    },
  }
}

/** Whether the municipality's own figures were all reported, and how many cells say that something was not. */
function completeness({ complete }: Edition, rows: Sheet['rows'], language: Language): string {
  const count = rows.flat().filter((cell) => cell === notToldWords.unknown[language]).length
  if (count === 0) return halfYearFileWords[complete ? 'yes' : 'no'][language]
  return fill(halfYearFileWords[complete ? 'yesOwn' : 'noFigures'][language], { count })
}

/** `1. halvår 2026`. */
export function periodName(period: ActivityPeriod, language: Language): string {
  const half = period.endsWith('-H1') ? 'H1' : 'H2'
  return fill(halfYearNames[half][language], { year: period.slice(0, 4) })
}

type Told = HalfYearPackage['specialties'][number]
type Side = (typeof sides)[number]
type Levels = Pick<Told, 'priceLevelYear' | 'priceLevelYearBefore'>

/** Amounts of two price levels are not held beside each other. */
function comparable(measure: HalfYearMeasure, side: Side, levels: Levels, figure: ToldFigure): ToldFigure {
  const isBefore = side === 'ownBefore' || side === 'regionBefore'
  return measure === 'oere' && isBefore && levels.priceLevelYear !== levels.priceLevelYearBefore ? 'unknown' : figure
}

function keyFigureOf(which: KeyFigure, told: Told, side: Side, { inhabitants }: HalfYearPackage): KeyFigureValue {
  const figure = (measure: HalfYearMeasure): ToldFigure => {
    const row = told.rows.find((one) => one.measure === measure)
    return row === undefined ? 'unknown' : comparable(measure, side, told, row[side])
  }
  // Inhabitants of the year before are not in the package.
  const people = side === 'own' ? inhabitants.own : side === 'region' ? inhabitants.region : null
  return keyFigure(which, figure, people)
}

function unitOf(measure: HalfYearMeasure, level: number | null, language: Language): string {
  if (countsPersons.has(measure)) return halfYearFileWords.persons[language]
  return measure === 'oere' ? kronerOf(level, language) : halfYearFileWords.services[language]
}

function keyUnitOf(which: KeyFigure, level: number | null, language: Language): string {
  if (which === 'costPerPatient') return kronerOf(level, language)
  if (which === 'patientsPer1000') return halfYearFileWords.perThousand[language]
  return which === 'servicesPerPatient' ? halfYearFileWords.services[language] : halfYearFileWords.percent[language]
}

function kronerOf(level: number | null, language: Language): string {
  return fill(halfYearFileWords.kroner[language], { year: level })
}

function cellOf(figure: ToldFigure, measure: HalfYearMeasure, language: Language): SheetCell {
  if (typeof figure !== 'number') return notToldWords[figure][language]
  return measure === 'oere' ? { value: figure / 100, decimals: 2 } : { value: figure, decimals: 0 }
}

function keyCellOf(which: KeyFigure, value: KeyFigureValue, language: Language): SheetCell {
  if (typeof value !== 'number') return notToldWords[value][language]
  if (which === 'costPerPatient') return { value: value / 100, decimals: 0 }
  const isShare = which === 'groupShare' || which === 'homeShare' || which === 'progressiveShare'
  return { value: isShare ? value * 100 : value, decimals: 1 }
}
