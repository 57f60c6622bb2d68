import { Temporal } from 'temporal-polyfill'
import type { CaseSubject } from '../caseSubject.ts'
import { competenceTargetWords } from '../competenceWords.ts'
import { capacityStatusWords } from '../glossary.ts'
import type { Address } from '../place.ts'
import { fill } from '../words.ts'
import { caseFactWords as words } from './caseFactWords.ts'
import { caseFieldWords, specialtyWords } from './caseFieldWords.ts'
import { capacity, date } from './format.ts'
import { type Language, number } from './numbers.ts'
import { placeLine } from './places.ts'
import { unitWords } from './quantity.ts'
import type { Names } from './sayable.ts'

type FieldName = keyof typeof caseFieldWords

/** What the facts are said with. */
export interface Speech {
  readonly language: Language
  /** Persons by reference alone in every paper: what is printed cannot be erased. */
  readonly names: Pick<Names, 'municipality' | 'person'>
}

/** One fact that a case turns on, as it would be after the application, and before where that differs. */
export interface Fact {
  readonly label: string
  readonly before?: string
  readonly after: string
  /** Parts of the subject that the fact is made of, so that a correction can be marked. */
  readonly parts: readonly string[]
  readonly note?: string
}

/** What the facts are told from. */
interface Told {
  readonly subject: CaseSubject
  /** Riding schools and agreements that the application names, as they stand without it. */
  readonly schools: readonly { readonly school: string; readonly name: string }[]
  readonly agreements: readonly {
    readonly agreement: string
    readonly school: string
    readonly therapist: string
    readonly hoursTenths: number
  }[]
  readonly clinicName: string | null
  readonly unit: 'hoursTenths' | 'unitsHundredths'
  readonly wantedFrom: string
}

