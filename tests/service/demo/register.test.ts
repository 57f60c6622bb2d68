import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { type DomainEvent, parse } from '#events/catalogue'
import { Metadata, Position } from '#events/envelope'
import { placeAddress } from '#geo/placement'
import { activeNumbers } from '#service/demo/clinics'
import type { Entry } from '#service/demo/journal'
import { inhabitants, type Places, places as placesOf } from '#service/demo/places'
import { demoRegister } from '#service/demo/register'
import { loadGeography } from '#service/geography'

const today = '2026-11-22'
let places: Places
let entries: readonly Entry[]
let events: readonly DomainEvent[]

beforeAll(() => {
  places = placesOf(loadGeography())
  entries = demoRegister('praksiskort', places).entries
  events = recorded(entries)
})

describe('the demonstration register as a log', () => {
  it('is the same for the same seed and another for another', () => {
    const digest = (of: readonly Entry[]) => createHash('sha256').update(JSON.stringify(of)).digest('hex')
    expect(digest(demoRegister('praksiskort', places).entries)).toBe(digest(entries))
    expect(digest(demoRegister('another', places).entries)).not.toBe(digest(entries))
  })

  it('marks every event as synthetic, with metadata of the stored shape', () => {
    for (const { metadata } of events) expect(Metadata.parse(metadata)).toMatchObject({ synthetic: true })
  })

  it('gives every event an id of its own and every append the revision its stream has', () => {
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length)
    const revisions = new Map<string, number>()
    for (const { stream, expected, events: appended } of entries) {
      expect(expected).toBe(revisions.get(stream) ?? 'none')
      revisions.set(stream, (revisions.get(stream) ?? -1) + appended.length)
    }
  })

  it('is recorded from the import of 2014-01-06 to before 2026-11-22, never going back', () => {
    const times = entries.map(({ recordedAt }) => recordedAt)
    expect(times.toSorted()).toEqual(times)
    expect(times[0]?.slice(0, 10)).toBe('2014-01-06')
    expect(times.at(-1)?.slice(0, 10)).toSatisfy((last: string) => last >= '2026-11-01' && last < today)
    const years = new Set(times.map((time) => time.slice(0, 4)))
    expect(years.size).toBe(13)
  })

  it('holds facts learnt late, agreed ahead, and set right years after', () => {
    const afterImport = events.filter(({ recordedAt }) => recordedAt >= '2014-01-07' && recordedAt < '2026-11-01')
    const years = ({ recordedAt, effectiveFrom }: DomainEvent) =>
      Number(recordedAt.slice(0, 4)) - Number(effectiveFrom.slice(0, 4))
    expect(
      afterImport.filter(({ recordedAt, effectiveFrom }) => recordedAt.slice(0, 10) > effectiveFrom).length,
    ).toBeGreaterThan(500)
    expect(events.filter((event) => event.corrects !== undefined && years(event) >= 3).length).toBeGreaterThan(20)
    const ahead = events.filter(({ effectiveFrom }) => effectiveFrom > today)
    expect(ahead.some(({ effectiveFrom }) => effectiveFrom.startsWith('2026-12'))).toBe(true)
    expect(ahead.some(({ effectiveFrom }) => effectiveFrom.startsWith('2027'))).toBe(true)
    expect(ahead.some(({ type }) => type === 'PracticeAddressMoved')).toBe(true)
  })

  it('corrects and voids only events of the same stream that were recorded before', () => {
    const seen = new Map<string, string>()
    for (const event of events) {
      if (event.corrects !== undefined) expect(seen.get(event.corrects)).toBe(event.stream)
      seen.set(event.id, event.stream)
    }
  })
})

