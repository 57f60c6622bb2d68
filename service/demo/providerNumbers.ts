import type { EventId } from '#events/envelope'
import type { PersonId, ProviderNumber } from '#events/identifiers'
import type { CapacityStatus } from '#events/providerNumber'
import type { RecordedAt } from '#events/time'
import { registrar, secretariat } from './actors.ts'
import { divided, type Hours } from './capacity.ts'
import type { Clinic } from './clinics.ts'
import { type Day, dateOf, day, heardOn, importDay, instant, officeHour, transitionDay } from './days.ts'
import type { Identities } from './identities.ts'
import type { DemoEvent, Journal } from './journal.ts'
import type { Random } from './random.ts'
import type { Change, Slot } from './slots.ts'

/** A provider number at work, as the register has it at the end of the slot's story. */
export interface Tenure {
  readonly number: ProviderNumber
  readonly stream: string
  readonly holder: PersonId
  readonly clinic: Clinic
  readonly since: Day
  readonly status: CapacityStatus
  readonly hours: Hours
  /** Events that a correction can name. */
  readonly registered: EventId
  readonly hoursRegistered: readonly EventId[]
}

/** A number's time in a clinic in hours, for the switch to units. */
export interface Stay {
  readonly clinic: Clinic
  readonly hours: Hours
  readonly from: Day
  /** Exclusive; null while it lasts. */
  readonly to: Day | null
}

export interface Told {
  readonly tenures: readonly Tenure[]
  readonly stays: readonly Stay[]
}

/** All turnover ceilings lapsed together (S_NYOK). */
const lapsesNoted = instant(day('2023-12-18'), 600)

type Origin = 'import' | 'newEstablishment' | 'takeover' | 'split'

