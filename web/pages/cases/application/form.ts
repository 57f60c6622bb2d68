import { z } from 'zod'
import { caseCommands } from '#api/commands/case'
import { CaseSubject } from '#events/caseSubject'
import type { newCase } from '../../../text/da/newCase.ts'
import { type KindName, kinds, type Moment, type ProblemCode, type ToldOf, type ValueOf } from './kinds.ts'

const [openCase] = caseCommands

/** The body of OpenCase, checked. */
export type OpenCase = z.infer<typeof openCase.body>
export type ApplicationType = Exclude<CaseSubject['type'], 'A16'>
type Subject = z.input<typeof CaseSubject>
type SubjectInput<Type extends ApplicationType> = Extract<Subject, { type: Type }>
type Stored<Type extends ApplicationType> = Extract<CaseSubject, { type: Type }>

/** Every field has its words. */
export type FieldName = keyof (typeof newCase)['fields']
/** Lists that a choice is made from. */
export type Choices = 'specialty' | 'fundedSpecialty' | 'status' | 'target'

/** One field of a form. What an applicant may leave out is optional: the rules then say that it is missing. */
interface Field<Name extends KindName, Optional extends boolean> {
  readonly kind: Name
  readonly optional: Optional
  readonly choices?: Choices
}
type Fields = { readonly [Name in FieldName]?: Field<KindName, boolean> }

/** A field that must be filled in. */
export function ask<Name extends KindName>(kind: Name): Field<Name, false> {
  return { kind, optional: false }
}

/** A field that may be left out. */
export function may<Name extends KindName>(kind: Name): Field<Name, true> {
  return { kind, optional: true }
}

/** A choice among few. */
export function choose(choices: Choices): Field<'choice', false> {
  return { kind: 'choice', optional: false, choices }
}

/** What every application has. */
const common = { applicant: ask('text'), receivedOn: ask('date'), wantedFrom: ask('date') } as const
export type CommonField = keyof typeof common

type FieldOf<F, Name> = Name extends keyof F ? (F[Name] extends Field<KindName, boolean> ? F[Name] : never) : never
type ValuesOf<F> = { readonly [Name in keyof F]: ValueOf<FieldOf<F, Name>['kind']> }
type ToldBy<F> = {
  readonly [Name in keyof F]: FieldOf<F, Name>['optional'] extends true
    ? ToldOf<FieldOf<F, Name>['kind']> | null
    : ToldOf<FieldOf<F, Name>['kind']>
}
type ShownOf<F> = { readonly [Name in keyof F]: ToldOf<FieldOf<F, Name>['kind']> | null }

/** Gives the id of something that the case creates: of its own, or in a correction the one it has. */
export type NewId = (prefix: string, about: string) => string

/** A form's values by field. Each is of its field's kind; `kinds` parses it whenever it is read. */
export type Values = Readonly<Record<string, unknown>>

/** Something that keeps the form from being sent; `input` is the input that settles it. */
export interface Problem {
  readonly field: FieldName
  readonly input: string
  readonly code: ProblemCode
}

/** One field of a form with its name. */
export interface NamedField {
  readonly name: FieldName
  readonly kind: KindName
  readonly optional: boolean
  readonly choices?: Choices
}

/** The form of one type of application. */
export interface ApplicationForm {
  readonly type: ApplicationType
  /** Those of the type itself, in page order; what every application has is asked by the page. */
  readonly fields: readonly NamedField[]
  readonly schema: z.ZodType<Values>
  readonly empty: (today: string) => Values
  /** What else a change of one field brings along, where nothing was written there. */
  readonly follow: (values: Values, changed: string, was: Values) => Values
  /** The form filled with what a case says. */
  readonly filled: (subject: CaseSubject, common: Readonly<Record<CommonField, string>>) => Values
  /** Every problem at once, in page order, or the subject. */
  readonly subject: (
    values: Values,
    newId: NewId,
  ) => { readonly problems: readonly Problem[] } | { readonly subject: CaseSubject }
}

/** What one type of application asks, and how it becomes the case's subject and comes back from it. */
interface Definition<Type extends ApplicationType, F extends Fields> {
  readonly type: Type
  readonly fields: F
  readonly subject: (told: ToldBy<F & typeof common>, newId: NewId) => Omit<SubjectInput<Type>, 'type'>
  /** What the fields told. */
  readonly shown: (subject: Stored<Type>) => ShownOf<F>
  /** What only the page can know to be impossible. */
  readonly problems?: (told: ToldBy<F & typeof common>) => readonly (readonly [keyof F & FieldName, ProblemCode])[]
  readonly follow?: (
    values: ValuesOf<F & typeof common>,
    changed: keyof F | CommonField,
    was: ValuesOf<F & typeof common>,
  ) => Partial<ValuesOf<F & typeof common>>
}

