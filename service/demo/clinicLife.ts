import type { Address, Position2d } from '#events/place'
import type { RecordedAt } from '#events/time'
import { registrar, secretariat } from './actors.ts'
import type { Clinic } from './clinics.ts'
import {
  type Day,
  dateOf,
  day,
  firstOfMonth,
  heardOn,
  importDay,
  instant,
  lastRecordedDay,
  officeHour,
} from './days.ts'
import type { Identities } from './identities.ts'
import type { DemoEvent, Journal } from './journal.ts'
import { addressIn, isNearBorder, liesIn, neighbourOf, nudged, type Places } from './places.ts'
import type { Random } from './random.ts'

const statements = [
  'Niveaufri adgang og handicapparkering ved døren.',
  'Adgang uden trin, elevator til 1. sal, handicaptoilet.',
  'Ét trin ved indgangen med rampe; handicaptoilet.',
  'Niveaufri adgang; parkering 50 meter fra indgangen.',
]

interface Told {
  readonly journal: Journal
  readonly places: Places
  readonly random: Random
}

/** Writes that the clinic exists; everything that names it comes after. */
export function tellClinic(clinic: Clinic, { journal, random }: Omit<Told, 'places'>): void {
  const { id, name, form, opened } = clinic
  journal.write({
    stream: `clinic-${id}`,
    at: when(opened, random),
    by: writer(clinic, opened),
    events: [
      {
        type: 'ClinicRegistered',
        data: { clinic: id, name, cvr: null, formOfPractice: form },
        effectiveFrom: dateOf(opened),
      },
    ],
  })
}

/**
 * Writes the clinic's main address: opened, moved perhaps, its point made better perhaps, closed with the clinic. Answers
 * the address that it came to.
 */
export function tellMainAddress(clinic: Clinic, told: Told): Address {
  const { places, random } = told
  const { opened, closed } = clinic
  const moves = clinic.steady || clinic.fromPool ? [] : moveDays(clinic, random)
  let address = firstAddress(clinic, moves[0], places, random)
  const effectiveFrom = dateOf(opened)
  note(clinic, opened, told, [
    {
      type: 'PracticeAddressOpened',
      data: { addressId: clinic.address, clinic: clinic.id, kind: 'main', address, until: null },
      effectiveFrom,
    },
    ...(clinic.steady || random.chance(0.3)
      ? [{ type: 'AccessibilityStated' as const, data: { statement: random.pick(statements) }, effectiveFrom }]
      : []),
  ])
  for (const moved of moves) {
    const to = addressIn(places, clinic.municipality, random)
    const on = dateOf(moved)
    const data = { from: address, to, previousUntil: on, ruling: null }
    note(clinic, moved, told, [{ type: 'PracticeAddressMoved', data, effectiveFrom: on }])
    address = to
  }
  if (moves.length === 0 && closed === null && !clinic.steady) improvePoint(clinic, address, told)
  if (closed !== null) close(clinic, closed, told)
  return address
}

/** A second place of treatment in the same municipality, for some hours of the clinic's week. */
export function tellExtraAddress(clinic: Clinic, ids: Identities, { journal, places, random }: Told): void {
  const addressId = ids.address()
  const opened = firstOfMonth(random.int(Math.max(clinic.opened + 300, day('2011-01-01')), day('2026-06-01')))
  const effectiveFrom = dateOf(opened)
  const hoursTenths = random.int(6, 14) * 10
  const approved = opened < day('2024-01-01')
  // In the unit of the day: about one unit for a full week of 37 hours.
  const planned = approved
    ? { hoursTenths, unitsHundredths: null }
    : { hoursTenths: null, unitsHundredths: Math.round((100 * hoursTenths) / 370) }
  const closes = random.chance(0.25) && opened < day('2023-01-01') ? firstOfMonth(opened + random.int(500, 1300)) : null
  const stream = `practiceAddress-${addressId}`
  const shared = { stream, by: writer(clinic, opened), after: [`clinic-${clinic.id}`] }
  const address = addressIn(places, clinic.municipality, random)
  journal.write({
    ...shared,
    at: when(opened, random),
    events: [
      {
        type: 'PracticeAddressOpened',
        data: { addressId, clinic: clinic.id, kind: 'extra', address, until: null },
        effectiveFrom,
      },
      // Notified before it is used; since 2024 that is enough (S_ADR).
      {
        type: 'ExtraAddressNotified',
        data: { ...planned, receivedOn: dateOf(opened - random.int(20, 60)) },
        effectiveFrom,
      },
      ...(approved ? [{ type: 'ExtraAddressApproved' as const, data: planned, effectiveFrom }] : []),
    ],
  })
  if (closes === null) return
  journal.write({
    ...shared,
    by: writer(clinic, closes),
    at: when(closes, random),
    events: [
      { type: 'PracticeAddressClosed', data: { reason: 'Ekstra adresse opgivet' }, effectiveFrom: dateOf(closes) },
    ],
  })
}

