import type { Actor, EventId } from '#events/envelope'
import type { PersonId, ProviderNumber, RegionCode } from '#events/identifiers'
import type { CapacityStatus } from '#events/providerNumber'
import type { RecordedAt } from '#events/time'
import { registrar, secretariat } from './actors.ts'
import type { Hours } from './capacity.ts'
import type { Clinic } from './clinics.ts'
import { type Day, dateOf, heardOn, importDay, instant, officeHour, transitionDay } from './days.ts'
import type { Identities } from './identities.ts'
import type { DemoEvent, Journal } from './journal.ts'
import type { Random } from './random.ts'

/** A provider number at work: as it begins, or as the register has it at the end of the slot's story. */
export interface Tenure {
  readonly number: ProviderNumber
  readonly stream: string
  readonly holder: PersonId
  readonly clinic: Clinic
  readonly since: Day
  readonly status: CapacityStatus
  readonly hours: Hours
  /** What has not been given away of the number as it was registered, in hundredths. */
  readonly shareLeft: number
  /** Employed under section 24 at the moment. */
  readonly employee: PersonId | null
  /** Events that a correction can name. */
  readonly registered: EventId
  readonly hoursRegistered: readonly EventId[]
}

export type Origin = 'import' | 'newEstablishment' | 'takeover' | 'split'

/** What telling about numbers needs; the region's secretariat writes what the import did not. */
export interface Telling {
  readonly journal: Journal
  readonly ids: Identities
  readonly random: Random
  readonly region: RegionCode
}

/** Registers a new number with its hours, as long as capacity is counted in hours. */
export function begin(
  number: Pick<Tenure, 'holder' | 'clinic' | 'since' | 'status' | 'hours'>,
  origin: Origin,
  at: RecordedAt,
  { journal, ids, region }: Telling,
): Tenure {
  const { holder, clinic, since, status, hours } = number
  const minted = ids.provider()
  const stream = `providerNumber-${minted}`
  const specialties = hours.map(({ specialty }) => specialty)
  const [registered, ...hoursRegistered] = journal.write({
    stream,
    at,
    by: writer(region, at),
    after: [`clinic-${clinic.id}`],
    events: [
      {
        type: 'ProviderNumberRegistered',
        data: { number: minted, holder, clinic: clinic.id, specialties, status, origin },
        effectiveFrom: dateOf(since),
      },
      ...(since < transitionDay ? hours.map((part) => hoursEvent(part, since)) : []),
    ],
  })
  if (registered === undefined) throw new Error(`Nothing was written about ${minted}`)
  return {
    holder,
    clinic,
    since,
    status,
    hours,
    number: minted,
    stream,
    registered,
    hoursRegistered,
    shareLeft: 100,
    employee: null,
  }
}

/** Capacity of one specialty in tenths of hours a week, from a day on. */
export function hoursEvent({ specialty, tenths }: Hours[number], from: Day): DemoEvent {
  return { type: 'HoursCapacityRegistered', data: { specialty, hoursTenths: tenths }, effectiveFrom: dateOf(from) }
}

/** When a fact about a number was written down: on the import's day, or when the office heard of it. */
export function notedAt(effective: Day, random: Random): RecordedAt {
  return effective <= importDay
    ? instant(importDay, random.int(480, 840))
    : officeHour(heardOn(effective, random), random)
}

/** Who wrote a fact down: the import to the end of its day, then the secretariat. */
export function writer(region: RegionCode, at: RecordedAt): Actor {
  return at < instant(importDay + 1, 0) ? registrar : secretariat(region)
}
