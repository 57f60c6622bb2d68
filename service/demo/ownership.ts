import type { PersonId } from '#events/identifiers'
import { secretariat } from './actors.ts'
import type { Clinic } from './clinics.ts'
import { type Day, dateOf, day, lastRecordedDay, officeHour } from './days.ts'
import { grouped } from './grouping.ts'
import type { Identities } from './identities.ts'
import type { Journal } from './journal.ts'
import type { Random } from './random.ts'
import type { Tenure } from './tenure.ts'

/** Owners were asked for when the limit of six clinics came (S_EJER); what was before is not in the register. */
const asked = day('2023-10-01')
/** Clinics that one invented owner holds, as many as may be acquired (S_EJER). */
const chain = 6
const chainRegion = '1082'

/** Who owns each clinic: the holders that use their number as owners, in equal shares; six clinics have one owner. */
export function tellOwnership(
  clinics: readonly Clinic[],
  tenures: readonly Tenure[],
  { journal, ids, random }: { readonly journal: Journal; readonly ids: Identities; readonly random: Random },
): void {
  const owners = grouped(
    tenures.filter(({ status }) => status === 'owner'),
    ({ clinic }) => clinic.id,
  )
  const living = clinics.filter(({ closed }) => closed === null)
  const inChain = new Set(
    living
      .filter(({ form, region, steady }) => form === 'company' && region === chainRegion && !steady)
      .slice(0, chain),
  )
  const chainOwner = ids.person()
  for (const clinic of living) {
    const own = owners.get(clinic.id) ?? []
    const holders = inChain.has(clinic) ? [chainOwner] : own.map(({ holder }) => holder)
    if (holders.length === 0) continue
    const from = Math.max(asked, clinic.opened, ...own.map(({ since }) => since))
    journal.write({
      stream: `clinic-${clinic.id}`,
      at: officeHour(notedBy(from), random),
      by: secretariat(clinic.region),
      events: [{ type: 'ClinicOwnershipChanged', data: { owners: shared(holders) }, effectiveFrom: dateOf(from) }],
    })
  }
}

function notedBy(from: Day): Day {
  return Math.min(from, lastRecordedDay)
}

/** Equal shares in hundredths that add up to 100; what is over goes to the first. */
function shared(holders: readonly PersonId[]) {
  const each = Math.floor(100 / holders.length)
  return holders.map((owner, index) => ({
    owner,
    shareHundredths: index === 0 ? 100 - each * (holders.length - 1) : each,
  }))
}
