import type { Finding, Flip, Source } from '../finding.ts'
import {
  applicationTypeWords,
  caseStatusWords,
  conditionWords,
  consultationStateWords,
  correctionFieldWords,
  eventWords,
  fill,
  findingWords,
  flipWords,
  itemResultWords,
  measureWords,
  meetingKindWords,
  messageFailureWords,
  messageKindWords,
  messageStateWords,
  outcomeWords,
  parameterWords,
  positionWords,
  refusalWords,
  ruleWords,
  rulingOutcomeWords,
  scenarioProblemWords,
  seatWords,
  sourceKindWords,
  sourceSection,
  sourceTitle,
  strengthWords,
  topicWords,
} from '../glossary.ts'
import { textField } from '../textFieldWords.ts'
import type { Words } from '../words.ts'
import type { Language } from './numbers.ts'
import { flipAmount } from './quantity.ts'
import { type Names, sayable, sayParameter } from './sayable.ts'

const refusals: Readonly<Record<string, Words>> = { ...refusalWords, ...scenarioProblemWords }

type List = Readonly<Record<string, Words>>

/**
 * The glossary in the reader's language. A code that it does not know is shown as it is: better a code than a silence.
 */
export function wordsIn(language: Language, names: Names) {
  const word = (list: List, code: string) => list[code]?.[language] ?? code
  const sentence = (list: List, code: string, params: Readonly<Record<string, unknown>>) =>
    // An amount ends with the abbreviation's point, and so may the sentence: one is enough.
    fill(word(list, code), sayable(params, names, language)).replaceAll('kr..', 'kr.')
  return {
    type: (code: string) => word(applicationTypeWords, code),
    /** What a case is, as lists say it: its type, and for a proposal the name of its scenario. */
    kind: ({ type, proposal }: { readonly type: string; readonly proposal: string | null }) =>
      [word(applicationTypeWords, type), proposal].filter((part) => part !== null).join(': '),
    status: (code: string) => word(caseStatusWords, code),
    hearing: (code: string) => word(consultationStateWords, code),
    ruling: (code: string) => word(rulingOutcomeWords, code),
    seat: (code: string) => word(seatWords, code),
    meetingKind: (code: string) => word(meetingKindWords, code),
    itemResult: (code: string) => word(itemResultWords, code),
    position: (code: string) => word(positionWords, code),
    topic: (code: string) => word(topicWords, code),
    letter: (code: string) => word(messageKindWords, code),
    delivery: (code: string) => word(messageStateWords, code),
    undelivered: (code: string) => word(messageFailureWords, code),
    rule: (code: string) => word(ruleWords, code),
    measure: (code: string) => word(measureWords, code),
    parameter: (code: string) => word(parameterWords, code),
    /** A corrected field, with a capital, as it stands alone. */
    field: (code: string) => capital(word(correctionFieldWords, code)),
    outcome: (code: string) => word(outcomeWords, code),
    strength: (code: string) => word(strengthWords, code),
    source: (code: string) => word(sourceKindWords, code),
    /** What a document, a page or an assumption is called. */
    sourceTitle: (source: Pick<Source, 'kind' | 'id'>) => sourceTitle(source)[language],
    /** Where in a source: `section 4, annex 2` is how the rule set stores it. */
    section: (text: string | undefined) => (text === undefined ? undefined : sourceSection(text)[language]),
    /** The value of a parameter, in its unit's own step. */
    value: (key: string, value: number | string | boolean) => sayParameter(key, value, language),
    condition: (code: string) => word(conditionWords, code),
    finding: ({ code, params }: Pick<Finding, 'code' | 'params'>) => sentence(findingWords, code, params),
    /** The change of one input that turns a finding. */
    flip: (flip: Flip) => {
      const { to, municipality, needs } = flip
      const [pair] = Object.entries(flipWords).flatMap(([key, words]) => (key === flip.key ? [words] : []))
      if (pair === undefined) return flip.key
      const params = sayable({ to, municipality }, names, language)
      return fill(pair[needs > 0 ? 'more' : 'less'][language], { ...params, amount: flipAmount(flip, language) })
    },
    event: ({ type, params }: { readonly type: string; readonly params: Readonly<Record<string, unknown>> }) =>
      sentence(eventWords, type, params),
    /** Why a command was refused, or what is odd about a scenario's change; undefined for any other code. */
    refusal: (code: string, params: Readonly<Record<string, unknown>>) =>
      code in refusals ? sentence(refusals, code, { ...params, ...labelled(code, params, language) }) : undefined,
    /** Parameters of an event, by name, as a reader says them. */
    params: (params: Readonly<Record<string, unknown>>) => sayable(params, names, language),
  }
}

/** The field of a refused text, by the label that stood above it. */
function labelled(code: string, { command, field }: Readonly<Record<string, unknown>>, language: Language) {
  if (!code.startsWith('text.') || typeof field !== 'string') return {}
  return { field: textField(String(command), field)[language] }
}

function capital(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase('da') + text.slice(1)
}