describe('the demonstration register as a register', () => {
  it('has about 2,000 active provider numbers today, by municipality as its population', () => {
    const active = activeNumbersToday()
    expect(active.length).toBeGreaterThan(activeNumbers * 0.97)
    expect(active.length).toBeLessThan(activeNumbers * 1.05)
    const inhabitantsOfAll = places.areas.municipalities.reduce((sum, { code }) => sum + inhabitants(places, code), 0)
    const municipalityOf = municipalityOfClinics()
    for (const { code } of places.areas.municipalities) {
      const found = active.filter(({ clinic }) => municipalityOf.get(clinic) === code).length
      const share = (activeNumbers * inhabitants(places, code)) / inhabitantsOfAll
      expect(Math.abs(found - share), code).toBeLessThanOrEqual(3 + share * 0.1)
    }
  })

  it('has 700 to 900 clinics at work, each with one to some more than eight numbers', () => {
    const bySize = new Map<string, number>()
    for (const { clinic } of activeNumbersToday()) bySize.set(clinic, (bySize.get(clinic) ?? 0) + 1)
    expect(bySize.size).toBeGreaterThan(700)
    expect(bySize.size).toBeLessThan(900)
    expect(Math.max(...bySize.values())).toBeLessThanOrEqual(12)
  })

  it('leaves no open clinic without a number and no number in a closed clinic', () => {
    const working = new Set(activeNumbersToday().map(({ clinic }) => clinic))
    const open = new Set<string>()
    for (const event of events) {
      if (event.effectiveFrom > today) continue
      if (event.type === 'ClinicRegistered') open.add(event.data.clinic)
      if (event.type === 'ClinicClosed') open.delete(event.stream.slice('clinic-'.length))
    }
    expect([...working].filter((clinic) => !open.has(clinic))).toEqual([])
    expect([...open].filter((clinic) => !working.has(clinic))).toEqual([])
  })

  it('places every address where its registered municipality is, by the shapes it comes with', () => {
    const addresses = events.flatMap((event) =>
      event.type === 'PracticeAddressOpened' || event.type === 'RidingSchoolRegistered'
        ? [event.data.address]
        : event.type === 'PracticeAddressMoved'
          ? [event.data.from, event.data.to]
          : [],
    )
    const placed = addresses.flatMap(({ position, municipality }) =>
      position && municipality ? [{ position, municipality }] : [],
    )
    expect(placed.length).toBeGreaterThan(addresses.length * 0.98)
    for (const { position, municipality } of placed) {
      const placement = placeAddress({ position, registeredCode: municipality }, places.index, places.builtIn.accuracy)
      expect(placement).toMatchObject({ municipality, certainty: 'registered' })
    }
  })

  it('switches every clinic at work to units on 2024-01-01, about one unit for a full week', () => {
    const allocated = events.flatMap((event) =>
      event.type === 'KrCapacityAllocated' && event.data.reason === 'transition2024' ? [event] : [],
    )
    expect(new Set(allocated.map(({ effectiveFrom }) => effectiveFrom))).toEqual(new Set(['2024-01-01']))
    expect(new Set(allocated.map(({ stream }) => stream)).size).toBeGreaterThan(700)
    const units = allocated.reduce((sum, { data }) => sum + data.unitsHundredths, 0) / 100
    const perNumber = units / activeNumbers
    expect(perNumber).toBeGreaterThan(0.7)
    expect(perNumber).toBeLessThan(1.05)
  })

  it('ends turnover ceilings with hours: none is set later, all lapse on 2024-01-01', () => {
    const set = events.filter(({ type }) => type === 'TurnoverCeilingSet')
    const lapsed = events.filter(({ type }) => type === 'TurnoverCeilingLapsed')
    expect(set.length).toBeGreaterThan(50)
    expect(lapsed.map(({ stream }) => stream).toSorted()).toEqual(set.map(({ stream }) => stream).toSorted())
    expect(new Set(lapsed.map(({ effectiveFrom }) => effectiveFrom))).toEqual(new Set(['2024-01-01']))
    expect(set.every(({ metadata }) => metadata.dataClass === 'committee')).toBe(true)
    expect(
      events.filter(({ type, effectiveFrom }) => type === 'HoursCapacityRegistered' && effectiveFrom >= '2024-01-01'),
    ).toEqual([])
  })

  it('keeps the hours of a number that is split: what leaves and what stays add up to what was', () => {
    const hours = new Map<string, Map<string, number>>()
    let splits = 0
    for (const { stream, events: appended } of entries) {
      const before = new Map(hours.get(stream))
      for (const { type, data } of appended) {
        if (type === 'HoursCapacityRegistered') {
          const own = hours.get(stream) ?? new Map<string, number>()
          hours.set(stream, own.set(String(data.specialty), Number(data.hoursTenths)))
        }
      }
      const moved = appended.find(({ type }) => type === 'ProviderNumberTransferred')
      if (moved === undefined || appended.some(({ type }) => type === 'ProviderNumberCeased')) continue
      splits += 1
      const sum = (of: ReadonlyMap<string, number> | undefined) =>
        [...(of?.values() ?? [])].reduce((all, tenths) => all + tenths, 0)
      expect(sum(hours.get(stream)) + sum(hours.get(`providerNumber-${String(moved.data.newNumber)}`))).toBe(
        sum(before),
      )
    }
    expect(splits).toBeGreaterThan(20)
  })

  it("has the seeds' own situations", () => {
    const municipalityOf = municipalityOfClinics()
    const clinicsIn = (code: string) =>
      new Set(
        activeNumbersToday()
          .map(({ clinic }) => clinic)
          .filter((clinic) => municipalityOf.get(clinic) === code),
      )
    expect(clinicsIn('0400').size).toBeGreaterThanOrEqual(2)
    expect(clinicsIn('0510').size).toBeGreaterThanOrEqual(2)
    const palliative = events.filter(
      (event) => event.type === 'CompetenceDocumented' && event.data.target.id === 'palliative',
    )
    expect(palliative).toHaveLength(2)
    const schools = events.flatMap((event) =>
      event.type === 'RidingSchoolRegistered' ? [event.data.address.municipality] : [],
    )
    expect(schools).toHaveLength(60)
    expect(schools).not.toContain('0510')
    // S4-3: a referral to Haderslev's offer lasts twelve months.
    const offers = events.filter((event) => event.type === 'MunicipalOfferPublished')
    expect(offers.map(({ data }) => [data.municipality, data.referralMonths])).toContainEqual(['0510', 12])
    expect(
      events.some(
        (event) =>
          event.type === 'PlanApprovedByCommittee' &&
          event.effectiveFrom === '2015-09-09' &&
          event.data.region === '1082',
      ),
    ).toBe(true)
  })

  it('knows coverage areas as badly as the seed says: counties by name, counties by list, and none at all', () => {
    const areas = events.flatMap((event) => (event.type === 'CoverageAreaRecorded' ? [event.data] : []))
    const old = areas.filter(({ accessionDate }) => accessionDate !== null && accessionDate < '2007-01-01')
    expect(old.length).toBeGreaterThan(10)
    expect(
      areas.every(
        ({ area, accessionDate }) => area.kind !== 'county' || (accessionDate !== null && accessionDate < '2007-01-01'),
      ),
    ).toBe(true)
    expect(areas.some(({ area }) => area.kind === 'county' && area.codes.length === 0)).toBe(true)
    expect(areas.some(({ area }) => area.kind === 'county' && area.codes.length > 0)).toBe(true)
    expect(areas.some(({ area }) => area.kind === 'unknown')).toBe(true)
    const started = events.flatMap((event) => (event.type === 'RidingAgreementStarted' ? [event.data.hoursTenths] : []))
    expect(started.some((tenths) => tenths < 100)).toBe(true)
  })
})