/** The facts of a case by its type, at most six. */
export function factsOf(told: Told, { language, names }: Speech): readonly Fact[] {
  const { subject } = told
  const unknown = words.notStated[language]
  const fact = (name: FieldName, after: string | null, before?: string | null): Fact => ({
    label: caseFieldWords[name][language],
    after: after ?? unknown,
    ...(before === undefined || before === after ? {} : { before: before ?? unknown }),
    parts: [partOf[name] ?? name],
  })
  const yesNo = (value: boolean | null) => (value === null ? null : words[value ? 'yes' : 'no'][language])
  const hours = (tenths: number | null | undefined) =>
    tenths == null ? null : `${capacity(tenths, 'hoursTenths', language)} ${unitWords.hoursTenths[language]}`
  const planned = (amount: number | null) =>
    amount === null ? null : `${capacity(amount, told.unit, language)} ${unitWords[told.unit][language]}`
  const kroner = (oere: number) => `${number(oere / 100, language)} ${unitWords.oere[language]}`
  const day = (on: string | null) => (on === null ? null : date(on, language))
  const line = (address: Address | null) => (address === null ? null : placeLine(address))
  const school = (id: string) => told.schools.find((one) => one.school === id)?.name ?? id
  const agreement = (id: string) => told.agreements.find((one) => one.agreement === id)
  const status = (code: keyof typeof capacityStatusWords) => capacityStatusWords[code][language]
  const person = (reference: string) => names.person?.(reference) ?? reference
  const share = (hundredths: number) => capacity(hundredths, 'unitsHundredths', language)
  const municipality = (from: Address | null, to: Address | null = from): Fact => {
    const [before, after] = [from, to].map((place) =>
      place === null || place.municipality === null ? unknown : names.municipality(place.municipality),
    )
    const shown = { label: words.municipality[language], after: after ?? unknown, parts: ['place', 'from', 'to'] }
    return before === after || before === undefined ? shown : { ...shown, before }
  }
  const place = (address: Address | null): Fact => ({ ...fact('place', line(address)), parts: ['place'] })
  const reduction = (row: { readonly agreement: string; readonly hoursTenths: number }) => {
    const from = hours(agreement(row.agreement)?.hoursTenths)
    const params = { agreement: row.agreement, to: hours(row.hoursTenths) ?? unknown }
    return from === null ? fill(words.reducedTo[language], params) : fill(words.reduced[language], { ...params, from })
  }
  const reductions = (rows: readonly { readonly agreement: string; readonly hoursTenths: number }[]): Fact =>
    fact('reductions', rows.map(reduction).join(', ') || words.noReductions[language])
  switch (subject.type) {
    case 'A1':
      return [
        fact('holder', person(subject.holder)),
        fact('clinic', told.clinicName ?? subject.clinic),
        fact('specialty', specialtyWords[subject.specialty][language]),
        fact('hoursTenths', hours(subject.hoursTenths)),
        municipality(subject.place),
      ]
    case 'A2':
      return [
        fact('provider', subject.provider),
        {
          ...fact('toHolder', person(subject.toHolder), person(subject.fromHolder)),
          label: caseFieldWords.holder[language],
        },
        fact('shareHundredths', share(subject.shareHundredths)),
        fact('schools', subject.schools.map((row) => school(row.school)).join(', ') || words.noSchools[language]),
        municipality(subject.place),
      ]
    case 'A3': {
      const overlap = daysBetween(told.wantedFrom, subject.previousUntil)
      return [
        { ...fact('place', line(subject.to), line(subject.from)), parts: ['to', 'from'] },
        municipality(subject.from, subject.to),
        {
          ...fact('previousUntil', day(subject.previousUntil)),
          ...(overlap > 0 ? { note: overlapText(overlap, language) } : {}),
        },
      ]
    }
    case 'A4':
      return [
        { ...place(subject.place), label: words.mainAddress[language] },
        { ...fact('to', line(subject.to)), label: words.extraAddress[language] },
        { ...municipality(subject.to), label: words.extraMunicipality[language] },
        fact('plannedMain', planned(subject.plannedMain)),
        fact('plannedExtra', planned(subject.plannedExtra)),
        fact('openToAllPatients', yesNo(subject.openToAllPatients)),
      ]
    case 'A5':
      return [
        fact('provider', subject.provider),
        {
          ...fact('toStatus', status(subject.to), status(subject.from)),
          label: words.status[language],
          parts: ['from', 'to'],
        },
        place(subject.place),
        municipality(subject.place),
      ]
    case 'A6':
      // Turnover is told by the finding on it, to those who may see economics.
      return [
        fact('provider', subject.provider),
        fact('employee', person(subject.employee)),
        fact('hoursTenths', hours(subject.hoursTenths)),
        municipality(subject.place),
      ]
    case 'A7':
    case 'A8':
      return [
        fact('school', school(subject.school)),
        municipality(subject.place),
        fact('therapist', person(subject.therapist)),
        fact('hoursTenths', hours(subject.hoursTenths)),
        fact('area', areaText(subject.area, names, language)),
        reductions(subject.reductions),
      ]
    case 'A9': {
      const standing = agreement(subject.agreement)
      return [
        fact('agreement', subject.agreement),
        { ...fact('school', school(subject.toSchool), school(subject.fromSchool)), parts: ['fromSchool', 'toSchool'] },
        municipality(subject.from, subject.to),
        fact('hoursTenths', hours(standing?.hoursTenths)),
        fact('therapist', standing?.therapist ?? null),
      ]
    }
    case 'A10': {
      const standing = agreement(subject.agreement)
      return [
        fact('agreement', subject.agreement),
        fact('school', school(subject.school)),
        municipality(subject.place),
        fact('hoursTenths', hours(subject.hoursTenths), hours(standing?.hoursTenths)),
        reductions(subject.reductions),
      ]
    }
    case 'A11':
      return [
        fact('provider', subject.provider),
        fact('shares', subject.shares.map((row) => `${person(row.holder)} ${share(row.shareHundredths)}`).join(', ')),
        municipality(subject.place),
      ]
    case 'A12':
      return [
        fact('provider', subject.provider),
        fact('transferredTo', subject.transferredTo ?? words.lapses[language]),
        fact('agreements', subject.agreements.join(', ') || words.noAgreements[language]),
        fact('reason', subject.reason),
        municipality(subject.place),
      ]
    case 'A13':
      return [
        fact('clinic', told.clinicName ?? subject.clinic),
        fact('holder', person(subject.holder)),
        fact('specialty', specialtyWords[subject.specialty][language]),
        fact('requestedOere', kroner(subject.requestedOere)),
        municipality(subject.place),
      ]
    case 'A14':
      return [
        fact('person', person(subject.person)),
        fact('target', targetText(subject.target, language)),
        fact('issuer', subject.issuer),
        fact('issuedOn', day(subject.issuedOn)),
        fact('expiresOn', day(subject.expiresOn)),
        municipality(subject.place),
      ]
    case 'A15':
      return [
        fact('person', person(subject.person)),
        municipality(subject.place),
        fact(
          'homeRadiusKm',
          subject.homeRadiusKm === null ? null : `${subject.homeRadiusKm} ${unitWords.metres[language]}`,
        ),
        fact('acceptsNew', yesNo(subject.acceptsNew)),
        fact('trainingDone', yesNo(subject.trainingDone)),
      ]
    case 'A16':
      return [
        { label: words.scenario[language], after: subject.name, parts: ['name'] },
        { label: words.planRef[language], after: subject.planRef, parts: ['planRef'] },
        { label: words.documentRef[language], after: subject.documentRef ?? unknown, parts: ['documentRef'] },
        { label: words.note[language], after: subject.note ?? unknown, parts: ['note'] },
      ]
    default:
      return subject satisfies never
  }
}

