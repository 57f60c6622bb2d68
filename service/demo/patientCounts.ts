import { diagnosisGroups } from '#events/diagnosisGroups'
import { MunicipalityCode } from '#events/identifiers'
import { EffectiveDate } from '#events/time'
import { prevalenceOf } from '../demand/groupRates.ts'
import { registrar } from './actors.ts'
import { day, instant } from './days.ts'
import type { Journal } from './journal.ts'
import { inhabitants, type Places } from './places.ts'
import type { Random } from './random.ts'

/** Percent of a group's expected persons that the demonstration's register counts. Invented for the demonstration alone. */
const counted: Readonly<Record<string, number>> = { 'multiple-sclerosis': 49, parkinson: 53, als: 70, psp: 60, msa: 60 }
const otherwise = 40

/** Patients by municipality and group for two years, as a register could report them; all numbers are invented. */
export function tellPatientCounts(journal: Journal, places: Places, random: Random): void {
  const codes = places.areas.municipalities.map(({ code }) => code)
  const national = codes.reduce((sum, code) => sum + inhabitants(places, code), 0)
  for (const year of [2024, 2025])
    for (const [index, group] of diagnosisGroups.entries()) {
      const rate = prevalenceOf(group, national)?.used ?? 0
      const share = (counted[group.id] ?? otherwise) / 100
      journal.write({
        stream: `patientCount-${group.id}`,
        at: instant(day(`${year + 1}-04-14`), 600 + index),
        by: registrar,
        events: [
          {
            type: 'PatientCountLoaded',
            effectiveFrom: EffectiveDate.parse(`${year + 1}-01-01`),
            data: {
              group: group.id,
              kind: 'observed',
              document: `Demonstrationstal for ${year}`,
              period: { from: EffectiveDate.parse(`${year}-01-01`), to: EffectiveDate.parse(`${year}-12-31`) },
              counts: codes.map((code) => ({
                municipality: MunicipalityCode.parse(code),
                count: around((inhabitants(places, code) * rate * share) / 100_000, random),
                suppressed: false,
              })),
            },
          },
        ],
      })
    }
}

/** A whole number of persons not far from what is expected, never below 0. */
function around(expected: number, random: Random): number {
  return Math.max(0, Math.round(expected + (random.next() + random.next() - 1) * 1.5 * Math.sqrt(expected)))
}
