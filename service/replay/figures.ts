import type { AsOf } from '#api/asOf'
import type { FigureKey } from '#api/views/replay'
import { type CaseSubject, clinicOf } from '#events/caseSubject'
import type { EventId } from '#events/envelope'
import { asOf, moment } from '../projections/bitemporal.ts'
import type { Views } from '../projections/views.ts'
import { clinicFigures, eventIds } from '../queries/capacity.ts'
import { relocationEffects } from '../queries/relocationEffects.ts'
import { namedAgreements, namedSchools, ridingEffects } from '../queries/ridingEffects.ts'
import { regimeOn } from '../rules/regime.ts'

/** Text or a number in the step of its unit; null when it is not known. */
export type Said = string | number | null

/** What the register says of one thing that an application touches. */
export interface Figure {
  readonly key: FigureKey
  /** Clinic, number, municipality, school or agreement that it is about. */
  readonly about: string
  readonly name: string | null
  readonly said: Said
  /** What the figure is made of, by name: what each says, and the events that it comes from. */
  readonly parts: ReadonlyMap<string, Part>
}

export interface Part {
  readonly said: string
  readonly inputs: readonly EventId[]
}

/**
 * What the register says at the two times of everything that the application touches: its clinic and number, the
 * municipalities between which capacity moves, its riding schools and agreements. `views` must be without the
 * application's own change.
 */
export function figuresOf(views: Views, at: AsOf, subject: CaseSubject): readonly Figure[] {
  const provider = 'provider' in subject ? subject.provider : null
  const numbers = provider === null ? [] : numberFigures(views, at, provider)
  const inNumber = numbers.find(({ key }) => key === 'numberClinic')?.said ?? null
  const clinic = clinicOf(subject) ?? (inNumber === null ? null : String(inNumber))
  return [
    ...(clinic === null ? [] : ofClinic(views, at, clinic)),
    ...numbers,
    ...(subject.type === 'A3' ? ofMove(views, at, subject) : []),
    ...ofRiding(views, at, subject),
  ]
}

function figure(key: FigureKey, about: string, said: Said, inputs: readonly EventId[], name: string | null = null) {
  return { key, about, name, said, parts: new Map([[about, { said: JSON.stringify(said), inputs }]]) }
}

type Named = { name: string; inputs: string }
type Placed = { text: string; inputs: string }
type Amount = { part: string; amount: number; inputs: string }

function ofClinic(views: Views, at: AsOf, clinic: string): readonly Figure[] {
  const when = { clinic, ...moment(at) }
  const row = views
    .statement<Named>(`SELECT c.name, c.inputs FROM clinic c WHERE c.clinic = :clinic AND ${asOf('c')}`)
    .get(when)
  const place = views
    .statement<Placed>(
      `SELECT a.text, a.inputs FROM practice_address a
       WHERE a.clinic = :clinic AND a.kind = 'main' AND a.role = 'current' AND ${asOf('a')}`,
    )
    .get(when)
  const amounts = views
    .statement<Amount>(
      regimeOn(at.effectiveOn) === 'HOURS'
        ? `SELECT h.number || '.' || h.specialty AS part, h.hours AS amount, h.inputs
           FROM provider p JOIN provider_hours h ON h.number = p.number WHERE p.clinic = :clinic AND ${asOf('p')} AND ${asOf('h')} ORDER BY 1`
        : `SELECT u.specialty AS part, u.units AS amount, u.inputs FROM clinic_units u
           WHERE u.clinic = :clinic AND ${asOf('u')} ORDER BY 1`,
    )
    .all(when)
  const numbers = views
    .statement<{ number: string; inputs: string }>(
      `SELECT p.number, p.inputs FROM provider p WHERE p.clinic = :clinic AND ${asOf('p')} ORDER BY p.number`,
    )
    .all(when)
  const name = row?.name ?? null
  return [
    figure('clinicName', clinic, name, inputsOf(row), name),
    figure('clinicPlace', clinic, place?.text ?? null, inputsOf(place), name),
    {
      ...figure('clinicCapacity', clinic, amounts.length === 0 ? null : sum(amounts), [], name),
      parts: new Map(amounts.map((one) => [one.part, { said: String(one.amount), inputs: inputsOf(one) }])),
    },
    {
      ...figure('clinicNumbers', clinic, numbers.length, [], name),
      parts: new Map(numbers.map((one) => [one.number, { said: '', inputs: inputsOf(one) }])),
    },
  ]
}

