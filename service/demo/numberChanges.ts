import type { RecordedAt } from '#events/time'
import { divided } from './capacity.ts'
import { type Day, dateOf, day, instant } from './days.ts'
import type { DemoEvent } from './journal.ts'
import type { Change } from './slots.ts'
import { begin, hoursEvent, notedAt, type Telling, type Tenure, writer } from './tenure.ts'

/** All turnover ceilings lapsed together (S_NYOK). */
const lapsesNoted = instant(day('2023-12-18'), 600)
const lapsed = 'Omsætningslofter bortfalder med overenskomsten af 2024'

/** The number that goes on after a change, and the one that split off from it. */
export interface Changed {
  readonly tenure: Tenure
  readonly splitOff?: Tenure
}

/** Writes one change of a number down. */
export function tellChange(tenure: Tenure, change: Change, telling: Telling): Changed {
  const at = change.kind === 'employmentEnds' ? lapsesNoted : notedAt(change.day, telling.random)
  const effectiveFrom = dateOf(change.day)
  const note = (events: readonly DemoEvent[], ...after: readonly string[]) =>
    telling.journal.write({ stream: tenure.stream, at, by: writer(telling.region, at), events, after })
  switch (change.kind) {
    case 'transfer':
      return handOver(tenure, change.day, at, telling)
    case 'split':
      return split(tenure, change.day, at, telling)
    case 'share': {
      const shares = [
        { holder: tenure.holder, shareHundredths: 60 },
        { holder: telling.ids.person(), shareHundredths: 40 },
      ]
      note([{ type: 'NumberShareSet', data: { shares }, effectiveFrom }])
      return { tenure }
    }
    case 'status':
      note([{ type: 'CapacityStatusChanged', data: { from: tenure.status, to: change.to }, effectiveFrom }])
      return { tenure: { ...tenure, status: change.to } }
    case 'clinic': {
      const data = { from: tenure.clinic.id, to: change.to.id }
      note([{ type: 'ClinicChanged', data, effectiveFrom }], `clinic-${change.to.id}`)
      return { tenure: { ...tenure, clinic: change.to } }
    }
    case 'employment': {
      const employee = telling.ids.person()
      const { oerePerYear, hoursTenths } = change
      note([
        { type: 'TurnoverCeilingSet', data: { oerePerYear, until: null }, effectiveFrom },
        { type: 'Section24EmploymentRegistered', data: { employee, hoursTenths }, effectiveFrom },
      ])
      return { tenure: { ...tenure, employee } }
    }
    case 'employmentEnds':
      if (tenure.employee === null) return { tenure }
      note([
        { type: 'TurnoverCeilingLapsed', data: { reason: lapsed }, effectiveFrom },
        { type: 'Section24EmploymentEnded', data: { employee: tenure.employee }, effectiveFrom },
      ])
      return { tenure: { ...tenure, employee: null } }
    default:
      return change satisfies never
  }
}

/** The whole number goes to another physiotherapist under a new number; the capacity stays what it was. */
function handOver(tenure: Tenure, on: Day, at: RecordedAt, telling: Telling): Changed {
  const holder = telling.ids.person()
  const next = begin({ ...tenure, holder, since: on }, 'takeover', at, telling)
  const effectiveFrom = dateOf(on)
  telling.journal.write({
    stream: tenure.stream,
    at,
    by: writer(telling.region, at),
    after: [next.stream],
    events: [
      {
        type: 'ProviderNumberTransferred',
        data: {
          fromHolder: tenure.holder,
          toHolder: holder,
          newNumber: next.number,
          shareHundredths: tenure.shareLeft,
          formReceivedOn: receivedOn(on, telling),
        },
        effectiveFrom,
      },
      { type: 'ProviderNumberCeased', data: { reason: 'Overdraget', transferredTo: next.number }, effectiveFrom },
    ],
  })
  return { tenure: next }
}

/** A share of the number becomes a number of its own; hours before and after are the same. */
function split(tenure: Tenure, on: Day, at: RecordedAt, telling: Telling): Changed {
  const shareHundredths = telling.random.pick([40, 50, 60])
  const { taken, left } = divided(tenure.hours, shareHundredths)
  const holder = telling.ids.person()
  const splitOff = begin({ ...tenure, holder, since: on, hours: taken }, 'split', at, telling)
  telling.journal.write({
    stream: tenure.stream,
    at,
    by: writer(telling.region, at),
    after: [splitOff.stream],
    events: [
      {
        type: 'ProviderNumberTransferred',
        data: {
          fromHolder: tenure.holder,
          toHolder: holder,
          newNumber: splitOff.number,
          shareHundredths,
          formReceivedOn: receivedOn(on, telling),
        },
        effectiveFrom: dateOf(on),
      },
      ...left.map((part) => hoursEvent(part, on)),
    ],
  })
  const shareLeft = tenure.shareLeft - shareHundredths
  return { tenure: { ...tenure, hours: left, shareLeft, hoursRegistered: [] }, splitOff }
}

/** In the month before the month before: the notice of R-06 for the first of a month. */
function receivedOn(on: Day, { random }: Telling) {
  return dateOf(Math.max(0, on - random.int(32, 58)))
}
