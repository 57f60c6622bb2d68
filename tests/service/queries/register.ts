import type { AsOf } from '#api/asOf'
import type { Scope } from '#api/policy'
import type { DomainEvent } from '#events/catalogue'
import { EffectiveDate, RecordedAt } from '#events/time'
import { loadGeography } from '#service/geography'
import { openViews, project, type Views } from '#service/projections/views'
import type { World } from '#service/queries/catalogue'
import { type Given, log } from '../projections/givenEvents.ts'

export const geography = loadGeography()

export const world: World = {
  today: EffectiveDate.parse('2026-11-22'),
  now: RecordedAt.parse('2026-11-22T12:00:00.000Z'),
  geography,
}

export const secretariat: Scope = { role: 'secretariat', reach: 'region', organisation: '1082', regions: ['1082'] }
export const publicScope: Scope = { role: 'public', reach: 'all', organisation: null, regions: [] }
export const municipalityScope = (code: string): Scope => ({
  role: 'municipality',
  reach: 'municipality',
  organisation: code,
  regions: [],
})

export function at(effectiveOn: string, recordedAt = 'now'): AsOf {
  return {
    effectiveOn: EffectiveDate.parse(effectiveOn),
    recordedAt: recordedAt === 'now' ? recordedAt : RecordedAt.parse(recordedAt),
  }
}

/** Views of a log; more can be projected on top with `and`. */
export function viewsOf(given: readonly Given[]): {
  views: Views
  events: DomainEvent[]
  and: (more: readonly Given[]) => void
} {
  const views = openViews({ file: ':memory:' })
  const events = log(given)
  project(views, events)
  return {
    views,
    events,
    and(more) {
      const added = log(more, events)
      events.push(...added)
      project(views, added)
    },
  }
}

export const places = {
  skanderborg: { municipality: '0746', position: [9.93, 56.04] },
  aarhus: { municipality: '0751', position: [10.2, 56.15] },
  holstebro: { municipality: '0661', position: [8.62, 56.36] },
} as const
type Place = keyof typeof places

export function address(place: Place, text = `Vej 1, ${place}`) {
  return { text, postcode: null, town: null, darId: null, certainty: 'registered', ...places[place] }
}

/** A clinic with one number: 55.0 hours from 2005 and 4.30 units from 2024. */
export function clinicIn(place: Place, clinic: string, number: string): Given[] {
  const provider = `providerNumber-${number}`
  const hours = (specialty: string, hoursTenths: number): Given => ({
    type: 'HoursCapacityRegistered',
    stream: provider,
    from: '2005-01-01',
    data: { specialty, hoursTenths },
  })
  const units = (specialty: string, unitsHundredths: number): Given => ({
    type: 'KrCapacityAllocated',
    stream: `clinic-${clinic}`,
    from: '2024-01-01',
    data: { specialty, unitsHundredths, levelYear: 2022, reason: 'transition2024' },
  })
  return [
    {
      type: 'ClinicRegistered',
      stream: `clinic-${clinic}`,
      from: '2005-01-01',
      data: { clinic, name: `Klinik ${clinic}`, cvr: null, formOfPractice: 'solo' },
    },
    {
      type: 'ProviderNumberRegistered',
      stream: provider,
      from: '2005-01-01',
      data: { number, holder: `p-${number}`, clinic, specialties: ['51', '62'], status: 'owner', origin: 'import' },
    },
    hours('51', 300),
    hours('62', 250),
    units('51', 240),
    units('62', 190),
    {
      type: 'PracticeAddressOpened',
      stream: `practiceAddress-a-${clinic}`,
      from: '2005-01-01',
      data: { addressId: `a-${clinic}`, clinic, kind: 'main', address: address(place), until: null },
    },
  ]
}

/** The clinic's address moves; the old place counts until `until`, by default not at all. */
export function moved(clinic: string, from: Place, to: Place, on: string, until = on): Given {
  return {
    type: 'PracticeAddressMoved',
    stream: `practiceAddress-a-${clinic}`,
    from: on,
    data: { from: address(from), to: address(to), previousUntil: until, ruling: null },
  }
}

/** An application to move a clinic, received and recorded on a day. */
export function relocationCase(
  id: string,
  {
    clinic,
    from,
    to,
    wantedFrom,
    receivedOn = '2026-03-31',
    until = wantedFrom,
  }: {
    clinic: string
    from: Place
    to: Place
    wantedFrom: string
    receivedOn?: string
    until?: string
  },
): Given {
  const subject = {
    type: 'A3',
    clinic,
    address: `a-${clinic}`,
    from: address(from),
    to: address(to),
    previousUntil: until,
    accessibility: null,
  }
  return {
    type: 'CaseOpened',
    stream: `case-${id}`,
    from: receivedOn,
    recordedAt: `${receivedOn}T10:00:00.000Z`,
    data: {
      case: id,
      number: id.replace('-', '/'),
      region: '1082',
      subject,
      applicant: `Klinik ${clinic}`,
      receivedOn,
      wantedFrom,
    },
  }
}
