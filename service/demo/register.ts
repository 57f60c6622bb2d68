import type { Address } from '#events/place'
import { tellActivity } from './activity.ts'
import { tellChildrensClinics } from './childrensClinics.ts'
import { tellClinicIntake } from './clinicIntake.ts'
import { tellClinic, tellExtraAddress, tellMainAddress } from './clinicLife.ts'
import { type Clinic, clinics } from './clinics.ts'
import { tellCompetences } from './competences.ts'
import { tellCorrections } from './corrections.ts'
import { tellEstablishmentPool } from './establishmentPool.ts'
import { identities } from './identities.ts'
import { type Entry, journal } from './journal.ts'
import { tellMobilePair } from './mobilePair.ts'
import { tellMunicipal } from './municipal.ts'
import { tellOwnership } from './ownership.ts'
import { tellPalliative } from './palliative.ts'
import { tellPatientCounts } from './patientCounts.ts'
import type { Places } from './places.ts'
import { tellPlanningAreas } from './planningAreas.ts'
import { tellGeography, tellPlans } from './plans.ts'
import { tellSlot } from './providerNumbers.ts'
import { random } from './random.ts'
import { tellRiding } from './riding.ts'
import { type RidingCast, tellRidingPlans } from './ridingPlans.ts'
import { slots } from './slots.ts'
import type { Tenure } from './tenure.ts'
import { tellUnits } from './units.ts'

/** Clinics with a second address. */
const extraAddresses = 36

/** A clinic that nothing happens to in the register, so that a case may happen to it. */
export interface SteadyClinic {
  readonly clinic: Clinic
  readonly address: Address
  readonly numbers: readonly Pick<Tenure, 'number' | 'holder'>[]
}

export interface DemoRegister {
  /** Every append, in the order of recorded time. */
  readonly entries: readonly Entry[]
  readonly steady: readonly SteadyClinic[]
  /** One of the two mobile numbers on Bornholm. */
  readonly mobile: Tenure | undefined
  readonly ridingCast: RidingCast
}

/**
 * The demonstration register. Depends on the seed and the places alone.
 * All of it is invented but the municipalities, their population and their towns.
 */
export function demoRegister(seed: string, places: Places): DemoRegister {
  const chance = random(seed)
  const ids = identities()
  const book = journal(seed)
  tellGeography(book, places)
  tellPlans(book)
  const all = clinics(places, ids, chance.of('clinics'))
  const still: Omit<SteadyClinic, 'numbers'>[] = []
  for (const clinic of all) {
    const own = chance.of(`clinic/${clinic.id}`)
    tellClinic(clinic, { journal: book, random: own })
    const address = tellMainAddress(clinic, { journal: book, places, random: own })
    if (clinic.steady) still.push({ clinic, address })
  }
  const told = slots(all, chance.of('slots')).map((slot, index) =>
    tellSlot(slot, { journal: book, ids, random: chance.of(`slot/${index}`), region: slot.clinic.region }),
  )
  const tenures = told.flatMap(({ tenures: left }) => left)
  const stays = told.flatMap(({ stays: past }) => past)
  tellUnits(all, stays, tenures, book, chance.of('units'))
  const extra = chance.of('extra')
  for (const clinic of extra.shuffled(all.filter(canHaveExtra)).slice(0, extraAddresses)) {
    tellExtraAddress(clinic, ids, { journal: book, places, random: extra })
  }
  tellCorrections(tenures, { journal: book, ids, random: chance.of('corrections') })
  tellCompetences(tenures, book, chance.of('competences'))
  const riding = tellRiding(tenures, { journal: book, places, ids, random: chance.of('riding') })
  tellPalliative(tenures, book, chance.of('palliative'))
  tellMunicipal(book, places)
  tellActivity(all, book, places, chance.of('activity'))
  const ridingToo = { journal: book, places, ids, random: chance.of('riding/plans') }
  const ridingCast = tellRidingPlans(riding, tenures, ridingToo)
  tellOwnership(all, tenures, { journal: book, ids, random: chance.of('ownership') })
  tellEstablishmentPool(all, book, chance.of('pool'))
  const [mobile] = tellMobilePair(tenures, book, chance.of('mobile'))
  tellPatientCounts(book, places, chance.of('patients'))
  tellChildrensClinics(all, book, chance.of('children'))
  tellClinicIntake(all, book, chance.of('intake'))
  tellPlanningAreas(book)
  const steady = still.map(({ clinic, address }) => ({
    clinic,
    address,
    numbers: tenures.filter((tenure) => tenure.clinic === clinic),
  }))
  return { entries: book.entries(), steady, mobile, ridingCast }
}

function canHaveExtra({ closed, steady, fromPool, size }: Clinic): boolean {
  return closed === null && !steady && !fromPool && size >= 2
}
