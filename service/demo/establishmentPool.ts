import { RegionCode } from '#events/identifiers'
import { committee, secretariat } from './actors.ts'
import type { Clinic } from './clinics.ts'
import { dateOf, day, lastRecordedDay, officeHour } from './days.ts'
import type { Journal } from './journal.ts'
import type { Random } from './random.ts'

/** A million kroner a year, in øre. */
const million = 100_000_000
/** What a clinic from the pool got: 1.00 unit on 51 and 0.50 on 62 at the level of 2022 (S_KAP). */
const awards = [
  { specialty: '51', oere: 39_300_000 },
  { specialty: '62', oere: 50_000_000 },
] as const
const advertisedFrom = day('2025-01-15')
const regions = ['1081', '1082', '1083', '1084', '1085'].map((code) => RegionCode.parse(code))

/** The pools that the regions advertised for 2025, with what clinics that opened from them got; a million is left in each. */
export function tellEstablishmentPool(clinics: readonly Clinic[], journal: Journal, random: Random): void {
  for (const region of regions) {
    const fromPool = clinics.filter((clinic) => clinic.fromPool && clinic.region === region)
    const stream = `krCapacity-${region}`
    journal.write({
      stream,
      at: officeHour(advertisedFrom - 20, random),
      by: secretariat(region),
      events: awards.map(({ specialty, oere }) => ({
        type: 'NewEstablishmentAdvertised',
        data: {
          region,
          specialty,
          oere: Math.ceil((fromPool.length * oere) / million) * million + million,
          documentRef: 'Opslag 2025',
        },
        effectiveFrom: dateOf(advertisedFrom),
      })),
    })
    for (const clinic of fromPool.toSorted((a, b) => a.opened - b.opened)) {
      journal.write({
        stream,
        at: officeHour(Math.min(clinic.opened - 15, lastRecordedDay), random),
        by: committee(region),
        after: [`clinic-${clinic.id}`],
        events: awards.map(({ specialty, oere }) => ({
          type: 'NewEstablishmentAwarded',
          data: { region, specialty, oere, clinic: clinic.id, ruling: null },
          effectiveFrom: dateOf(Math.max(clinic.opened, advertisedFrom)),
        })),
      })
    }
  }
}
