import { addressCells, addressColumns } from './address.ts'
import { type BitemporalTable, bitemporal, factsOf } from './bitemporal.ts'
import type { Cell } from './effectiveTimeline.ts'
import type { Projected, Projection, Writer } from './projection.ts'

/** Clinics. */
export const clinicTable = bitemporal({
  name: 'clinic',
  columns: { clinic: 'TEXT', name: 'TEXT', cvr: 'TEXT', form: 'TEXT', owners: 'TEXT' },
  indexed: ['clinic'],
})

/** Capacity of a clinic in hundredths of units, one row per specialty (from 2024-01-01). */
export const clinicUnitsTable = bitemporal({
  name: 'clinic_units',
  columns: { clinic: 'TEXT', specialty: 'TEXT', units: 'INTEGER', level_year: 'INTEGER' },
  indexed: ['clinic'],
})

/** What a clinic says of treating children: 1, 0, or null for not said. */
export const childrensClinicTable = bitemporal({
  name: 'childrens_clinic',
  columns: {
    clinic: 'TEXT',
    competence: 'INTEGER',
    facilities: 'INTEGER',
    equipment: 'INTEGER',
    parents_involved: 'INTEGER',
  },
  indexed: ['clinic'],
})

/** Whether a clinic takes new patients, 1 or 0; without a row it has not said. */
export const clinicIntakeTable = bitemporal({
  name: 'clinic_intake',
  columns: { clinic: 'TEXT', accepts: 'INTEGER' },
  indexed: ['clinic'],
})

/** Provider numbers: whose, in which clinic. */
export const providerTable = bitemporal({
  name: 'provider',
  columns: {
    number: 'TEXT',
    holder: 'TEXT',
    clinic: 'TEXT',
    status: 'TEXT',
    specialties: 'TEXT',
    origin: 'TEXT',
    shares: 'TEXT',
  },
  indexed: ['number', 'clinic', 'holder'],
})

/** Capacity of a provider number in tenths of hours a week, one row per specialty (to 2023-12-31). */
export const providerHoursTable = bitemporal({
  name: 'provider_hours',
  columns: { number: 'TEXT', specialty: 'TEXT', hours: 'INTEGER' },
  indexed: ['number'],
})

/**
 * Places of treatment. `role` is `current` for the place where the address is, and `previous` for the one that it moved
 * from while both count (overlap).
 */
export const practiceAddressTable = bitemporal({
  name: 'practice_address',
  columns: {
    address: 'TEXT',
    clinic: 'TEXT',
    kind: 'TEXT',
    role: 'TEXT',
    notified: 'INTEGER',
    planned_hours: 'INTEGER',
    planned_units: 'INTEGER',
    accessibility: 'TEXT',
    ...addressColumns,
  },
  indexed: ['address', 'clinic', 'municipality'],
})

/** Documented competences of persons. */
export const competenceTable = bitemporal({
  name: 'competence',
  columns: { person: 'TEXT', kind: 'TEXT', target: 'TEXT', issuer: 'TEXT', issued_on: 'TEXT', expires_on: 'TEXT' },
  indexed: ['person'],
})

const tables = [
  clinicTable,
  clinicUnitsTable,
  childrensClinicTable,
  clinicIntakeTable,
  providerTable,
  providerHoursTable,
  practiceAddressTable,
  competenceTable,
] as const

const idOf = (stream: string) => stream.slice(stream.indexOf('-') + 1)
const hoursKey = (number: string, specialty: string) => `${number}.${specialty}`
const competenceKey = (person: string, { kind, id }: { kind: string; id: string }) => `${person}.${kind}.${id}`

