import type { ContactDepartment } from './contacts.ts'
import type { Included, OfferService, OfferSetting } from './municipalOffer.ts'
import type { BudgetItem } from './palliative.ts'
import type { Words } from './words.ts'

/** Words of municipal offers, contacts and the section-2 agreement, by their codes. */

export const offerServiceWords = {
  group: { da: 'Holdtræning', en: 'Group training' },
  individual: { da: 'Individuel behandling', en: 'Individual treatment' },
  individualSupplement: { da: 'Supplerende individuel behandling', en: 'Supplementary individual treatment' },
  home: { da: 'Behandling i hjemmet', en: 'Treatment at home' },
  childPlace: { da: 'Behandling i barnets hverdagsmiljø', en: 'Treatment in the child’s everyday place' },
  online: { da: 'Online, app eller skærm', en: 'Online, app or screen' },
  occupationalTherapy: { da: 'Ergoterapi', en: 'Occupational therapy' },
  pool: { da: 'Bassintræning', en: 'Pool training' },
  riding: { da: 'Ridefysioterapi', en: 'Riding therapy' },
  weekend: { da: 'Aften og weekend', en: 'Evenings and weekends' },
} as const satisfies Record<OfferService, Words>

export const includedWords = {
  yes: { da: 'Ja', en: 'Yes' },
  no: { da: 'Nej', en: 'No' },
  unknown: { da: 'Ikke oplyst', en: 'Not stated' },
} as const satisfies Record<Included, Words>

export const offerSettingWords = {
  trainingRoom: { da: 'træningslokaler', en: 'training rooms' },
  home: { da: 'eget hjem', en: 'own home' },
  everydayPlace: { da: 'barnets hverdagsmiljø', en: 'the child’s everyday place' },
  online: { da: 'online', en: 'online' },
} as const satisfies Record<OfferSetting, Words>

export const openingWords = {
  weekdaysDaytime: { da: 'hverdage, overvejende i dagtimerne', en: 'weekdays, mainly in the daytime' },
  weekdaysAndEvenings: { da: 'hverdage og aftener', en: 'weekdays and evenings' },
  allWeek: { da: 'alle ugens dage', en: 'every day of the week' },
  unknown: { da: 'ikke oplyst', en: 'not stated' },
} as const satisfies Record<string, Words>

export const departmentWords = {
  health: { da: 'Sundhed', en: 'Health' },
  childrenAndYouth: { da: 'Børn og unge', en: 'Children and youth' },
  employment: { da: 'Beskæftigelse', en: 'Employment' },
  social: { da: 'Social', en: 'Social services' },
  elderlyAndDisability: { da: 'Ældre og handicap', en: 'Elderly and disability' },
  careHomeEast: { da: 'Plejehjem Øst', en: 'Care home East' },
  careHomeWest: { da: 'Plejehjem Vest', en: 'Care home West' },
  careHomeSouth: { da: 'Plejehjem Syd', en: 'Care home South' },
  careHomeNorth: { da: 'Plejehjem Nord', en: 'Care home North' },
} as const satisfies Record<ContactDepartment, Words>

export const budgetItemWords = {
  serviceCost: { da: 'Ydelser', en: 'Services' },
  baseFees: { da: 'Basishonorar', en: 'Base fees' },
  activityFee: { da: 'Aktivitetshonorar', en: 'Activity fee' },
  supervision: { da: 'Supervision', en: 'Supervision' },
  themeDay: { da: 'Temadag', en: 'Theme day' },
  startUp: { da: 'Opstart og uddannelse', en: 'Start-up and training' },
  administration: { da: 'Administration', en: 'Administration' },
} as const satisfies Record<BudgetItem, Words>

export const sizingBasisWords = {
  seed: { da: 'kildens opskrivning', en: 'the source’s uplift' },
  population: { da: 'forholdet mellem folketallene', en: 'the ratio of the populations' },
} as const satisfies Record<string, Words>
