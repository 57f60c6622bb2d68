import type { ActivityPeriod } from '#events/activity'
import type { EventId } from '#events/envelope'
import type { MunicipalityCode, RegionCode } from '#events/identifiers'
import type { Address, Position2d } from '#events/place'
import type { CoverageArea } from '#events/ridingAgreement'
import type { EffectiveDate } from '#events/time'
import type { Lacking } from '../riding/ridingDocumentation.ts'
import type { Step } from '../riding/ridingTimeline.ts'

/** A riding school on the date of the change. */
export interface SchoolFact {
  readonly school: string
  readonly name: string
  /** Null when the place is not known. */
  readonly municipality: MunicipalityCode | null
  readonly position: Position2d | null
  /** Null for a school that the register does not know. */
  readonly approved: boolean | null
  /** Former counties that the place can have lain in on 2006-12-31: one when it is known which. */
  readonly counties: readonly string[]
}

/** What becomes of a riding number. */
export type RidingNumberFact =
  /** A1 on specialty 57 or 65. */
  | { readonly kind: 'new' }
  /** A7 and A8: the number that the agreement stands under; null when the application does not say. */
  | { readonly kind: 'agreement'; readonly provider: string | null }
  /** A12: the agreements that stop, and those of the number that the application does not name. */
  | {
      readonly kind: 'stops'
      readonly transferredTo: string | null
      readonly agreements: readonly {
        readonly agreement: string
        readonly municipality: MunicipalityCode | null
        readonly position: Position2d | null
        readonly hoursTenths: number
      }[]
      readonly unnamed: readonly string[]
    }

/** A permission that is asked for, and what is permitted and held already. */
export interface PermissionFact {
  /** Null for a school that nobody knows. */
  readonly school: SchoolFact | null
  /** The agreement that changes; null where the register has none of that name. A new one has its own id. */
  readonly agreement: string | null
  readonly hoursTenths: number | null
  /** First day of the contract; null when not stated, undefined where there is no contract to state. */
  readonly contractFrom: EffectiveDate | null | undefined
  /** First day of a permission that is in the register already; null without one. */
  readonly permittedFrom: EffectiveDate | null
  /** Hours that the register shows at the school, and those permitted there; null when nothing is held. */
  readonly held: { readonly hoursTenths: number; readonly permittedTenths: number | null } | null
  /** Hours a week that the last activity report of the agreement shows; null when none was made. */
  readonly reported: ReportedHours | null
}

/** What an activity report says of an agreement, beside the most that was permitted at the school on any day of its period. */
export interface ReportedHours {
  readonly period: ActivityPeriod
  readonly hoursTenths: number
  /** Null when it is not known. */
  readonly permittedTenths: number | null
  readonly inputs: readonly EventId[]
}

/** The riding hours of a region over effective time, without the change and with it, other decided changes in both. */
export interface TotalFact {
  readonly region: RegionCode
  readonly before: readonly Step[]
  readonly after: readonly Step[]
}

/** Hours that a relocation takes from one place to another, in tenths a week. */
export interface RidingShiftFact {
  readonly from: Address | null
  readonly to: Address | null
  /** Hours of the agreement that moves; null when it holds none on the date. */
  readonly hoursTenths: number | null
  /** Riding hours of each municipality that differs, before and after, on the effective date. */
  readonly municipalities: readonly {
    readonly code: MunicipalityCode
    readonly before: number
    readonly after: number
  }[]
}

/** An area with the school that it must fit. */
export interface AreaFact {
  readonly school: SchoolFact
  /** True when the application asks permission for this school, or it has one and keeps it. */
  readonly permission: boolean
  readonly area: CoverageArea
  /** Null when not known. */
  readonly accessionDate: EffectiveDate | null
  /** The area in today's municipalities; of a county's name alone, the county as a guess. */
  readonly whole: readonly MunicipalityCode[]
  readonly parts: readonly MunicipalityCode[]
  /** Regions of these municipalities on the date, ascending. */
  readonly regions: readonly RegionCode[]
}

/** Hours that a therapist holds at a school after the change. */
export interface SiteFact {
  readonly agreement: string
  readonly school: SchoolFact
  readonly hoursTenths: number
  /** Hours of all therapists at the school. */
  readonly schoolTenths: number
}

/** Whom a riding case involves. */
export interface InvolvementFact {
  readonly from: MunicipalityCode | null
  readonly to: MunicipalityCode | null
  /** Municipalities of the coverage areas that the case touches, with their region on the date. */
  readonly areas: readonly { readonly municipality: MunicipalityCode; readonly region: RegionCode | null }[]
  /** False while one of these areas is not known, or known by a county's name alone. */
  readonly areasKnown: boolean
}

/** How far the region's agreements are documented. */
export interface DocumentationFact {
  readonly of: number
  readonly documented: number
  /** Agreements that lack something, ascending. */
  readonly undocumented: readonly string[]
  /** What the case's own agreements lack; null when the question is the register itself. */
  readonly own: readonly { readonly agreement: string; readonly lacks: readonly Lacking[] }[] | null
}

/** What the riding rules look at; a part is null where the application is not about it. */
export interface RidingFacts {
  /** False when the register would refuse the change, so that "after" does not show it. */
  readonly takesHold: boolean
  /** Fields that the application lacks and the register needs. */
  readonly lacks: readonly string[]
  readonly number: RidingNumberFact | null
  readonly permission: PermissionFact | null
  readonly totals: readonly TotalFact[]
  /** A9 only. */
  readonly shift: RidingShiftFact | null
  readonly areas: readonly AreaFact[]
  readonly sites: readonly SiteFact[]
  readonly involved: InvolvementFact | null
  readonly documentation: DocumentationFact | null
  readonly inputs: readonly EventId[]
}