/** Clinics, their numbers, capacity and places, and the competences of their people. */
export const practiceProjection: Projection = {
  name: 'practice',
  version: 4,
  tables,
  on: {
    ClinicRegistered(write, { data }) {
      const { clinic, name, cvr, formOfPractice: form } = data
      write.put(clinicTable, clinic, { clinic, name, cvr, form, owners: null })
    },
    ClinicOwnershipChanged(write, { stream, data }) {
      write.patch(clinicTable, idOf(stream), { owners: JSON.stringify(data.owners) })
    },
    ChildrensClinicDescribed(write, { stream, data }) {
      const clinic = idOf(stream)
      const { competence, facilities, equipment, parentsInvolved } = data
      write.put(childrensClinicTable, clinic, {
        clinic,
        competence: yesOrNo(competence),
        facilities: yesOrNo(facilities),
        equipment: yesOrNo(equipment),
        parents_involved: yesOrNo(parentsInvolved),
      })
    },
    ClinicIntakeStated(write, { stream, data }) {
      const clinic = idOf(stream)
      write.put(clinicIntakeTable, clinic, { clinic, accepts: data.accepts ? 1 : 0 })
    },
    ClinicClosed(write, { stream }) {
      write.end(clinicTable, idOf(stream))
      write.end(childrensClinicTable, idOf(stream))
      write.end(clinicIntakeTable, idOf(stream))
    },
    ClinicVoided: (write) => write.voidCorrected(tables),
    KrCapacityAllocated(write, { stream, data }) {
      const clinic = idOf(stream)
      const { specialty, unitsHundredths: units, levelYear: level_year } = data
      write.put(clinicUnitsTable, `${clinic}.${specialty}`, { clinic, specialty, units, level_year })
    },

    ProviderNumberRegistered(write, { data }) {
      const { number, holder, clinic, specialties, status, origin } = data
      write.put(providerTable, number, {
        number,
        holder,
        clinic,
        status,
        specialties: JSON.stringify(specialties),
        origin,
        shares: null,
      })
    },
    HoursCapacityRegistered(write, { stream, data }) {
      const number = idOf(stream)
      const { specialty, hoursTenths: hours } = data
      write.put(providerHoursTable, hoursKey(number, specialty), { number, specialty, hours })
    },
    ProviderNumberTransferred(write, { stream, data }) {
      const number = idOf(stream)
      // A transfer to a new number leaves this one as it is, until the whole of it has gone.
      if (data.newNumber === number) write.patch(providerTable, number, { holder: data.toHolder })
      else if (data.shareHundredths === 100) write.end(providerTable, number)
    },
    NumberShareSet(write, { stream, data }) {
      write.patch(providerTable, idOf(stream), { shares: JSON.stringify(data.shares) })
    },
    CapacityStatusChanged(write, { stream, data }) {
      write.patch(providerTable, idOf(stream), { status: data.to })
    },
    ClinicChanged(write, { stream, data }) {
      write.patch(providerTable, idOf(stream), { clinic: data.to })
    },
    ProviderNumberCeased(write, { stream }) {
      write.end(providerTable, idOf(stream))
    },
    ProviderNumberCorrected: correctProvider,
    ProviderNumberVoided: (write) => write.voidCorrected(tables),

    PracticeAddressOpened(write, { data }) {
      const { addressId: address, clinic, kind, until } = data
      const own = { role: 'current', notified: 0, planned_hours: null, planned_units: null, accessibility: null }
      const cells = { ...own, ...addressCells(data.address) }
      write.put(practiceAddressTable, address, { address, clinic, kind, ...cells }, { until })
    },
    ExtraAddressNotified: planned,
    ExtraAddressApproved: planned,
    PracticeAddressMoved(write, { id, stream, effectiveFrom, data }) {
      const address = idOf(stream)
      const old = latestAddress(write, address)
      write.patch(practiceAddressTable, address, { ...addressCells(data.to), accessibility: null })
      // An overlap was granted: until its end both places count.
      if (data.previousUntil > effectiveFrom && old !== undefined) {
        const previous = { address, ...old, role: 'previous', accessibility: null, ...addressCells(data.from) }
        write.put(practiceAddressTable, `${address}.previous.${id}`, previous, { until: data.previousUntil })
      }
    },
    PracticeAddressClosed(write, { stream }) {
      write.end(practiceAddressTable, idOf(stream))
    },
    AccessibilityStated(write, { stream, data }) {
      write.patch(practiceAddressTable, idOf(stream), { accessibility: data.statement })
    },
    AddressGeocodeCorrected(write, { stream, data }) {
      const [lng, lat] = data.new
      write.patch(practiceAddressTable, idOf(stream), { lng, lat, certainty: data.certainty })
    },
    PracticeAddressVoided: (write) => write.voidCorrected(tables),

    CompetenceDocumented(write, { data }) {
      const { person, target, issuer, issuedOn: issued_on, expiresOn: expires_on } = data
      const cells = { person, kind: target.kind, target: target.id, issuer, issued_on, expires_on }
      write.put(competenceTable, competenceKey(person, target), cells)
    },
    CompetenceRenewed(write, { stream, data }) {
      const cells = { issued_on: data.issuedOn, expires_on: data.expiresOn }
      write.patch(competenceTable, competenceKey(idOf(stream), data.target), cells)
    },
    CompetenceExpired(write, { stream, data }) {
      write.end(competenceTable, competenceKey(idOf(stream), data.target))
    },
    CompetenceRevoked(write, { stream, data }) {
      write.end(competenceTable, competenceKey(idOf(stream), data.target))
    },
  },
}

