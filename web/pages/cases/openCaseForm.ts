import type { z } from 'zod'
import { caseCommands } from '#api/commands/case'
import type { Address, Position2d } from '#events/place'

const [openCase] = caseCommands

/** The body of OpenCase, checked. */
export type OpenCase = z.infer<typeof openCase.body>

/** A relocation while it is being typed. Dates are `YYYY-MM-DD` or empty; nothing is in the log yet. */
export interface RelocationForm {
  readonly clinic: {
    readonly id: string
    readonly name: string
    readonly address: string
    readonly from: Address
  } | null
  readonly applicant: string
  readonly text: string
  readonly postcode: string
  readonly town: string
  readonly position: Position2d | null
  /** Empty until the geometry or a person has said which. */
  readonly municipality: string
  /** `confirm`: near a border, and nobody has chosen yet. */
  readonly certainty: Address['certainty']
  readonly receivedOn: string
  readonly wantedFrom: string
  readonly previousUntil: string
  readonly accessibility: string
}

/** Fields in the order they stand on the page; the error summary follows it. */
export const relocationFields = [
  'clinic',
  'applicant',
  'text',
  'postcode',
  'town',
  'position',
  'municipality',
  'receivedOn',
  'wantedFrom',
  'previousUntil',
  'accessibility',
] as const
export type RelocationField = (typeof relocationFields)[number]

/** What is wrong with a field; worded by the page's texts. */
export interface FieldProblem {
  readonly field: RelocationField
  readonly code: 'missing' | 'date' | 'postcode' | 'tooLong' | 'confirmMunicipality' | 'endsBeforeMove' | 'samePlace'
}

/** A form with nothing in it but the day it was received. */
export function emptyRelocation(today: string): RelocationForm {
  return {
    clinic: null,
    applicant: '',
    text: '',
    postcode: '',
    town: '',
    position: null,
    municipality: '',
    certainty: 'unknown',
    receivedOn: today,
    wantedFrom: '',
    previousUntil: '',
    accessibility: '',
  }
}

/**
 * Every problem of the form at once, in page order, or the command it makes. The command's own schema has the last word;
 * before it come the three things only the page can know: that a person must choose near a border, that the old address
 * cannot end before the new one begins, and that the two are the same place.
 */
export function checkRelocation(
  form: RelocationForm,
  target: { readonly case: string; readonly region: string },
): { readonly problems: readonly FieldProblem[] } | { readonly command: OpenCase } {
  const problems = new Map<RelocationField, FieldProblem['code']>()
  if (form.clinic === null) problems.set('clinic', 'missing')
  if (form.certainty === 'confirm') problems.set('municipality', 'confirmMunicipality')
  if (isDate(form.wantedFrom) && isDate(form.previousUntil) && form.previousUntil < form.wantedFrom)
    problems.set('previousUntil', 'endsBeforeMove')
  if (form.clinic !== null && samePlace(form, form.clinic.from)) problems.set('text', 'samePlace')
  const parsed = openCase.body.safeParse(bodyOf(form, target))
  if (!parsed.success)
    for (const issue of parsed.error.issues) {
      const field = fieldOf(issue.path.join('.'))
      if (field !== undefined && !problems.has(field)) problems.set(field, codeOf(field, form, issue.code))
    }
  if (parsed.success && problems.size === 0) return { command: parsed.data }
  return {
    problems: relocationFields.flatMap((field) => {
      const code = problems.get(field)
      return code === undefined ? [] : [{ field, code }]
    }),
  }
}

function bodyOf(form: RelocationForm, target: { readonly case: string; readonly region: string }) {
  return {
    ...target,
    subject: {
      type: 'A3',
      clinic: form.clinic?.id ?? '',
      address: form.clinic?.address ?? '',
      from: form.clinic?.from,
      to: {
        text: form.text,
        postcode: orNull(form.postcode),
        town: orNull(form.town),
        darId: null,
        position: form.position,
        municipality: orNull(form.municipality),
        certainty: form.certainty,
      },
      previousUntil: form.previousUntil,
      accessibility: orNull(form.accessibility),
    },
    applicant: form.applicant,
    receivedOn: form.receivedOn,
    wantedFrom: form.wantedFrom,
  }
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim()
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text)
}

function samePlace(form: RelocationForm, from: Address): boolean {
  const same = (a: string, b: string | null) => a.trim().toLocaleLowerCase('da') === (b ?? '').toLocaleLowerCase('da')
  return form.text.trim() !== '' && same(form.text, from.text) && same(form.postcode, from.postcode)
}

/** The field that a path of the command stands for; undefined for what the form does not ask. */
function fieldOf(path: string): RelocationField | undefined {
  if (path.startsWith('subject.clinic') || path.startsWith('subject.from') || path === 'subject.address')
    return 'clinic'
  const name = path.split('.').find((part) => part !== 'subject' && part !== 'to')
  return relocationFields.find((field) => field === name)
}

function codeOf(field: RelocationField, form: RelocationForm, issue: string): FieldProblem['code'] {
  if (issue === 'too_big') return 'tooLong'
  if (field === 'postcode') return 'postcode'
  if (field === 'receivedOn' || field === 'wantedFrom' || field === 'previousUntil')
    return form[field] === '' ? 'missing' : 'date'
  return 'missing'
}