type NumberRow = { holder: string; status: string; clinic: string; inputs: string }

function numberFigures(views: Views, at: AsOf, provider: string): readonly Figure[] {
  const row = views
    .statement<NumberRow>(
      `SELECT p.holder, p.status, p.clinic, p.inputs FROM provider p WHERE p.number = :provider AND ${asOf('p')}`,
    )
    .get({ provider, ...moment(at) })
  return [
    figure('numberHolder', provider, row?.holder ?? null, inputsOf(row)),
    figure('numberStatus', provider, row?.status ?? null, inputsOf(row)),
    figure('numberClinic', provider, row?.clinic ?? null, inputsOf(row)),
  ]
}

/** Municipalities that a clinic leaves and comes to; their parts are the clinics in them. */
function ofMove(views: Views, at: AsOf, subject: Extract<CaseSubject, { type: 'A3' }>): readonly Figure[] {
  const clinics = [...clinicFigures(views, at).values()]
  return relocationEffects(views, at, subject).flatMap(({ code, before, after, clinicsBefore, clinicsAfter }) => {
    const there = clinics.filter(({ municipality, clinic }) => municipality === code || clinic === subject.clinic)
    const parts = new Map(
      there.map((one) => [
        one.clinic,
        { said: JSON.stringify([one.capacity, one.municipality]), inputs: one.inputs() },
      ]),
    )
    const told = (key: FigureKey, said: Said): Figure => ({ key, about: code, name: null, said, parts })
    return [
      told('municipalityBefore', before),
      told('municipalityAfter', after),
      told('clinicsBefore', clinicsBefore),
      told('clinicsAfter', clinicsAfter),
    ]
  })
}

function ofRiding(views: Views, at: AsOf, subject: CaseSubject): readonly Figure[] {
  const agreements = namedAgreements(views, at, subject)
  const schools = namedSchools(views, at, subject, agreements)
  const schoolRow = views.statement<{ inputs: string }>(
    `SELECT s.inputs FROM riding_school s WHERE s.school = :id AND ${asOf('s')}`,
  )
  const agreementRow = views.statement<{ inputs: string }>(
    `SELECT g.inputs FROM riding_agreement g WHERE g.agreement = :id AND ${asOf('g')}`,
  )
  const inMunicipality = views.statement<Amount>(
    `SELECT g.agreement AS part, g.hours AS amount, g.inputs FROM riding_agreement g JOIN riding_school s ON s.school = g.school
     WHERE s.municipality = :code AND g.status IN ('permitted', 'started') AND ${asOf('g')} AND ${asOf('s')} ORDER BY 1`,
  )
  const when = moment(at)
  return [
    ...schools.flatMap(({ school: id, name, municipality }) => {
      const inputs = inputsOf(schoolRow.get({ id, ...when }))
      return [figure('schoolName', id, name, inputs, name), figure('schoolPlace', id, municipality, inputs, name)]
    }),
    ...agreements.map(({ agreement: id, schoolName, hoursTenths }) =>
      figure('agreementHours', id, hoursTenths, inputsOf(agreementRow.get({ id, ...when })), schoolName),
    ),
    ...ridingEffects(views, at, subject, schools, agreements).flatMap(({ code, before, after }) => {
      const rows = inMunicipality.all({ code, ...when })
      const parts = new Map(rows.map((one) => [one.part, { said: String(one.amount), inputs: inputsOf(one) }]))
      const told = (key: FigureKey, said: Said): Figure => ({ key, about: code, name: null, said, parts })
      return [told('ridingBefore', before), told('ridingAfter', after)]
    }),
  ]
}

function sum(amounts: readonly Amount[]): number {
  return amounts.reduce((all, { amount }) => all + amount, 0)
}

function inputsOf(row: { readonly inputs: string } | undefined): readonly EventId[] {
  return row === undefined ? [] : eventIds(row.inputs)
}