/** Where the clinic began: mostly in its municipality, one moving clinic in twelve in a neighbouring one. */
function firstAddress(clinic: Clinic, moved: Day | undefined, places: Places, random: Random): Address {
  const crosses = moved !== undefined && moved < day('2022-01-01') && random.chance(1 / 12)
  const address = addressIn(
    places,
    crosses ? neighbourOf(places, clinic.municipality, random) : clinic.municipality,
    random,
  )
  if (clinic.steady || moved !== undefined) return address
  if (isNearBorder(places, address) && random.chance(0.05)) return { ...address, certainty: 'confirm' }
  return random.chance(0.005) ? { ...address, position: null, certainty: 'unknown' } : address
}

/** One clinic in four moves once, some twice; a few moves are agreed but still to come. */
function moveDays({ opened, closed }: Clinic, random: Random): readonly Day[] {
  const from = opened + 400
  const to = (closed ?? day('2027-07-15')) - 120
  if (to <= from || !random.chance(0.26)) return []
  const days = Array.from({ length: random.chance(0.15) ? 2 : 1 }, () => firstOfMonth(random.int(from, to)))
  return [...new Set(days)].toSorted((a, b) => a - b)
}

/** A better point for the same place, found years later: it holds from the beginning, but nobody knew. */
function improvePoint(clinic: Clinic, { position: old }: Address, { journal, places, random }: Told): void {
  const chosen = random.chance(old === null ? 0.4 : 0.04)
  const better: Position2d | null = chosen && old !== null ? nudged(old, 400, random) : null
  if (better === null || !liesIn(places, better, clinic.municipality)) return
  journal.write({
    stream: `practiceAddress-${clinic.address}`,
    at: officeHour(random.int(Math.max(importDay + 200, clinic.opened + 60), lastRecordedDay), random),
    by: secretariat(clinic.region),
    events: [
      {
        type: 'AddressGeocodeCorrected',
        data: { old, new: better, certainty: 'confirmed', reason: 'Punktet lå på vejens midte, ikke ved døren' },
        effectiveFrom: dateOf(clinic.opened),
      },
    ],
  })
}

function close(clinic: Clinic, closed: Day, told: Told): void {
  const effectiveFrom = dateOf(closed)
  note(clinic, closed, told, [
    { type: 'PracticeAddressClosed', data: { reason: 'Klinikken er lukket' }, effectiveFrom },
  ])
  told.journal.write({
    stream: `clinic-${clinic.id}`,
    at: when(closed, told.random),
    by: writer(clinic, closed),
    after: [`practiceAddress-${clinic.address}`],
    events: [{ type: 'ClinicClosed', data: { reason: 'Sidste ydernummer er ophørt' }, effectiveFrom }],
  })
}

function note(clinic: Clinic, effective: Day, { journal, random }: Told, events: readonly DemoEvent[]): void {
  journal.write({
    stream: `practiceAddress-${clinic.address}`,
    at: when(effective, random),
    by: writer(clinic, effective),
    after: [`clinic-${clinic.id}`],
    events,
  })
}

function when(effective: Day, random: Random): RecordedAt {
  return effective <= importDay
    ? instant(importDay, random.int(450, 470))
    : officeHour(heardOn(effective, random), random)
}

function writer({ region }: Clinic, effective: Day) {
  return effective <= importDay ? registrar : secretariat(region)
}
