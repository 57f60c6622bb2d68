import type { TFunction } from 'i18next'
import type { CaseSubject } from '#events/caseSubject'
import { competenceTargetWords } from '#events/competenceWords'
import { capacityStatusWords } from '#events/glossary'
import type { Address } from '#events/place'
import { capacity, date, type Language, number } from '../../format.ts'
import type { AreaNames } from '../../parts/areaNames.ts'
import type { FieldName } from './application/form.ts'
import { type CaseFile, placeLine } from './caseFile.ts'
import { daysBetween } from './days.ts'

/** What the facts are said with. */
export interface Speech {
  readonly t: TFunction
  readonly language: Language
  readonly names: AreaNames
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
type Told = Pick<CaseFile, 'subject' | 'schools' | 'agreements' | 'clinicName' | 'unit'> & {
  readonly wantedFrom: string
}

/** The facts of a case by its type, at most six. */
export function factsOf(told: Told, { t, language, names }: Speech): readonly Fact[] {
  const { subject } = told
  const unknown = t('cases.new.notStated')
  const fact = (name: FieldName, after: string | null, before?: string | null): Fact => ({
    label: t(`cases.new.fields.${name}`),
    after: after ?? unknown,
    ...(before === undefined || before === after ? {} : { before: before ?? unknown }),
    parts: [partOf[name] ?? name],
  })
  const yesNo = (value: boolean | null) => (value === null ? null : t(value ? 'cases.new.yes' : 'cases.new.no'))
  const hours = (tenths: number | null | undefined) =>
    tenths == null ? null : `${capacity(tenths, 'hoursTenths', language)} ${t('cases.new.units.hours')}`
  const planned = (amount: number | null) =>
    amount === null
      ? null
      : `${capacity(amount, told.unit, language)} ${t(told.unit === 'hoursTenths' ? 'cases.new.units.hours' : 'cases.new.units.units')}`
  const kroner = (oere: number) => `${number(oere / 100, language)} ${t('cases.new.units.kroner')}`
  const day = (on: string | null) => (on === null ? null : date(on, language))
  const line = (address: Address | null) => (address === null ? null : placeLine(address))
  const school = (id: string) => told.schools.find((one) => one.school === id)?.name ?? id
  const agreement = (id: string) => told.agreements.find((one) => one.agreement === id)
  const status = (code: keyof typeof capacityStatusWords) => capacityStatusWords[code][language]
  const share = (hundredths: number) => capacity(hundredths, 'unitsHundredths', language)
  const municipality = (from: Address | null, to: Address | null = from): Fact => {
    const [before, after] = [from, to].map((place) =>
      place === null || place.municipality === null ? unknown : names.municipality(place.municipality),
    )
    const shown = { label: t('cases.header.municipality'), after: after ?? unknown, parts: ['place', 'from', 'to'] }
    return before === after || before === undefined ? shown : { ...shown, before }
  }
  const place = (address: Address | null): Fact => ({ ...fact('place', line(address)), parts: ['place'] })
  const reductions = (rows: readonly { readonly agreement: string; readonly hoursTenths: number }[]): Fact =>
    fact(
      'reductions',
      rows.map((row) => `${row.agreement}: ${hours(row.hoursTenths)}`).join(', ') || t('cases.facts.noReductions'),
    )
  switch (subject.type) {
    case 'A1':
      return [
        fact('holder', subject.holder),
        fact('clinic', told.clinicName ?? subject.clinic),
        fact('specialty', t(`map.specialty.${subject.specialty}`)),
        fact('hoursTenths', hours(subject.hoursTenths)),
        municipality(subject.place),
      ]
    case 'A2':
      return [
        fact('provider', subject.provider),
        { ...fact('toHolder', subject.toHolder, subject.fromHolder), label: t('cases.new.fields.holder') },
        fact('shareHundredths', share(subject.shareHundredths)),
        fact('schools', subject.schools.map((row) => school(row.school)).join(', ') || t('cases.facts.noSchools')),
        municipality(subject.place),
      ]
    case 'A3': {
      const overlap = daysBetween(told.wantedFrom, subject.previousUntil)
      return [
        { ...fact('place', line(subject.to), line(subject.from)), parts: ['to', 'from'] },
        municipality(subject.from, subject.to),
        {
          ...fact('previousUntil', day(subject.previousUntil)),
          ...(overlap > 0 ? { note: t('cases.header.overlap', { count: overlap }) } : {}),
        },
      ]
    }
    case 'A4':
      return [
        { ...place(subject.place), label: t('cases.facts.mainAddress') },
        { ...fact('to', line(subject.to)), label: t('cases.facts.extraAddress') },
        { ...municipality(subject.to), label: t('cases.facts.extraMunicipality') },
        fact('plannedMain', planned(subject.plannedMain)),
        fact('plannedExtra', planned(subject.plannedExtra)),
        fact('openToAllPatients', yesNo(subject.openToAllPatients)),
      ]
    case 'A5':
      return [
        fact('provider', subject.provider),
        {
          ...fact('toStatus', status(subject.to), status(subject.from)),
          label: t('cases.new.chosen.status'),
          parts: ['from', 'to'],
        },
        place(subject.place),
        municipality(subject.place),
      ]
    case 'A6':
      // Turnover is told by the finding on it, to those who may see economics.
      return [
        fact('provider', subject.provider),
        fact('employee', subject.employee),
        fact('hoursTenths', hours(subject.hoursTenths)),
        municipality(subject.place),
      ]
    case 'A7':
    case 'A8':
      return [
        fact('school', school(subject.school)),
        municipality(subject.place),
        fact('therapist', subject.therapist),
        fact('hoursTenths', hours(subject.hoursTenths)),
        fact('area', areaText(subject.area, names, t)),
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
        fact('shares', subject.shares.map((row) => `${row.holder} ${share(row.shareHundredths)}`).join(', ')),
        municipality(subject.place),
      ]
    case 'A12':
      return [
        fact('provider', subject.provider),
        fact('transferredTo', subject.transferredTo ?? t('cases.facts.lapses')),
        fact('agreements', subject.agreements.join(', ') || t('cases.facts.noAgreements')),
        fact('reason', subject.reason),
        municipality(subject.place),
      ]
    case 'A13':
      return [
        fact('clinic', told.clinicName ?? subject.clinic),
        fact('holder', subject.holder),
        fact('specialty', t(`map.specialty.${subject.specialty}`)),
        fact('requestedOere', kroner(subject.requestedOere)),
        municipality(subject.place),
      ]
    case 'A14':
      return [
        fact('person', subject.person),
        fact('target', targetText(subject.target, language)),
        fact('issuer', subject.issuer),
        fact('issuedOn', day(subject.issuedOn)),
        fact('expiresOn', day(subject.expiresOn)),
        municipality(subject.place),
      ]
    case 'A15':
      return [
        fact('person', subject.person),
        municipality(subject.place),
        fact(
          'homeRadiusKm',
          subject.homeRadiusKm === null ? null : `${subject.homeRadiusKm} ${t('cases.new.units.kilometres')}`,
        ),
        fact('acceptsNew', yesNo(subject.acceptsNew)),
        fact('trainingDone', yesNo(subject.trainingDone)),
      ]
    case 'A16':
      return [
        { label: t('cases.facts.scenario'), after: subject.name, parts: ['name'] },
        { label: t('cases.facts.planRef'), after: subject.planRef, parts: ['planRef'] },
        { label: t('cases.facts.documentRef'), after: subject.documentRef ?? unknown, parts: ['documentRef'] },
        { label: t('cases.facts.note'), after: subject.note ?? unknown, parts: ['note'] },
      ]
    default:
      return subject satisfies never
  }
}

/** What the case is about, beside its type, in a few words; null when there is nothing shorter than its facts. */
export function aboutOf({ subject, schools, agreements, clinicName }: Told, { t, language }: Speech): string | null {
  const school = (id: string) => schools.find((one) => one.school === id)?.name ?? id
  const fromTo = (from: string, to: string) => t('cases.facts.fromTo', { from, to })
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
      return subject.person
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

function areaText(area: Extract<CaseSubject, { type: 'A7' }>['area'], names: AreaNames, t: TFunction): string {
  if (area.kind === 'unknown') return t('cases.new.area.unknown')
  const codes = area.codes.map((code) => names.municipality(code)).join(', ')
  return area.kind === 'municipality' ? codes : [area.county, codes].filter(Boolean).join(': ')
}