/** Writes the life of a slot into the journal; answers the numbers that are left and where the hours were when. */
export function tellSlot(slot: Slot, { write }: Journal, ids: Identities, random: Random): Told {
  const when = (effective: Day): RecordedAt =>
    effective <= importDay ? instant(importDay, random.int(480, 840)) : officeHour(heardOn(effective, random), random)
  const by = (at: RecordedAt) => (at < '2014-01-07' ? registrar : secretariat(slot.clinic.region))
  const stays: Stay[] = []
  const splitOff: Tenure[] = []
  let employee: PersonId | null = null

  function register(
    tenure: Omit<Tenure, 'registered' | 'hoursRegistered' | 'stream' | 'number'>,
    origin: Origin,
    at: RecordedAt,
  ) {
    const { holder, clinic, since, status, hours } = tenure
    const number = ids.provider()
    const stream = `providerNumber-${number}`
    const effectiveFrom = dateOf(since)
    const inHours = since < transitionDay
    const specialties = hours.map(({ specialty }) => specialty)
    const [registered, ...hoursRegistered] = write({
      stream,
      at,
      by: by(at),
      after: [`clinic-${clinic.id}`],
      events: [
        {
          type: 'ProviderNumberRegistered',
          data: { number, holder, clinic: clinic.id, specialties, status, origin },
          effectiveFrom,
        },
        ...(inHours ? hours.map((part) => hoursEvent(part, since)) : []),
      ],
    })
    if (registered === undefined) throw new Error(`Nothing was written about ${number}`)
    return { ...tenure, number, stream, registered, hoursRegistered }
  }

  function apply(tenure: Tenure, change: Change): Tenure {
    const at = change.kind === 'employmentEnds' ? lapsesNoted : when(change.day)
    const effectiveFrom = dateOf(change.day)
    const note = (...events: DemoEvent[]) => write({ stream: tenure.stream, at, by: by(at), events })
    const formReceivedOn = dateOf(Math.max(0, change.day - random.int(32, 58)))
    switch (change.kind) {
      case 'transfer': {
        const holder = ids.person()
        const next = register({ ...tenure, holder, since: change.day }, 'takeover', at)
        const moved = {
          fromHolder: tenure.holder,
          toHolder: holder,
          newNumber: next.number,
          shareHundredths: 100,
          formReceivedOn,
        }
        write({
          stream: tenure.stream,
          at,
          by: by(at),
          after: [next.stream],
          events: [
            { type: 'ProviderNumberTransferred', data: moved, effectiveFrom },
            { type: 'ProviderNumberCeased', data: { reason: 'Overdraget', transferredTo: next.number }, effectiveFrom },
          ],
        })
        return next
      }
      case 'split': {
        const shareHundredths = random.pick([40, 50, 60])
        const { taken, left } = divided(tenure.hours, shareHundredths)
        const holder = ids.person()
        const other = register({ ...tenure, holder, since: change.day, hours: taken }, 'split', at)
        write({
          stream: tenure.stream,
          at,
          by: by(at),
          after: [other.stream],
          events: [
            {
              type: 'ProviderNumberTransferred',
              data: {
                fromHolder: tenure.holder,
                toHolder: holder,
                newNumber: other.number,
                shareHundredths,
                formReceivedOn,
              },
              effectiveFrom,
            },
            ...left.map((part) => hoursEvent(part, change.day)),
          ],
        })
        splitOff.push(other)
        stays.push({ clinic: tenure.clinic, hours: taken, from: change.day, to: null })
        return { ...tenure, hours: left, hoursRegistered: [] }
      }
      case 'share':
        note({
          type: 'NumberShareSet',
          data: {
            shares: [
              { holder: tenure.holder, shareHundredths: 60 },
              { holder: ids.person(), shareHundredths: 40 },
            ],
          },
          effectiveFrom,
        })
        return tenure
      case 'status':
        note({ type: 'CapacityStatusChanged', data: { from: tenure.status, to: change.to }, effectiveFrom })
        return { ...tenure, status: change.to }
      case 'clinic':
        write({
          stream: tenure.stream,
          at,
          by: by(at),
          after: [`clinic-${change.to.id}`],
          events: [{ type: 'ClinicChanged', data: { from: tenure.clinic.id, to: change.to.id }, effectiveFrom }],
        })
        return { ...tenure, clinic: change.to }
      case 'employment':
        employee = ids.person()
        note(
          { type: 'TurnoverCeilingSet', data: { oerePerYear: change.oerePerYear, until: null }, effectiveFrom },
          {
            type: 'Section24EmploymentRegistered',
            data: { employee, hoursTenths: change.hoursTenths },
            effectiveFrom,
          },
        )
        return tenure
      case 'employmentEnds':
        if (employee === null) return tenure
        note(
          {
            type: 'TurnoverCeilingLapsed',
            data: { reason: 'Omsætningslofter bortfalder med overenskomsten af 2024' },
            effectiveFrom,
          },
          { type: 'Section24EmploymentEnded', data: { employee }, effectiveFrom },
        )
        return tenure
      default:
        return change satisfies never
    }
  }

  const first = {
    holder: ids.person(),
    clinic: slot.clinic,
    since: slot.begins,
    status: slot.status,
    hours: slot.hours,
  }
  let tenure: Tenure = register(first, slot.origin, when(slot.begins))
  let stayFrom = slot.begins
  for (const change of slot.changes) {
    const before = tenure
    tenure = apply(tenure, change)
    if (tenure.clinic === before.clinic && tenure.hours === before.hours) continue
    stays.push({ clinic: before.clinic, hours: before.hours, from: stayFrom, to: change.day })
    stayFrom = change.day
  }
  stays.push({ clinic: tenure.clinic, hours: tenure.hours, from: stayFrom, to: slot.ends })
  const left = [...splitOff, tenure]
  if (slot.ends === null) return { tenures: left, stays }
  const at = when(slot.ends)
  for (const { stream } of left) {
    write({
      stream,
      at,
      by: by(at),
      events: [
        {
          type: 'ProviderNumberCeased',
          data: { reason: 'Ophørt uden overdragelse', transferredTo: null },
          effectiveFrom: dateOf(slot.ends),
        },
      ],
    })
  }
  return { tenures: [], stays }
}

function hoursEvent({ specialty, tenths }: Hours[number], from: Day): DemoEvent {
  return {
    type: 'HoursCapacityRegistered',
    data: { specialty, hoursTenths: tenths },
    effectiveFrom: dateOf(from),
  }
}
