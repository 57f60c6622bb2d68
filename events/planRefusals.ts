import type { Words } from './words.ts'

/** Why a rule set was refused. */
export const planRefusals = {
  'plan.versionTaken': {
    da: 'Regelsæt {ruleSet} version {ruleSetVersion} findes allerede med andet indhold.',
    en: 'Rule set {ruleSet} version {ruleSetVersion} already exists with other content.',
  },
  'plan.overlaps': {
    da: 'Perioden overlapper regelsæt {ruleSet}, der gælder fra {from}.',
    en: 'The period overlaps rule set {ruleSet}, in force from {from}.',
  },
  'plan.endsBeforeStart': {
    da: 'Slutdatoen {until} ligger ikke efter {effectiveFrom}.',
    en: 'The end date {until} is not after {effectiveFrom}.',
  },
  'plan.sourceMissing': { da: 'Kilde mangler for: {keys}.', en: 'A source is missing for: {keys}.' },
  'plan.unknownRuleSet': {
    da: 'Regelsæt {ruleSet} gælder ikke {effectiveFrom}.',
    en: 'Rule set {ruleSet} is not in force on {effectiveFrom}.',
  },
  'plan.unknownParameter': { da: 'Parameteren {key} findes ikke.', en: 'The parameter {key} does not exist.' },
  'plan.badValue': {
    da: '{to} er ikke en gyldig værdi for {key}. Gyldigt er {allowed}. Værdien i dag kommer fra: {source}.',
    en: '{to} is not a valid value of {key}. Valid is {allowed}. The value of today comes from: {source}.',
  },
  'plan.hasSource': {
    da: '{key} har allerede en kilde: {source}.',
    en: '{key} has a source already: {source}.',
  },
  'plan.valueMoved': {
    da: '{key} er {value} på datoen, ikke {confirmed}. Se den igen, før du bekræfter.',
    en: '{key} is {value} on the date, not {confirmed}. Look at it again before you confirm.',
  },
} as const satisfies Record<string, Words>