function yesOrNo(said: boolean | null): number | null {
  return said === null ? null : said ? 1 : 0
}

/** An extra address that was notified or approved, with what is planned there. */
function planned(write: Writer, { stream, data }: Projected<'ExtraAddressNotified' | 'ExtraAddressApproved'>): void {
  const { hoursTenths: planned_hours, unitsHundredths: planned_units } = data
  write.patch(practiceAddressTable, idOf(stream), { notified: 1, planned_hours, planned_units })
}

/**
 * A correction dated no later than the fact it corrects replaces what the fact said; one dated later lets the old value
 * stand until then. A wrong date is always replaced.
 */
function correctProvider(write: Writer, event: Projected<'ProviderNumberCorrected'>): void {
  const { stream, corrects, data } = event
  const { change } = data
  const number = idOf(stream)
  if (change.field === 'effectiveFrom') {
    if (corrects === undefined) return
    for (const { table, key } of factsOfEvent(write, corrects)) write.amend(table, key, corrects, { from: change.new })
    return
  }
  if (change.field === 'hoursTenths') {
    setRight(write, event, providerHoursTable, hoursKey(number, change.specialty), { hours: change.new })
    return
  }
  setRight(write, event, providerTable, number, { [change.field]: change.new })
}

function setRight<Column extends string>(
  write: Writer,
  { corrects, effectiveFrom }: Projected<'ProviderNumberCorrected'>,
  table: BitemporalTable<Column>,
  key: string,
  values: Partial<Readonly<Record<Column, Cell>>>,
): void {
  const wrong = factsOf(write.views, table.name, key).find(({ event }) => event === corrects)
  const isStep = wrong?.kind === 'put' || wrong?.kind === 'patch' || wrong?.kind === 'end'
  const isLater = isStep && effectiveFrom > wrong.from
  if (corrects === undefined || wrong === undefined || isLater) write.patch(table, key, values)
  else write.amend(table, key, corrects, { values })
}

function factsOfEvent(write: Writer, event: string): { readonly table: BitemporalTable; readonly key: string }[] {
  const touched = write.views
    .statement<{ view: string; key: string }>('SELECT DISTINCT view, key FROM facts WHERE event = :event')
    .all({ event })
  return touched.flatMap(({ view, key }) => tables.filter(({ name }) => name === view).map((table) => ({ table, key })))
}

/** Clinic and kind of an address as last recorded; undefined for one that was never opened. */
function latestAddress(write: Writer, address: string) {
  return write.views
    .statement<{
      clinic: string
      kind: string
      notified: number
      planned_hours: number | null
      planned_units: number | null
    }>(
      'SELECT clinic, kind, notified, planned_hours, planned_units FROM practice_address WHERE key = :address ORDER BY recorded_to DESC, effective_from DESC LIMIT 1',
    )
    .get({ address })
}
