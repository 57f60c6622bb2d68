import { secretariat } from './actors.ts'
import { dateOf, day, officeHour } from './days.ts'
import type { Journal } from './journal.ts'
import type { Random } from './random.ts'
import type { Tenure } from './tenure.ts'

const bornholm = '0400'
const pair = 2
const settled = day('2025-05-01')

/** Mobile numbers of Bornholm: all but two become lessees in 2025. Answers the two that are left. */
export function tellMobilePair(tenures: readonly Tenure[], journal: Journal, random: Random): readonly Tenure[] {
  const mobile = tenures.filter(({ clinic, status }) => clinic.municipality === bornholm && status === 'mobile')
  for (const { stream, clinic } of mobile.slice(pair)) {
    journal.write({
      stream,
      at: officeHour(settled - 40, random),
      by: secretariat(clinic.region),
      events: [
        { type: 'CapacityStatusChanged', data: { from: 'mobile', to: 'lessee' }, effectiveFrom: dateOf(settled) },
      ],
    })
  }
  return mobile.slice(0, pair)
}
