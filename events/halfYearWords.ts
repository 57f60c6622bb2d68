import type { HalfYearMeasure } from './halfYear.ts'
import type { Specialty } from './identifiers.ts'
import type { KeyFigure } from './keyFigures.ts'
import type { Words } from './words.ts'

/** What half-yearly packages and key figures are called, on pages and in files. */

export const measureNames = {
  patients: { da: 'Patienter', en: 'Patients' },
  progressivePatients: { da: 'Patienter med progressiv sygdom', en: 'Patients of progressive illness' },
  otherPatients: { da: 'Andre patienter', en: 'Other patients' },
  groupServices: { da: 'Ydelser på hold', en: 'Group services' },
  individualServices: { da: 'Individuelle ydelser', en: 'Individual services' },
  progressiveIndividualServices: {
    da: 'Individuelle ydelser ved progressiv sygdom',
    en: 'Individual services for progressive illness',
  },
  homeServices: { da: 'Ydelser i hjemmet', en: 'Services at home' },
  oere: { da: 'Udgift', en: 'Expenditure' },
} as const satisfies Record<HalfYearMeasure, Words>

export const keyFigureNames = {
  patientsPer1000: { da: 'Patienter pr. 1.000 indbyggere', en: 'Patients per 1,000 inhabitants' },
  progressiveShare: { da: 'Andel med progressiv sygdom', en: 'Share with progressive illness' },
  groupShare: { da: 'Andel af ydelser på hold', en: 'Share of services in groups' },
  homeShare: { da: 'Andel af ydelser i hjemmet', en: 'Share of services at home' },
  servicesPerPatient: { da: 'Ydelser pr. patient', en: 'Services per patient' },
  costPerPatient: { da: 'Udgift pr. patient', en: 'Expenditure per patient' },
} as const satisfies Record<KeyFigure, Words>

export const specialtyNames = {
  '51': { da: 'Almen fysioterapi', en: 'General physiotherapy' },
  '62': { da: 'Vederlagsfri fysioterapi', en: 'Free physiotherapy' },
  '57': { da: 'Almen ridefysioterapi', en: 'General riding physiotherapy' },
  '65': { da: 'Vederlagsfri ridefysioterapi', en: 'Free riding physiotherapy' },
} as const satisfies Record<Specialty, Words>

/** Where a figure stands that is not told. */
export const notToldWords = {
  hidden: { da: 'skjult', en: 'hidden' },
  unknown: { da: 'ikke oplyst', en: 'not reported' },
} as const satisfies Record<'hidden' | 'unknown', Words>

/** Columns and lines of the files. */
export const halfYearFileWords = {
  figures: { da: 'Tal', en: 'Figures' },
  keyFigures: { da: 'Nøgletal', en: 'Key figures' },
  about: { da: 'Om pakken', en: 'About the package' },
  title: { da: 'Halvårsdata', en: 'Half-yearly data' },
  municipality: { da: 'Kommune', en: 'Municipality' },
  code: { da: 'Kommunekode', en: 'Municipality code' },
  period: { da: 'Halvår', en: 'Half-year' },
  edition: { da: 'Udgave', en: 'Edition' },
  deliveredOn: { da: 'Leveret', en: 'Delivered' },
  recordedAt: { da: 'Registreret', en: 'Recorded' },
  reason: { da: 'Begrundelse for ny udgave', en: 'Reason for the new edition' },
  complete: { da: 'Fuldstændig', en: 'Complete' },
  yes: { da: 'ja', en: 'yes' },
  yesOwn: {
    da: 'ja for kommunens egne tal; andre tal, der ikke er oplyst: {count}',
    en: 'yes for the municipality’s own figures; other figures not reported: {count}',
  },
  no: { da: 'nej, noget er ikke oplyst', en: 'no, something was not reported' },
  noFigures: { da: 'nej; tal, der ikke er oplyst: {count}', en: 'no; figures not reported: {count}' },
  specialty: { da: 'Speciale', en: 'Specialty' },
  figure: { da: 'Tal', en: 'Figure' },
  unit: { da: 'Enhed', en: 'Unit' },
  persons: { da: 'personer', en: 'persons' },
  services: { da: 'ydelser', en: 'services' },
  kroner: { da: 'kr. ({year}-niveau)', en: 'DKK ({year} level)' },
  percent: { da: '%', en: '%' },
  perThousand: { da: 'pr. 1.000', en: 'per 1,000' },
  own: { da: 'Kommunen', en: 'Municipality' },
  region: { da: 'Regionen', en: 'Region' },
  ownBefore: { da: 'Kommunen året før', en: 'Municipality a year before' },
  regionBefore: { da: 'Regionen året før', en: 'Region a year before' },
  checksum: { da: 'Kontrolsum (SHA-256)', en: 'Checksum (SHA-256)' },
  inhabitants: { da: 'Indbyggere 1. januar', en: 'Inhabitants on 1 January' },
  hiddenNote: {
    da: 'Antal personer under {minCell} er skjult, og så mange andre tal, at de ikke kan regnes ud, heller ikke af tidligere pakker.',
    en: 'Counts of persons below {minCell} are hidden, and as many other figures that they cannot be worked out, from earlier packages neither.',
  },
  unknownNote: {
    da: 'Ikke oplyst er ikke nul: tallet er ikke indberettet, eller året før er ikke offentliggjort.',
    en: 'Not reported is not zero: the figure was not reported, or the year before was not published.',
  },
} as const satisfies Record<string, Words>

export const halfYearNames = {
  H1: { da: '1. halvår {year}', en: 'first half of {year}' },
  H2: { da: '2. halvår {year}', en: 'second half of {year}' },
} as const satisfies Record<'H1' | 'H2', Words>
