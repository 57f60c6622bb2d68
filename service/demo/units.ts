import type { Specialty } from '#events/identifiers'
import { secretariat } from './actors.ts'
import { unitsFor } from './capacity.ts'
import type { Clinic } from './clinics.ts'
import { dateOf, day, firstOfMonth, heardOn, lastRecordedDay, officeHour, transitionDay } from './days.ts'
import type { Journal } from './journal.ts'
import type { Stay } from './providerNumbers.ts'
import type { Random } from './random.ts'
import type { Tenure } from './tenure.ts'

type Units = Map<Specialty, number>
type Reason = 'transition2024' | 'newEstablishment' | 'transfer'

/** Numbers that change clinic after 2024 and take units along. */
const transfers = 8

/**
 * The switch of 2024-01-01: each clinic gets units for the hours its numbers had, noted in December 2023. Afterwards units
 * move between clinics of a municipality with a number that changes clinic, and a few clinics start from the pool.
 */
export function tellUnits(
  clinics: readonly Clinic[],
  stays: readonly Stay[],
  tenures: readonly Tenure[],
  journal: Journal,
  random: Random,
): void {
  const held = new Map<Clinic, Units>()
  const allocate = (clinic: Clinic, units: Units, reason: Reason, effective: number, noted: number) => {
    held.set(clinic, units)
    journal.write({
      stream: `clinic-${clinic.id}`,
      at: officeHour(noted, random),
      by: secretariat(clinic.region),
      events: [...units].map(([specialty, unitsHundredths]) => ({
        type: 'KrCapacityAllocated',
        data: { specialty, unitsHundredths, levelYear: 2022, reason },
        effectiveFrom: dateOf(effective),
      })),
    })
  }
  const hours = hoursAtTransition(stays)
  for (const clinic of clinics) {
    const tenths = hours.get(clinic)
    if (tenths === undefined || (clinic.closed !== null && clinic.closed <= transitionDay)) continue
    const units = new Map([...tenths].map(([specialty, total]) => [specialty, unitsFor(total, random)]))
    allocate(clinic, units, 'transition2024', transitionDay, random.int(day('2023-12-11'), day('2023-12-20')))
  }
  for (const clinic of clinics.filter(({ fromPool }) => fromPool)) {
    const units: Units = new Map([
      ['51', 100],
      ['62', 50],
    ])
    allocate(clinic, units, 'newEstablishment', clinic.opened, Math.min(clinic.opened, lastRecordedDay))
  }
  const settled = tenures.filter(
    ({ clinic, since }) => since < day('2022-01-01') && clinic.size >= 4 && held.has(clinic),
  )
  for (const tenure of random.shuffled(settled).slice(0, transfers)) {
    const others = clinics.filter(
      (other) =>
        other.municipality === tenure.clinic.municipality &&
        other !== tenure.clinic &&
        !other.steady &&
        held.has(other),
    )
    const to = others.length > 0 ? random.pick(others) : undefined
    const from = held.get(tenure.clinic)
    const into = to && held.get(to)
    if (to === undefined || from === undefined || into === undefined || to.closed !== null) continue
    const effective = firstOfMonth(random.int(day('2024-03-01'), day('2026-10-01')))
    const noted = heardOn(effective, random)
    const taken = new Map([...from].map(([specialty, units]) => [specialty, Math.round(units / tenure.clinic.size)]))
    const less = new Map([...from].map(([specialty, units]) => [specialty, units - (taken.get(specialty) ?? 0)]))
    const specialties = new Set([...into.keys(), ...taken.keys()])
    const more = new Map(
      [...specialties].map((specialty) => [specialty, (into.get(specialty) ?? 0) + (taken.get(specialty) ?? 0)]),
    )
    journal.write({
      stream: tenure.stream,
      at: officeHour(noted, random),
      by: secretariat(to.region),
      events: [
        { type: 'ClinicChanged', data: { from: tenure.clinic.id, to: to.id }, effectiveFrom: dateOf(effective) },
      ],
    })
    allocate(tenure.clinic, less, 'transfer', effective, noted)
    allocate(to, more, 'transfer', effective, noted)
  }
}

/** Tenths of hours by clinic and specialty, of all numbers at work on the day before units began. */
function hoursAtTransition(stays: readonly Stay[]): ReadonlyMap<Clinic, ReadonlyMap<Specialty, number>> {
  const found = new Map<Clinic, Map<Specialty, number>>()
  for (const { clinic, hours, from, to } of stays) {
    if (from >= transitionDay || (to !== null && to < transitionDay)) continue
    const sums = found.get(clinic) ?? new Map<Specialty, number>()
    found.set(clinic, sums)
    for (const { specialty, tenths } of hours) sums.set(specialty, (sums.get(specialty) ?? 0) + tenths)
  }
  return found
}
