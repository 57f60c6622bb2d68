import { secretariat } from './actors.ts'
import type { Clinic } from './clinics.ts'
import { dateOf, day, lastRecordedDay, officeHour } from './days.ts'
import type { Journal } from './journal.ts'
import type { Random } from './random.ts'

/** Clinics that take no new patients for a while. Invented. */
const full = 24
/** Every so-manieth of them has opened again. */
const openedAgain = 3

/** A few clinics say that they take no new patients, and some of them later that they do again. */
export function tellClinicIntake(clinics: readonly Clinic[], journal: Journal, random: Random): void {
  const open = clinics.filter(
    ({ closed, steady, fromPool, opened }) => closed === null && !steady && !fromPool && opened < day('2023-01-01'),
  )
  for (const [index, clinic] of random.shuffled(open).slice(0, full).entries()) {
    const from = random.int(day('2025-01-01'), day('2026-03-01'))
    const until = from + random.int(90, 200)
    const stated = [{ from, accepts: false }, ...(index % openedAgain === 0 ? [{ from: until, accepts: true }] : [])]
    for (const { from: on, accepts } of stated)
      journal.write({
        stream: `clinic-${clinic.id}`,
        at: officeHour(Math.min(on + random.int(0, 14), lastRecordedDay), random),
        by: secretariat(clinic.region),
        events: [{ type: 'ClinicIntakeStated', effectiveFrom: dateOf(on), data: { accepts } }],
      })
  }
}