/** What the case is about, beside its type, in a few words; null when there is nothing shorter than its facts. */
export function aboutOf(
  { subject, schools, agreements, clinicName }: Told,
  { language, names }: Speech,
): string | null {
  const school = (id: string) => schools.find((one) => one.school === id)?.name ?? id
  const fromTo = (from: string, to: string) => fill(words.fromTo[language], { from, to })
  switch (subject.type) {
    case 'A3':
      return fromTo(placeLine(subject.from), placeLine(subject.to))
    case 'A4':
      return placeLine(subject.to)
    case 'A7':
    case 'A8':
      return school(subject.school)
    case 'A9':
      return fromTo(school(subject.fromSchool), school(subject.toSchool))
    case 'A10':
      return school(agreements.find((one) => one.agreement === subject.agreement)?.school ?? subject.school)
    case 'A14':
      return targetText(subject.target, language)
    case 'A1':
    case 'A13':
      return clinicName
    case 'A15':
      return names.person?.(subject.person) ?? subject.person
    case 'A16':
      return subject.name
    default:
      return subject.provider
  }
}

/** Fields of the forms whose name in the subject is another. */
const partOf: Partial<Record<FieldName, string>> = { fundedSpecialty: 'specialty', hoursAfter: 'hoursTenths' }

function targetText({ kind, id }: Extract<CaseSubject, { type: 'A14' }>['target'], language: Language): string {
  const words: Readonly<Record<string, { readonly da: string; readonly en: string }>> = competenceTargetWords
  return words[`${kind}:${id}`]?.[language] ?? id
}

function areaText(
  area: Extract<CaseSubject, { type: 'A7' }>['area'],
  names: Speech['names'],
  language: Language,
): string {
  if (area.kind === 'unknown') return words.areaUnknown[language]
  const codes = area.codes.map((code) => names.municipality(code)).join(', ')
  return area.kind === 'municipality' ? codes : [area.county, codes].filter(Boolean).join(': ')
}

function overlapText(count: number, language: Language): string {
  return fill(words[count === 1 ? 'overlapDay' : 'overlapDays'][language], { count })
}

function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(to).since(Temporal.PlainDate.from(from)).total('days')
}