/** As the log would hand them out; throws on an event that the catalogue cannot read. */
function recorded(all: readonly Entry[]): readonly DomainEvent[] {
  let position = 0
  return all.flatMap(({ stream, recordedAt, expected, events: appended }) =>
    appended.map((event, index) => {
      position += 1
      const revision = (expected === 'none' ? 0 : expected + 1) + index
      return parse({ ...event, stream, recordedAt, revision, position: Position.parse(String(position)) })
    }),
  )
}

/** Numbers that count today, with the clinic they are in: an independent fold, not the service's views. */
function activeNumbersToday(): readonly { readonly number: string; readonly clinic: string }[] {
  const voided = new Set(
    events.flatMap(({ type, corrects }) => (type === 'ProviderNumberVoided' && corrects ? [corrects] : [])),
  )
  const clinicOf = new Map<string, string>()
  const past = events.filter(({ effectiveFrom, id }) => effectiveFrom <= today && !voided.has(id))
  for (const event of past.toSorted((a, b) =>
    a.effectiveFrom < b.effectiveFrom ? -1 : a.effectiveFrom > b.effectiveFrom ? 1 : 0,
  )) {
    if (event.type === 'ProviderNumberRegistered') clinicOf.set(event.stream, event.data.clinic)
    if (event.type === 'ClinicChanged') clinicOf.set(event.stream, event.data.to)
    if (event.type === 'ProviderNumberCeased') clinicOf.delete(event.stream)
  }
  return [...clinicOf].map(([number, clinic]) => ({ number, clinic }))
}

/** Municipality of each clinic's main address today. */
function municipalityOfClinics(): ReadonlyMap<string, string | null> {
  const clinicOf = new Map<string, string>()
  const found = new Map<string, string | null>()
  for (const event of events) {
    if (event.type === 'PracticeAddressOpened' && event.data.kind === 'main') {
      clinicOf.set(event.stream, event.data.clinic)
      found.set(event.data.clinic, event.data.address.municipality)
    }
    const clinic = clinicOf.get(event.stream)
    if (event.type === 'PracticeAddressMoved' && clinic !== undefined && event.effectiveFrom <= today)
      found.set(clinic, event.data.to.municipality)
  }
  return found
}
