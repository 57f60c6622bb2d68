import type { ChildrensCriteria } from '#events/clinic'
import { secretariat } from './actors.ts'
import type { Clinic } from './clinics.ts'
import { dateOf, day, lastRecordedDay, officeHour } from './days.ts'
import type { Journal } from './journal.ts'
import type { Random } from './random.ts'

/** Clinics that tell about treating children, and how many of them meet all four criteria. Invented. */
const telling = 34
const all: ChildrensCriteria = { competence: true, facilities: true, equipment: true, parentsInvolved: true }
const lacking: readonly ChildrensCriteria[] = [
  { ...all, equipment: null },
  { ...all, equipment: false },
  { ...all, facilities: null, parentsInvolved: null },
  { ...all, parentsInvolved: false },
]

/** What some clinics say of treating children; none on Bornholm, so that a breach can be seen. */
export function tellChildrensClinics(clinics: readonly Clinic[], journal: Journal, random: Random): void {
  const open = clinics.filter(
    ({ closed, steady, municipality, opened }) =>
      closed === null && !steady && municipality !== '0400' && opened < day('2023-01-01'),
  )
  for (const [index, clinic] of random.shuffled(open).slice(0, telling).entries()) {
    const from = random.int(day('2023-03-01'), day('2026-08-01'))
    journal.write({
      stream: `clinic-${clinic.id}`,
      at: officeHour(Math.min(from + random.int(0, 40), lastRecordedDay), random),
      by: secretariat(clinic.region),
      events: [
        {
          type: 'ChildrensClinicDescribed',
          effectiveFrom: dateOf(from),
          data: (index % 3 === 2 ? lacking[Math.floor(index / 3) % lacking.length] : undefined) ?? all,
        },
      ],
    })
  }
}
