import type { AsOf } from '#api/asOf'
import type { EventId } from '#events/envelope'
import type { Address } from '#events/place'
import { type AddressCells, addressOf } from '../projections/address.ts'
import { asOf, moment } from '../projections/bitemporal.ts'
import type { Views } from '../projections/views.ts'
import { remembering } from '../remembering.ts'
import type { CapacityFact } from '../rules/facts.ts'
import { regimeOn } from '../rules/regime.ts'

/** A clinic on a date, where its main address is. Places are null while it has none, or none is known. */
export interface ClinicFigures {
  readonly clinic: string
  readonly name: string
  readonly form: string
  readonly address: Address | null
  readonly municipality: string | null
  /** Sum over the specialties in the regime's unit; null when none was recorded. */
  readonly capacity: number | null
  readonly bySpecialty: readonly { readonly specialty: string; readonly amount: number }[]
  /** Active provider numbers. */
  readonly providers: number
  /** Events that the figures come from. */
  readonly inputs: () => readonly EventId[]
}

type Amount = { clinic: string; specialty: string; amount: number; inputs: string }
type ClinicRow = { clinic: string; name: string; form: string; inputs: string }
type AddressRow = AddressCells & { clinic: string; inputs: string }

const hours = `
  SELECT p.clinic, h.specialty, h.hours AS amount, h.inputs FROM provider p JOIN provider_hours h ON h.number = p.number
  WHERE ${asOf('p')} AND ${asOf('h')}`
const units = `SELECT u.clinic, u.specialty, u.units AS amount, u.inputs FROM clinic_units u WHERE ${asOf('u')}`
const clinics = `SELECT c.clinic, c.name, c.form, c.inputs FROM clinic c WHERE ${asOf('c')}`
const addresses = `
  SELECT a.clinic, a.text, a.postcode, a.town, a.dar, a.lng, a.lat, a.municipality, a.certainty, a.inputs FROM practice_address a
  WHERE a.kind = 'main' AND a.role = 'current' AND ${asOf('a')}`
const numbers = `SELECT p.clinic, count(*) AS providers FROM provider p WHERE ${asOf('p')}`

/** Answers kept for each views: a map, its table and its tiles ask for the same moment. */
const kept = 8
const answers = new WeakMap<Views, ReturnType<typeof remembering<ReadonlyMap<string, ClinicFigures>>>>()

/** Every clinic that exists at the two times, by id; only one when `only` is given. */
export function clinicFigures(views: Views, at: AsOf, only?: string): ReadonlyMap<string, ClinicFigures> {
  if (only !== undefined) return read(views, at, only)
  const remembered = answers.get(views) ?? remembering(kept)
  answers.set(views, remembered)
  return remembered(`${views.version()} ${at.effectiveOn} ${at.recordedAt}`, () => read(views, at))
}

function read(views: Views, at: AsOf, only?: string): ReadonlyMap<string, ClinicFigures> {
  const one = (alias: string) => (only === undefined ? '' : `AND ${alias}.clinic = :only`)
  const parameters = { ...moment(at), ...(only === undefined ? {} : { only }) }
  const all = <Row>(sql: string) => views.statement<Row>(sql).all(parameters)
  const isHours = regimeOn(at.effectiveOn) === 'HOURS'
  const amounts = byClinic(
    all<Amount>(isHours ? `${hours} ${one('p')} ORDER BY h.specialty` : `${units} ${one('u')} ORDER BY u.specialty`),
  )
  const places = new Map(all<AddressRow>(`${addresses} ${one('a')}`).map((row) => [row.clinic, row]))
  const counts = new Map(
    all<{ clinic: string; providers: number }>(`${numbers} ${one('p')} GROUP BY p.clinic`).map((row) => [
      row.clinic,
      row.providers,
    ]),
  )
  return new Map(
    all<ClinicRow>(`${clinics} ${one('c')} ORDER BY c.clinic`).map(({ clinic, name, form, inputs }) => {
      const own = amounts.get(clinic) ?? []
      const place = places.get(clinic)
      return [
        clinic,
        {
          clinic,
          name,
          form,
          address: place === undefined ? null : addressOf(place),
          municipality: place === undefined || place.municipality === null ? null : String(place.municipality),
          capacity: own.length === 0 ? null : own.reduce((sum, { amount }) => sum + amount, 0),
          bySpecialty: perSpecialty(own),
          providers: counts.get(clinic) ?? 0,
          inputs: () => [inputs, ...[place?.inputs ?? []].flat(), ...own.map((row) => row.inputs)].flatMap(eventIds),
        },
      ]
    }),
  )
}

/** Capacity of one clinic on the date, with the events that it comes from. */
export function capacityFact(views: Views, clinic: string, at: AsOf): CapacityFact {
  const figures = clinicFigures(views, at, clinic).get(clinic)
  return {
    regime: regimeOn(at.effectiveOn),
    amount: figures?.capacity ?? null,
    bySpecialty: figures?.bySpecialty ?? [],
    inputs: figures?.inputs() ?? [],
  }
}

const placed = `
  FROM clinic c JOIN practice_address a ON a.clinic = c.clinic AND a.kind = 'main' AND a.role = 'current' AND a.municipality IS NOT NULL`
const hoursByPlace = `
  SELECT a.municipality, sum(h.hours) AS amount ${placed} JOIN provider p ON p.clinic = c.clinic JOIN provider_hours h ON h.number = p.number
  WHERE ${asOf('c')} AND ${asOf('a')} AND ${asOf('p')} AND ${asOf('h')} GROUP BY a.municipality`
const unitsByPlace = `
  SELECT a.municipality, sum(u.units) AS amount ${placed} JOIN clinic_units u ON u.clinic = c.clinic
  WHERE ${asOf('c')} AND ${asOf('a')} AND ${asOf('u')} GROUP BY a.municipality`

/** Known capacity of the clinics in each municipality, where there is any: the sums of `clinicFigures`. */
export function capacityByMunicipality(views: Views, at: AsOf): ReadonlyMap<string, number> {
  const rows = views
    .statement<{ municipality: string; amount: number }>(
      regimeOn(at.effectiveOn) === 'HOURS' ? hoursByPlace : unitsByPlace,
    )
    .all(moment(at))
  return new Map(rows.map(({ municipality, amount }) => [municipality, amount]))
}

/** The events that a row comes from. */
export function eventIds(inputs: string): EventId[] {
  // Written by the projections from the ids of checked events, and by nothing else.
  return JSON.parse(inputs) as EventId[]
}

function byClinic(amounts: readonly Amount[]): ReadonlyMap<string, readonly Amount[]> {
  const groups = new Map<string, Amount[]>()
  for (const amount of amounts) {
    const group = groups.get(amount.clinic)
    if (group === undefined) groups.set(amount.clinic, [amount])
    else group.push(amount)
  }
  return groups
}

function perSpecialty(amounts: readonly Amount[]): { specialty: string; amount: number }[] {
  const sums = new Map<string, number>()
  for (const { specialty, amount } of amounts) sums.set(specialty, (sums.get(specialty) ?? 0) + amount)
  return [...sums].map(([specialty, amount]) => ({ specialty, amount }))
}
