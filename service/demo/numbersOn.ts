import type { Specialty } from '#events/identifiers'
import type { RecordedAt } from '#events/time'
import type { Clinic } from './clinics.ts'
import type { Entry } from './journal.ts'

/** A provider number as the register will have it for a date, corrections aside. */
export interface NumberThen {
  readonly number: string
  readonly stream: string
  readonly municipality: string
  /** Tenths of hours a week by specialty. */
  readonly hours: ReadonlyMap<Specialty, number>
  /** When something was last noted about it, whatever the date. */
  readonly lastNoted: RecordedAt
}

interface Building {
  clinic: string | null
  gone: boolean
  readonly hours: Map<Specialty, number>
  lastNoted: RecordedAt
}

/** The numbers at work on a date in clinics of one region, from what the journal holds so far. */
export function numbersOn(
  entries: readonly Entry[],
  date: string,
  region: string,
  clinics: readonly Clinic[],
): readonly NumberThen[] {
  const found = new Map<string, Building>()
  for (const { stream, events, recordedAt } of entries) {
    if (!stream.startsWith('providerNumber-')) continue
    const known = found.get(stream) ?? {
      clinic: null,
      gone: false,
      hours: new Map<Specialty, number>(),
      lastNoted: recordedAt,
    }
    known.lastNoted = recordedAt
    found.set(stream, known)
    for (const { type, data, effectiveFrom } of events) {
      if (effectiveFrom > date) continue
      // What these types hold is what the generator itself wrote a moment ago.
      if (type === 'ProviderNumberRegistered') known.clinic = String(data.clinic)
      if (type === 'ClinicChanged') known.clinic = String(data.to)
      if (type === 'ProviderNumberCeased') known.gone = true
      if (type === 'ProviderNumberTransferred' && data.newNumber !== stream.slice('providerNumber-'.length))
        known.gone ||= data.shareHundredths === 100
      if (type === 'HoursCapacityRegistered') known.hours.set(data.specialty as Specialty, Number(data.hoursTenths))
    }
  }
  const places = new Map(clinics.map((clinic) => [String(clinic.id), clinic]))
  return [...found].flatMap(([stream, { clinic, gone, hours, lastNoted }]) => {
    const place = clinic === null ? undefined : places.get(clinic)
    if (gone || place === undefined || place.region !== region) return []
    const { municipality } = place
    return [{ number: stream.slice('providerNumber-'.length), stream, municipality, hours, lastNoted }]
  })
}
