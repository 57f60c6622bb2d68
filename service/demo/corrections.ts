import { registrar, secretariat } from './actors.ts'
import { type Day, dateOf, day, importDay, instant, lastRecordedDay, officeHour } from './days.ts'
import type { Identities } from './identities.ts'
import type { DemoEvent, Journal } from './journal.ts'
import type { Random } from './random.ts'
import type { Tenure } from './tenure.ts'

/** Numbers entered at the import that had never existed. */
const mistakes = 5
const perKind = { hours: 44, holder: 10, status: 8 }

/**
 * What turned out to be wrong, found up to twelve years later: hours, holders, a change that never happened, whole numbers.
 * A correction holds from the date of the fact that it corrects; nothing is overwritten.
 */
export function tellCorrections(
  tenures: readonly Tenure[],
  { journal, ids, random }: { readonly journal: Journal; readonly ids: Identities; readonly random: Random },
): void {
  const open = random.shuffled(tenures.filter(({ clinic }) => !clinic.steady))
  const inHours = open.filter(({ hoursRegistered }) => hoursRegistered.length > 0)
  const wrongHours = inHours.slice(0, perKind.hours)
  const wrongHolder = inHours.slice(perKind.hours, perKind.hours + perKind.holder)
  const neverHappened = inHours
    .slice(perKind.hours + perKind.holder)
    .filter(({ status }) => status === 'owner')
    .slice(0, perKind.status)

  const found = (tenure: Tenure) => {
    const earliest = Math.max(importDay + 120, tenure.since + 90)
    return officeHour(random.int(Math.min(earliest, lastRecordedDay - 5), lastRecordedDay), random)
  }
  const note = (tenure: Tenure, event: DemoEvent) =>
    journal.write({ stream: tenure.stream, at: found(tenure), by: secretariat(tenure.clinic.region), events: [event] })

  for (const tenure of wrongHours) {
    const [hours] = tenure.hours
    const [corrects] = tenure.hoursRegistered
    if (hours === undefined || corrects === undefined) continue
    const change = {
      field: 'hoursTenths' as const,
      specialty: hours.specialty,
      old: hours.tenths,
      new: Math.max(20, hours.tenths + random.pick([-40, -30, -20, -10, 10, 20])),
    }
    const data = { change, reason: 'Timetallet var indtastet forkert' }
    note(tenure, { type: 'ProviderNumberCorrected', data, effectiveFrom: dateOf(tenure.since), corrects })
  }
  for (const tenure of wrongHolder) {
    const change = { field: 'holder' as const, old: tenure.holder, new: ids.person() }
    const data = { change, reason: 'Indehaveren var forvekslet' }
    note(tenure, {
      type: 'ProviderNumberCorrected',
      data,
      effectiveFrom: dateOf(tenure.since),
      corrects: tenure.registered,
    })
  }
  for (const tenure of neverHappened) {
    const at = Math.max(tenure.since + 200, day('2016-01-01'))
    if (at < lastRecordedDay - 300) tellVoidedChange(tenure, random.int(at, lastRecordedDay - 200), journal, random)
  }
  for (const { clinic } of open.slice(-mistakes)) tellMistake(clinic, { journal, ids, random })
}

/** A change of status entered and, weeks or years later, voided: it never happened. */
function tellVoidedChange(tenure: Tenure, entered: Day, { write }: Journal, random: Random): void {
  const by = secretariat(tenure.clinic.region)
  const { stream } = tenure
  const effectiveFrom = dateOf(entered + 10)
  const [corrects] = write({
    stream,
    at: officeHour(entered, random),
    by,
    events: [{ type: 'CapacityStatusChanged', data: { from: tenure.status, to: 'lessee' }, effectiveFrom }],
  })
  if (corrects === undefined) return
  write({
    stream,
    at: officeHour(random.int(entered + 30, lastRecordedDay), random),
    by,
    events: [
      {
        type: 'ProviderNumberVoided',
        data: { reason: 'Ændringen hørte til et andet ydernummer' },
        effectiveFrom,
        corrects,
      },
    ],
  })
}

/** A number that the import brought twice; the second never existed. */
function tellMistake(
  clinic: Tenure['clinic'],
  { journal, ids, random }: { readonly journal: Journal; readonly ids: Identities; readonly random: Random },
): void {
  const number = ids.provider()
  const stream = `providerNumber-${number}`
  const effectiveFrom = dateOf(Math.min(Math.max(clinic.opened, 0), importDay))
  const brought = journal.write({
    stream,
    at: instant(importDay, 850),
    by: registrar,
    after: [`clinic-${clinic.id}`],
    events: [
      {
        type: 'ProviderNumberRegistered',
        data: {
          number,
          holder: ids.person(),
          clinic: clinic.id,
          specialties: ['51'],
          status: 'owner',
          origin: 'import',
        },
        effectiveFrom,
      },
      { type: 'HoursCapacityRegistered', data: { specialty: '51', hoursTenths: 370 }, effectiveFrom },
    ],
  })
  const found = officeHour(random.int(day('2015-01-05'), day('2019-12-20')), random)
  const reason = 'Oprettet to gange ved indlæsningen'
  // The hours first: once the number itself is void, there is nothing left to void in it.
  for (const corrects of brought.toReversed()) {
    journal.write({
      stream,
      at: found,
      by: secretariat(clinic.region),
      events: [{ type: 'ProviderNumberVoided', data: { reason }, effectiveFrom, corrects }],
    })
  }
}
