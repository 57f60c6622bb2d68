import { z } from 'zod'
import type { AsOf } from '#api/asOf'
import type { EventId } from '#events/envelope'
import { CapacityStatus } from '#events/providerNumber'
import { asOf, knownAt, moment } from '../../projections/bitemporal.ts'
import type { Views } from '../../projections/views.ts'
import type { OwnerFact } from '../../rules/facts/capacity.ts'
import { eventIds } from '../capacity.ts'

/** A provider number on a date. */
export interface NumberRow {
  readonly holder: string
  readonly clinic: string
  readonly status: CapacityStatus
  /** Tenths of hours a week of all specialties; null where none is registered. */
  readonly hoursTenths: number | null
  /** Persons who share it, by the last shares set; none while it is its holder's alone. */
  readonly sharers: readonly string[]
  readonly inputs: readonly EventId[]
}

const Shares = z.array(z.object({ holder: z.string(), shareHundredths: z.int() }))
const Owners = z.array(z.object({ owner: z.string(), shareHundredths: z.int() }))

/** The number as the register has it on the date; null when it has none. */
export function numberOn(views: Views, at: AsOf, number: string): NumberRow | null {
  const parameters = { number, ...moment(at) }
  const row = views
    .statement<{ holder: string; clinic: string; status: string; shares: string | null; inputs: string }>(
      `SELECT p.holder, p.clinic, p.status, p.shares, p.inputs FROM provider p WHERE p.number = :number AND ${asOf('p')}`,
    )
    .get(parameters)
  if (row === undefined) return null
  const hours = views
    .statement<{ hours: number; inputs: string }>(
      `SELECT h.hours, h.inputs FROM provider_hours h WHERE h.number = :number AND ${asOf('h')}`,
    )
    .all(parameters)
  return {
    holder: row.holder,
    clinic: row.clinic,
    status: CapacityStatus.parse(row.status),
    hoursTenths: hours.length === 0 ? null : hours.reduce((sum, one) => sum + one.hours, 0),
    sharers: row.shares === null ? [] : Shares.parse(JSON.parse(row.shares)).map(({ holder }) => holder),
    inputs: [row.inputs, ...hours.map(({ inputs }) => inputs)].flatMap(eventIds),
  }
}

/** Clinics where somebody holds a number on the date or later. */
export function clinicsOf(views: Views, at: AsOf, person: string): readonly string[] {
  return views
    .statement<{ clinic: string }>(
      `SELECT DISTINCT p.clinic FROM provider p WHERE p.holder = :person AND p.effective_to > :on AND ${knownAt('p')} ORDER BY p.clinic`,
    )
    .all({ person, ...moment(at) })
    .map(({ clinic }) => clinic)
}

/**
 * Clinics that somebody owns on the date, and with one more. A clinic is its recorded owners'; where none are recorded,
 * whoever holds a number in it as owner is taken for one.
 */
export function ownerFact(views: Views, at: AsOf, person: string, gains: string | null): OwnerFact {
  const parameters = { person, ...moment(at) }
  const recorded = views
    .statement<{ clinic: string; owners: string; inputs: string }>(
      `SELECT c.clinic, c.owners, c.inputs FROM clinic c WHERE instr(c.owners, '"' || :person || '"') > 0 AND ${asOf('c')}`,
    )
    .all(parameters)
    .filter(({ owners }) => Owners.parse(JSON.parse(owners)).some(({ owner }) => owner === person))
  const byNumber = views
    .statement<{ clinic: string; inputs: string }>(
      `SELECT p.clinic, p.inputs FROM provider p JOIN clinic c ON c.clinic = p.clinic AND c.owners IS NULL
       WHERE p.holder = :person AND p.status = 'owner' AND ${asOf('p')} AND ${asOf('c')}`,
    )
    .all(parameters)
  const owned = new Set([...recorded, ...byNumber].map(({ clinic }) => clinic))
  const after = gains === null ? owned : new Set([...owned, gains])
  return {
    person,
    clinicsBefore: owned.size,
    clinicsAfter: after.size,
    inputs: [...recorded, ...byNumber].flatMap(({ inputs }) => eventIds(inputs)),
  }
}
