import { activityLevelWords, reviewConclusionWords } from '../activityWords.ts'
import { diagnosisGroupWords } from '../diagnosisGroups.ts'
import { Source } from '../finding.ts'
import { conditionWords, measureWords, ruleWords } from '../findingWords.ts'
import {
  applicationTypeWords,
  capacityStatusWords,
  correctionFieldWords,
  messageFailureWords,
  numberCorrectionWords,
  parameterWords,
  positionWords,
  rulingOutcomeWords,
  sourceKindWords,
  sourceSection,
  sourceTitle,
} from '../glossary.ts'
import {
  budgetItemWords,
  departmentWords,
  includedWords,
  offerServiceWords,
  sizingBasisWords,
} from '../municipalWords.ts'
import type { Words } from '../words.ts'
import { caseNumber } from './caseNumber.ts'
import { capacity, date, instant, percent } from './format.ts'
import { type Language, none, number } from './numbers.ts'
import { sayParameterValue } from './parameterValue.ts'

/** Names of areas by their codes. */
export interface Names {
  readonly municipality: (code: string) => string
  readonly region: (code: string) => string
  /** What to call a person; by reference alone when left out. */
  readonly person?: (reference: string) => string
}

/** Lists whose words stand for a code, by the parameter that carries it. */
const codes: ReadonlyMap<string, Readonly<Record<string, Words>>> = new Map<string, Readonly<Record<string, Words>>>([
  ['missing', conditionWords],
  ['unmet', conditionWords],
  ['notChecked', conditionWords],
  ['rules', ruleWords],
  ['rule', ruleWords],
  ['outcome', rulingOutcomeWords],
  ['position', positionWords],
  ['field', { ...correctionFieldWords, ...numberCorrectionWords }],
  ['key', { ...parameterWords, ...measureWords }],
  ['type', applicationTypeWords],
  ['reason', messageFailureWords],
  ['from', capacityStatusWords],
  ['to', capacityStatusWords],
  ['department', departmentWords],
  ['service', offerServiceWords],
  ['included', includedWords],
  ['was', includedWords],
  ['stands', includedWords],
  ['basis', sizingBasisWords],
  ['item', budgetItemWords],
  ['level', activityLevelWords],
  ['conclusion', reviewConclusionWords],
  ['group', diagnosisGroupWords],
  ['family', diagnosisGroupWords],
  ['members', diagnosisGroupWords],
])

const municipalityKey = /municipalit|^(gaps|from|to|open|involved|noResponse|code)$/i
const personKey = /^(person|holder|fromHolder|toHolder|therapist|employee)$/
const caseKey = /^(case|cases|inCase)$/
const regionKey = /^(region|regions|committee|area)$/

/**
 * Parameters of an event, a finding or a refusal as a reader says them: dates written out, municipalities, regions, rules
 * and conditions by their names, quantities in their unit's own step. What is none of these stays as it is.
 */
export function sayable(
  params: Readonly<Record<string, unknown>>,
  names: Names,
  language: Language,
): Readonly<Record<string, string>> {
  // What is said of a named parameter, or of a corrected field, is in its own step: 370 is 37.0 where it is one of hours.
  const about = typeof params.key === 'string' && params.key in parameterWords ? params.key : null
  const corrected = typeof params.field === 'string' ? params.field : null
  return Object.fromEntries(
    Object.entries(params).map(([key, value]) => [
      key,
      about !== null && valuesOfParameter.has(key)
        ? sayParameter(about, value, language)
        : say(corrected !== null && typeof value === 'number' ? corrected : key, value, names, language),
    ]),
  )
}

const valuesOfParameter: ReadonlySet<string> = new Set(['old', 'new', 'to', 'value', 'confirmed', 'allowed'])

/** The value of a named parameter of a rule set, or what it can be. */
export function sayParameter(key: string, value: unknown, language: Language): string {
  return sayParameterValue(value, (one) => sayNumber(key, one, language), language)
}

function say(key: string, value: unknown, names: Names, language: Language): string {
  if (Array.isArray(value)) return value.map((one) => say(key, one, names, language)).join(', ') || none
  if (value === null || value === undefined || value === '') return none
  if (typeof value === 'number') return sayNumber(key, value, language)
  if (key === 'source') return saySource(value, language)
  if (typeof value !== 'string') return String(value)
  if (names.person !== undefined && personKey.test(key)) return names.person(value)
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return date(value, language)
  if (/^\d{4}-\d{2}-\d{2}T.*Z$/.test(value)) return instant(value, language)
  if (/^\d{4}-H[12]$/.test(value)) return halfYear(value, language)
  if (municipalityKey.test(key) && /^\d{4}(, \d{4})*$/.test(value))
    return value.split(', ').map(names.municipality).join(', ')
  if (caseKey.test(key)) return caseNumber(value)
  if (regionKey.test(key)) return names.region(value)
  return codes.get(key)?.[value]?.[language] ?? value
}

function saySource(value: unknown, language: Language): string {
  const source = Source.safeParse(value)
  if (!source.success) return String(value)
  const { kind, section } = source.data
  const where = section === undefined ? null : sourceSection(section)[language]
  return [sourceKindWords[kind][language], sourceTitle(source.data)[language], where].filter(Boolean).join(', ')
}

function sayNumber(key: string, value: number, language: Language): string {
  if (/hoursTenths$/i.test(key)) return capacity(value, 'hoursTenths', language)
  if (/tenThousandths$/i.test(key)) return number(value / 10_000, language, 4)
  if (/(units|share)Hundredths$/i.test(key)) return capacity(value, 'unitsHundredths', language)
  if (/oere$/i.test(key)) return `${number(value / 100, language)} kr.`
  if (/permille$/i.test(key)) return percent(value / 1000, language)
  if (/basisPoints$/i.test(key)) return number(value / 100, language, 2)
  if (/tenths$/i.test(key)) return number(value / 10, language, 1)
  if (/hundredths$/i.test(key)) return number(value / 100, language, 2)
  // A year is a name, not a quantity: no separator.
  if (/year$/i.test(key)) return String(value)
  return number(value, language)
}

/** `1. halvår 2026` or `first half of 2026`. */
function halfYear(period: string, language: Language): string {
  const [year, half] = period.split('-H')
  if (language === 'da') return `${half}. halvår ${year}`
  return `${half === '1' ? 'first' : 'second'} half of ${year}`
}
