import type { AccessRow } from '#api/accessLog'
import { caseNumber } from '#events/say/caseNumber'

/** Said by the name of its list rather than by a text of the access log. */
const listed = {
  region: 'area',
  municipality: 'area',
  code: 'area',
  period: 'period',
  type: 'type',
  specialty: 'specialty',
} as const

const plain = ['case', 'clinic', 'school', 'scenario', 'stream', 'ruling', 'meetingOn', 'from', 'to'] as const

const kinds = {
  case: 'kindCase',
  hearing: 'kindHearing',
  ruling: 'kindRuling',
  agenda: 'kindAgenda',
  minutes: 'kindMinutes',
} as const

/** Where in a list or in which language it was read says nothing of what it was about. */
const unsaid = new Set(['limit', 'before', 'language'])

type ListKey = (typeof listed)[keyof typeof listed]
type TextKey = (typeof plain)[number] | (typeof kinds)[keyof typeof kinds] | 'corrections' | 'open' | 'other'

/** A part of what was read about: what names it, and its value as the page says it before it is put into words. */
export interface AboutPart {
  readonly key: ListKey | TextKey
  readonly value: string
}

/** What was asked for, part by part; a yes that was not asked for is none. */
export function aboutParts(about: AccessRow['about']): AboutPart[] {
  return Object.entries(about)
    .filter(([name]) => !unsaid.has(name))
    .flatMap(([name, value]): AboutPart[] => {
      if (name === 'corrections' || name === 'open') return value === 'true' ? [{ key: name, value }] : []
      if (name === 'case') return [{ key: name, value: caseNumber(value) }]
      const key =
        found(listed, name) ?? plain.find((one) => one === name) ?? (name === 'kind' ? found(kinds, value) : null)
      return [{ key: key ?? 'other', value }]
    })
}

function found<Value>(list: Readonly<Record<string, Value>>, key: string): Value | null {
  return Object.hasOwn(list, key) ? (list[key] ?? null) : null
}
