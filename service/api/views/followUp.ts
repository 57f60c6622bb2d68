import { z } from 'zod'
import { ActivityPeriod, ActivitySubject, PublishedGrowth, ReviewedRule } from '#events/activity'
import { Finding } from '#events/finding'
import { MunicipalityCode, ProviderNumber, RegionCode, Specialty } from '#events/identifiers'
import { CapacityRegime } from '#events/planParameters'
import { EffectiveDate } from '#events/time'
import { Answered, AsOfParams } from '../asOf.ts'
import { view } from '../definitions.ts'

/** A count of persons: null when it is not known, and when it is hidden because it is small. */
const Persons = z.object({ value: z.int().nullable(), hidden: z.boolean() })

const Review = z.object({
  rule: ReviewedRule,
  openedOn: EffectiveDate,
  closedOn: EffectiveDate.nullable(),
  conclusion: z.enum(['explained', 'ceiling']).nullable(),
  /** Why it was opened. */
  reason: z.string(),
  /** What the conclusion rests on; null while it is open. */
  closingReason: z.string().nullable(),
})

/** A finding as it is told here; what its rule measured with and where that comes from is said once, in `rules`. */
const Told = Finding.pick({
  rule: true,
  outcome: true,
  strength: true,
  code: true,
  params: true,
  measured: true,
  missing: true,
  inputs: true,
})

/** One subject in the control statistics. Money is in øre at the price level beside it. */
const ControlRow = z.object({
  about: ActivitySubject,
  name: z.string(),
  municipality: MunicipalityCode.nullable(),
  patients: Persons,
  oere: z.int().nullable(),
  priceLevelYear: z.int(),
  /** Øre per patient; null where one of the two is unknown or the patients are hidden. */
  averageOere: z.int().nullable(),
  finding: Told.nullable(),
  /** R-23 of the same subject; null for half-years, because the limit is of a year, and where nothing was reported. */
  progressive: Told.nullable(),
  reviews: z.array(Review),
})

/** A review of any period, with what the rule finds in the figures now. */
const RegionReview = Review.extend({
  about: ActivitySubject,
  /** Null for a municipality, which is named by its code. */
  name: z.string().nullable(),
  municipality: MunicipalityCode.nullable(),
  period: ActivityPeriod,
  specialty: Specialty,
  /** Null where no rule set holds on the last day of its period. */
  found: Told.nullable(),
})

const MunicipalityRow = z.object({ municipality: MunicipalityCode, finding: Told })

/** A municipality's group and individual services in the period and a year before, for the arrows of change. */
const GroupRow = MunicipalityRow.extend({
  before: z.object({ group: z.int(), individual: z.int() }).nullable(),
  after: z.object({ group: z.int(), individual: z.int() }).nullable(),
})

const HomeRow = MunicipalityRow.extend({ home: z.int().nullable(), all: z.int().nullable() })

/** A percentage printed by a source, beside our own division of the amounts it is said to come from. */
const Quote = PublishedGrowth.extend({
  specialty: Specialty,
  period: ActivityPeriod,
  fromOere: z.int().nullable(),
  toOere: z.int().nullable(),
  computedPermille: z.int().nullable(),
  differencePermille: z.int().nullable(),
  /** Growth of the amount per user, where the source prints the users' share too: of the share, not of head counts. */
  perUserPermille: z.int().nullable(),
  source: z.string(),
})

/**
 * The follow-up on one region's reported activity in one period, under the rule set of the period's last day. Economics
 * are the region's own; to a municipality only its own sums are told, and the rest of the answer is empty.
 */
export const followUpView = view({
  path: '/views/follow-up',
  action: 'economics.read',
  committeeOnly: true,
  params: AsOfParams.extend({
    region: RegionCode,
    /** The newest that is over and reported when left out. */
    period: ActivityPeriod.optional(),
    /** Specialty of the statistics; free physiotherapy when left out. */
    specialty: Specialty.optional(),
  }),
  response: z.object({
    at: Answered,
    region: RegionCode,
    /** Null when nothing was reported yet. */
    period: ActivityPeriod.nullable(),
    periods: z.array(ActivityPeriod),
    specialty: Specialty,
    /** False for a municipality, which sees its own sums only. */
    whole: z.boolean(),
    regime: CapacityRegime.nullable(),
    /** Null when no rule set holds on the period's last day: then figures are shown and nothing is found. */
    ruleSet: z.object({ ruleSet: z.string(), ruleSetVersion: z.int() }).nullable(),
    /** The rules behind the findings: version, parameters as they stood, sources. */
    rules: z.array(Finding.pick({ rule: true, version: true, parameters: true, sources: true })),
    control: z.object({
      rows: z.array(ControlRow),
      /** All expenditure over all patients of the rows whose both are known. */
      mean: z.object({ averageOere: z.int(), patients: z.int() }).nullable(),
      /** Spread of the rows about the mean, in øre for one patient: the funnel is this over the square root of patients. */
      spreadOere: z.number().nullable(),
      thresholdPercent: z.int().nullable(),
      minPatients: z.int().nullable(),
    }),
    /** Reviews of every period and specialty in the region: open ones first, then the newest closed. */
    reviews: z.array(RegionReview),
    ceilings: z.array(
      z.object({
        provider: ProviderNumber,
        from: EffectiveDate,
        until: EffectiveDate.nullable(),
        basis: z.enum(['total', 'perPatient']),
        ceilingOere: z.int(),
        finding: Told.nullable(),
      }),
    ),
    groups: z.array(GroupRow),
    home: z.array(HomeRow),
    level: z.object({ services: Told.nullable(), riding: Told.nullable(), quotes: z.array(Quote) }),
    /** Small capacities; empty in a period without hours. */
    small: z.array(
      z.object({
        provider: ProviderNumber,
        municipality: MunicipalityCode.nullable(),
        hoursTenths: z.int(),
        oere: z.int().nullable(),
        finding: Told,
      }),
    ),
    halfYears: z.object({
      periods: z.array(ActivityPeriod),
      rows: z.array(MunicipalityRow.extend({ period: ActivityPeriod, suppressedCells: z.int().nullable() })),
    }),
    yearly: z.array(
      z.object({
        year: z.int(),
        heldOn: EffectiveDate.nullable(),
        measures: z.array(z.string()),
        finding: Told,
      }),
    ),
    renewal: Told.nullable(),
  }),
})
