import type { ActivityFigures, ActivityPeriod, ActivitySubject } from '#events/activity'
import type { EventId } from '#events/envelope'
import type { MunicipalityCode, Specialty } from '#events/identifiers'
import type { CapacityRegime } from '#events/planParameters'
import type { EffectiveDate } from '#events/time'
import type { Asked } from '../rule.ts'

/** Reported figures with the events that they come from. What was not reported is null, never 0. */
export type Reported = ActivityFigures & { readonly inputs: readonly EventId[] }

/** What the follow-up rules are asked about: one subject's figures of one period and specialty. */
export interface AskedOfActivity extends Asked {
  readonly about: ActivitySubject
  readonly period: ActivityPeriod
  readonly specialty: Specialty
  readonly figures: Reported
}

/** A review of the figures by the region: open, or closed with what came of it. */
export interface ReviewFact {
  readonly conclusion: 'explained' | 'ceiling' | null
  /** Null while it is open. */
  readonly closedOn: EffectiveDate | null
  readonly inputs: readonly EventId[]
}

/** one number's weekly hours and its turnover of a year, over all specialties. Hours in tenths, turnover in øre. */
export interface SmallCapacityFact {
  readonly regime: CapacityRegime
  readonly provider: string
  readonly hoursTenths: number | null
  readonly oere: number | null
  /** Hours and turnover of the region's other numbers whose both are known; the rule takes those that are not small. */
  readonly others: readonly { readonly hoursTenths: number; readonly oere: number }[]
  readonly inputs: readonly EventId[]
}

/** what riding therapy cost, beside the inhabitants whom it was for. */
export interface RidingExpenditureFacts extends Asked {
  readonly region: Spending
  readonly nation: Spending
  /** The same a year earlier; null where one of its four numbers is not known. */
  readonly earlier: { readonly region: Spending; readonly nation: Spending } | null
}

/** An amount in øre at a price level, and the inhabitants. */
export interface Spending {
  readonly oere: number | null
  readonly priceLevelYear: number | null
  readonly inhabitants: number | null
  readonly inputs: readonly EventId[]
}

/** cost per patient beside the mean of the region, which is all expenditure over all patients. */
export interface ControlFacts extends AskedOfActivity {
  /** Sum over the region's subjects of the level whose cost and patients are known at the same price level. */
  readonly regional: { readonly oere: number; readonly patients: number }
  readonly review: ReviewFact | null
}

/** a payment ceiling and what was paid in its period. */
export interface PaymentCeilingFacts extends Asked {
  readonly provider: string
  readonly ceiling: {
    readonly oere: number
    readonly basis: 'total' | 'perPatient' | null
    readonly until: EffectiveDate | null
  }
  readonly actual: { readonly oere: number | null; readonly patients: number | null }
  readonly inputs: readonly EventId[]
}

/** */
export interface ProgressiveFacts extends AskedOfActivity {
  readonly review: ReviewFact | null
}

/** one municipality in two periods of the same length. */
export interface GroupShareFacts extends Asked {
  readonly municipality: MunicipalityCode
  readonly before: Reported | null
  readonly after: Reported
  /** The highest share in the region, where it is to be told; null when it is not known or not the asker's business. */
  readonly highest: { readonly municipality: MunicipalityCode; readonly group: number; readonly all: number } | null
}

/** treatment at home among all services, in a municipality and in its region. */
export interface HomeTreatmentFacts extends Asked {
  readonly municipality: MunicipalityCode
  readonly figures: Reported
  readonly regional: { readonly home: number | null; readonly all: number | null }
  /** The last review of home treatment there that was closed by `on`. */
  readonly review: ReviewFact | null
  readonly on: EffectiveDate
}

/** individual services per patient in a year. */
export interface SpendingLevelFacts extends Asked {
  readonly region: Reported | null
  readonly nation: Reported | null
  readonly earlier: { readonly region: Reported; readonly nation: Reported } | null
}

/** a municipality's data of one half-year. */
export interface HalfYearFacts extends Asked {
  readonly municipality: MunicipalityCode
  readonly period: ActivityPeriod
  /** The first delivery that was complete, else the last one that was not; null when none came. */
  readonly delivery: { readonly on: EffectiveDate; readonly complete: boolean } | null
  readonly today: EffectiveDate
  readonly inputs: readonly EventId[]
}

/** R-37 asks two things: was the year followed up, and does the plan still run. */
export type YearlyFacts = Asked & { readonly today: EffectiveDate; readonly inputs: readonly EventId[] } & (
    | { readonly asks: 'followUp'; readonly year: number; readonly heldOn: EffectiveDate | null }
    | {
        readonly asks: 'renewal'
        readonly plan: string | null
        /** Last day of the plan's period; null while it is open. */
        readonly lastDay: EffectiveDate | null
        readonly hasSuccessor: boolean
      }
  )
