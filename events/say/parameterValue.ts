import { z } from 'zod'
import { fill } from '../glossary.ts'
import type { ParameterBounds } from '../parameterBounds.ts'
import type { Words } from '../words.ts'
import { date } from './format.ts'
import { type Language, none } from './numbers.ts'

/** Values of parameters that are codes. */
const valueWords: Readonly<Record<string, Words>> = {
  HOURS: { da: 'timer pr. uge', en: 'hours a week' },
  KR_PER_CLINIC: { da: 'enheder pr. klinik', en: 'units per clinic' },
  approve: { da: 'godkendes', en: 'approved' },
  notify: { da: 'anmeldes', en: 'notified' },
  pair: { da: 'behandler og rideskole', en: 'therapist and riding school' },
  school: { da: 'rideskole', en: 'riding school' },
  'first-of-second-month-after-receipt': {
    da: 'den første i anden måned efter modtagelsen',
    en: 'the first of the second month after receipt',
  },
  ceil: { da: 'op', en: 'up' },
  round: { da: 'til nærmeste', en: 'to the nearest' },
  floor: { da: 'ned', en: 'down' },
  prevalence: { da: 'udbredelse i befolkningen', en: 'prevalence in the population' },
  users: { da: 'forventede brugere', en: 'expected users' },
  observed: { da: 'patienter i praksis', en: 'patients in practice' },
  true: { da: 'ja', en: 'yes' },
  false: { da: 'nej', en: 'no' },
}

const boundWords = {
  least: { da: '{min} eller mere', en: '{min} or more' },
  range: { da: '{min} til {max}', en: '{min} to {max}' },
  'yes-no': { da: 'ja eller nej', en: 'yes or no' },
  date: { da: 'en dato', en: 'a date' },
  'month-and-day': { da: 'en dag i året, som 30. september (09-30)', en: 'a day of the year, as 30 September (09-30)' },
} as const satisfies Record<string, Words>

/** Bounds as a refusal carries them. */
const Bounds: z.ZodType<ParameterBounds> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('number'), min: z.number(), max: z.number().nullable() }),
  z.object({ kind: z.literal('choice'), options: z.array(z.string()) }),
  z.object({ kind: z.enum(['yes-no', 'date', 'month-and-day']) }),
])

/** The value of a parameter of a rule set, or what it can be; `inStep` says a number in the parameter's own step. */
export function sayParameterValue(value: unknown, inStep: (value: number) => string, language: Language): string {
  const bounds = Bounds.safeParse(value)
  if (bounds.success) return sayBounds(bounds.data, inStep, language)
  if (typeof value === 'number') return inStep(value)
  if (typeof value !== 'string' && typeof value !== 'boolean') return none
  const text = String(value)
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return date(text, language)
  if (/^\d{2}-\d{2}$/.test(text)) return dayOfYear(text, language)
  return valueWords[text]?.[language] ?? text
}

function sayBounds(bounds: ParameterBounds, inStep: (value: number) => string, language: Language): string {
  switch (bounds.kind) {
    case 'number': {
      const { min, max } = bounds
      return max === null
        ? fill(boundWords.least[language], { min: inStep(min) })
        : fill(boundWords.range[language], { min: inStep(min), max: inStep(max) })
    }
    case 'choice':
      return bounds.options.map((one) => valueWords[one]?.[language] ?? one).join(', ')
    default:
      return boundWords[bounds.kind][language]
  }
}

/** `09-30` is 30. september, in a year that has every day. */
function dayOfYear(text: string, language: Language): string {
  return date(`2024-${text}`, language).replace(/,? 2024$/, '')
}
