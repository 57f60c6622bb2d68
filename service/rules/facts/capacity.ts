import type { EventId } from '#events/envelope'
import type { MunicipalityCode } from '#events/identifiers'
import type { Address } from '#events/place'
import type { CapacityRegime } from '#events/planParameters'
import type { CapacityStatus } from '#events/providerNumber'
import type { AddressFact, CapacityFact } from '../facts.ts'

/** What takes capacity from one place to another, or might. `takesHold` is false while the register refuses it. */
export interface ShiftFact {
  readonly from: Address | null
  readonly to: Address | null
  readonly capacity: CapacityFact
  /** Capacity per municipality that differs, before and after, on the effective date. */
  readonly municipalities: readonly {
    readonly code: MunicipalityCode
    readonly before: number
    readonly after: number
  }[]
  readonly takesHold: boolean
}

/** Places that somebody will have on or after the effective date. */
export interface PlacesFact {
  /** The physiotherapist or the clinic; null when the register does not know it. */
  readonly holder: string | null
  readonly after: readonly AddressFact[]
}

/** A second place for the same capacity. Amounts in the unit of the capacity's regime. */
export interface ExtraAddressFact {
  readonly capacity: CapacityFact
  readonly plannedMain: number | null
  readonly plannedExtra: number | null
  /** Other extra addresses on the date; null where what is planned there was not said in this regime's unit. */
  readonly others: readonly { readonly addressId: string; readonly planned: number | null }[]
  readonly openToAllPatients: boolean | null
  readonly notifiedOn: string | null
  readonly main: Address | null
  readonly extra: Address
}

/** The region's pool of new capacity on the day on or after the date on which least is left. */
export interface PoolFact {
  readonly specialty: string
  /** Null when nothing was advertised. */
  readonly advertisedOere: number | null
  readonly allocatedOere: number
  /** Null when the application draws on no pool. */
  readonly requestedOere: number | null
  readonly place: Address | null
  readonly inputs: readonly EventId[]
}

/** Clinics that somebody owns, before and with what is applied for. */
export interface OwnerFact {
  readonly person: string
  readonly clinicsBefore: number
  readonly clinicsAfter: number
  readonly inputs: readonly EventId[]
}

/** A provider number that is handed over, split, used in another way or given up. */
export interface NumberFact {
  readonly number: string
  /** Null when the register has no such number on the date. */
  readonly holder: string | null
  /** Who gives it, as the application says; null where it does not say. */
  readonly saidHolder: string | null
  /** Number that gets the capacity; null while there is none, and for what lapses. */
  readonly receiver: string | null
  readonly status: CapacityStatus | null
  readonly regime: CapacityRegime
  /** Capacity of the clinics concerned together, before and with the change; null when unknown or not carried out. */
  readonly before: number | null
  readonly after: number | null
  /** Tenths of hours a week registered for the number itself; null in kroner, where the clinic has the capacity. */
  readonly hoursTenths: number | null
  /** False when the register refuses the change. */
  readonly takesHold: boolean
  readonly inputs: readonly EventId[]
}

/** Employment under section 24 and its ceiling. Amounts in øre a year. */
export interface EmploymentFact {
  readonly number: string
  /** Employed before this application. */
  readonly employees: number
  readonly ceilingOere: number | null
  readonly turnoverLast12Oere: number | null
  readonly turnoverThisYearOere: number | null
  readonly place: Address | null
  readonly inputs: readonly EventId[]
}

/** A clinic's capacity in kroner and its numbers. */
export interface BendFact {
  /** Null when the register has no such clinic on the date. */
  readonly clinic: string | null
  readonly specialties: readonly {
    readonly specialty: '51' | '62'
    readonly unitsHundredths: number
    /** What the application adds, in øre a year at the level year. */
    readonly requestedOere: number
    /** Loaded for the year; null while none is, and the rule set's holds. */
    readonly indexTenThousandths: number | null
    /** Subsidy of the last whole year reported; null when unknown. */
    readonly subsidyOere: number | null
  }[]
  /** Owner and lessee numbers, as they would be. */
  readonly numbersAfter: number
  /** The same on 2024-01-01; null for a clinic that came later. */
  readonly numbersAtTransition: number | null
  readonly place: Address | null
  readonly inputs: readonly EventId[]
}

/** A mobile number that begins or ends. */
export interface MobileFact {
  readonly number: string
  /** As the register has it; null when it has no such number on the date. */
  readonly onRecord: CapacityStatus | null
  readonly from: CapacityStatus | null
  readonly to: CapacityStatus | 'ceased'
  readonly place: Address | null
  /** Mobile numbers in the region before the change, this one included. */
  readonly inRegion: number
  /** Metres in a straight line to each other mobile number that can be reached over land. */
  readonly othersM: readonly number[]
  readonly inputs: readonly EventId[]
}

/** What the rules on capacity look at: each part only for the applications that its rule governs. */
export interface CapacityFacts {
  readonly shift: ShiftFact | null
  readonly places: PlacesFact | null
  readonly extra: ExtraAddressFact | null
  readonly pool: PoolFact | null
  readonly owners: readonly OwnerFact[]
  readonly number: NumberFact | null
  readonly employment: EmploymentFact | null
  readonly bend: BendFact | null
  readonly mobile: MobileFact | null
}
