import type { DomainEvent } from './catalogue.ts'

type TypeAndData = DomainEvent extends infer Event
  ? Event extends { readonly type: infer Type; readonly data: infer Data }
    ? { readonly type: Type; readonly data: Data }
    : never
  : never

/** A half-year's package is no part of a sentence; who may see the event need not be who may see the package. */
const packageKey = 'content'

/** Values for an event's sentence. */
export type EventParams = Record<string, string | number>

/**
 * What an event's sentence can mention: every plain value of its data under its own name; an address as its text, with
 * `<name>Municipality` beside it; a nested choice by its parts; a list joined by commas. Unknown values are left out.
 */
export function eventParams(event: TypeAndData): EventParams {
  const params: EventParams = {}
  for (const [key, value] of Object.entries(event.data)) if (key !== packageKey) add(params, key, value)
  // A quantity is known by its name's ending; these two are named only by their place.
  if (event.type === 'RidingHoursChanged') {
    params.oldHoursTenths = event.data.old
    params.newHoursTenths = event.data.new
  }
  // Parameters that are a yes or a no: a sentence takes words and numbers.
  if (event.type === 'ParameterChanged') {
    params.old = wordOrNumber(event.data.old)
    params.new = wordOrNumber(event.data.new)
  }
  // Area and target both have a kind; the sentence names what they are.
  if (event.type === 'QuotaProposed' || event.type === 'QuotaAdopted' || event.type === 'QuotaSuspended') {
    delete params.kind
    params.area = event.data.area.code
    params.group = event.data.target.id
  }
  if (event.type === 'ParameterConfirmed') params.value = wordOrNumber(event.data.value)
  if (event.type === 'CaseInformationCorrected' && event.data.correction.field === 'subject') {
    const { old, new: now } = event.data.correction
    Object.assign(params, { old: changed(old, now), new: changed(now, old) })
  }
  return params
}

/** The plain values of a subject that differ in another, an address by its text; joined by commas. */
function changed(subject: object, other: object): string {
  const before = new Map(Object.entries(other))
  return Object.entries(subject)
    .filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(before.get(key)))
    .map(([, value]) => plainly(value))
    .join(', ')
}

function plainly(value: unknown): string {
  if (typeof value !== 'object') return String(value)
  return value !== null && 'text' in value ? String(value.text) : '…'
}

function wordOrNumber(value: string | number | boolean): string | number {
  return typeof value === 'boolean' ? String(value) : value
}

function add(params: EventParams, key: string, value: unknown): void {
  // A clinic's economy is the committee's; the sentence of an application goes to municipalities too.
  if (key.startsWith('turnover')) return
  if (typeof value === 'string' || typeof value === 'number') params[key] = value
  else if (Array.isArray(value)) {
    const plain = value.filter((item) => typeof item === 'string' || typeof item === 'number')
    if (plain.length > 0) params[key] = plain.join(', ')
  } else if (typeof value === 'object' && value !== null) {
    if ('text' in value && typeof value.text === 'string') {
      params[key] = value.text
      if ('municipality' in value && typeof value.municipality === 'string')
        params[`${key}Municipality`] = value.municipality
    } else if (nested.has(key)) for (const [part, inner] of Object.entries(value)) add(params, part, inner)
  }
}

/** Objects whose parts are named well enough to stand alone. */
const nested: ReadonlySet<string> = new Set(['change', 'correction', 'subject', 'target', 'area', 'set', 'about'])