/** Makes the form of a type. The case's own schema has the last word on what it gives. */
export function defineForm<Type extends ApplicationType, const F extends Fields>(
  definition: Definition<Type, F>,
): ApplicationForm {
  const own = named(definition.fields)
  const all = [...named(common), ...own]
  const momentOf = (values: Values): Moment => ({ wantedFrom: String(values.wantedFrom ?? '') })
  return {
    type: definition.type,
    fields: own,
    schema: z.object(Object.fromEntries(all.map(({ name, kind }) => [name, kinds[kind].schema]))),
    empty: (today) => ({
      ...Object.fromEntries(all.map(({ name, kind }) => [name, kinds[kind].empty])),
      receivedOn: today,
    }),
    follow(values, changed, was) {
      if (definition.follow === undefined) return values
      // The values were made by `empty` or `schema` of this very form, so they are of its fields' kinds.
      type Own = ValuesOf<F & typeof common>
      return { ...values, ...definition.follow(values as Own, changed as keyof F | CommonField, was as Own) }
    },
    filled(subject, stated) {
      // A case is opened again by the form of its own type (`forms.ts`).
      const told: Readonly<Record<string, unknown>> = definition.shown(subject as Stored<Type>)
      return {
        ...Object.fromEntries(own.map(({ name, kind }) => [name, showing(kind, told[name], stated)])),
        ...stated,
      }
    },
    subject(values, newId) {
      const problems = new Map<FieldName, Problem>()
      const note = (field: FieldName, code: ProblemCode, input: string = field) => {
        if (!problems.has(field)) problems.set(field, { field, input, code })
      }
      const told = Object.fromEntries(
        all.map(({ name, kind, optional }) => {
          const answer = kinds[kind].read(values[name], momentOf(values))
          if ('code' in answer) note(name, answer.code, answer.at)
          else if (answer.told === null && !optional) note(name, 'missing', kind === 'address' ? 'text' : name)
          return [name, 'told' in answer ? answer.told : null]
        }),
      )
      if (problems.size === 0) {
        // Every field that must tell something did, and each by its own kind.
        const all = told as ToldBy<F & typeof common>
        for (const [field, code] of definition.problems?.(all) ?? [])
          note(field, code, own.find(({ name }) => name === field)?.kind === 'address' ? 'text' : field)
        const parsed = CaseSubject.safeParse({ type: definition.type, ...definition.subject(all, newId) })
        if (parsed.success && problems.size === 0) return { subject: parsed.data }
        for (const issue of parsed.error?.issues ?? []) {
          const field = own.find(({ name }) => issue.path.includes(name)) ?? own[0]
          if (field !== undefined) note(field.name, 'invalid')
        }
      }
      return { problems: pageOrder(all, own).flatMap(({ name }) => problems.get(name) ?? []) }
    },
  }
}

/** Sections of the page that a form's fields stand in. */
export const sections = ['about', 'place', 'dates', 'notes'] as const
type Section = (typeof sections)[number]

/** Where a field stands: places, dates and remarks by themselves, everything else first. */
export function sectionOf({ kind }: Pick<NamedField, 'kind'>): Section {
  if (kind === 'address') return 'place'
  if (kind === 'date') return 'dates'
  return kind === 'note' ? 'notes' : 'about'
}

function pageOrder(all: readonly NamedField[], own: readonly NamedField[]): readonly NamedField[] {
  const ordered = [...own.filter(({ kind }) => sectionOf({ kind }) === 'about'), ...all]
  return sections.flatMap((section) => [...new Set(ordered)].filter((field) => sectionOf(field) === section))
}

function named(fields: Fields): readonly NamedField[] {
  // Object.keys of a record whose keys are field names.
  const names = Object.keys(fields) as FieldName[]
  return names.flatMap((name) => {
    const field = fields[name]
    return field === undefined ? [] : [{ name, ...field }]
  })
}

function showing(kind: KindName, told: unknown, at: Moment): unknown {
  // What a form shows of a subject is of its field's kind, which `Definition.shown` makes sure of.
  const show = kinds[kind].show as (told: unknown, at: Moment) => unknown
  return show(told ?? null, at)
}

/** The OpenCase command of a form, or every problem at once, in page order. */
export function openingCase(
  form: ApplicationForm,
  values: Values,
  target: { readonly case: string; readonly region: string },
  newId: NewId,
): { readonly problems: readonly Problem[] } | { readonly command: OpenCase } {
  const result = form.subject(values, newId)
  if ('problems' in result) return result
  const { applicant, receivedOn, wantedFrom } = values
  const parsed = openCase.body.safeParse({ ...target, subject: result.subject, applicant, receivedOn, wantedFrom })
  if (parsed.success) return { command: parsed.data }
  return { problems: [{ field: 'applicant', input: 'applicant', code: 'invalid' }] }
}

/** An id of readable words and random letters: `a-aarhus-c-k3f9x2`. Letters outside a to z are written with those. */
export function slugged(prefix: string, about: string, random: string): string {
  const words = about
    .toLocaleLowerCase('da')
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
  return [prefix, ...words.split('-').filter((word) => word !== ''), random].join('-')
}
