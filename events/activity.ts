import { z } from 'zod'
import { HalfYearPackage } from './halfYear.ts'
import { AgreementId, ClinicId, MunicipalityCode, ProviderNumber, RegionCode, Specialty } from './identifiers.ts'
import { HoursTenths, Oere } from './quantities.ts'
import type { EventOf, EventShapes, RecordedEventOf } from './shape.ts'
import { EffectiveDate } from './time.ts'

/**
 * Stream `activity-<level>-<id>.<period>`: what was reported about the activity of one subject in one half-year or year.
 * Sums only, never about one person.
 */

/** A year `2026`, or a half of it: `2026-H1` to 30 June, `2026-H2` from 1 July. */
export const ActivityPeriod = z
  .string()
  .regex(/^(19|20)\d{2}(-H[12])?$/, { error: 'expected a year or a half-year: 2026, 2026-H1 or 2026-H2' })
  .brand<'ActivityPeriod'>()
  .meta({ id: 'ActivityPeriod', description: 'A year (2026) or a half-year (2026-H1, 2026-H2)' })
export type ActivityPeriod = z.infer<typeof ActivityPeriod>

/** First day of a period, and the first day after it. */
export function daysOf(period: ActivityPeriod): { readonly from: EffectiveDate; readonly to: EffectiveDate } {
  const year = Number(period.slice(0, 4))
  const half = period.slice(5)
  return {
    from: EffectiveDate.parse(half === 'H2' ? `${year}-07-01` : `${year}-01-01`),
    to: EffectiveDate.parse(half === 'H1' ? `${year}-07-01` : `${year + 1}-01-01`),
  }
}

/** The same period a year earlier. */
export function yearBefore(period: ActivityPeriod): ActivityPeriod {
  return ActivityPeriod.parse(`${Number(period.slice(0, 4)) - 1}${period.slice(4)}`)
}

/** Whom the figures are about. An agreement is one therapist's at one riding school; the whole country is `dk`. */
export const ActivitySubject = z.discriminatedUnion('level', [
  z.object({ level: z.literal('provider'), id: ProviderNumber }),
  z.object({ level: z.literal('clinic'), id: ClinicId }),
  z.object({ level: z.literal('agreement'), id: AgreementId }),
  z.object({ level: z.literal('municipality'), id: MunicipalityCode }),
  z.object({ level: z.literal('region'), id: RegionCode }),
  z.object({ level: z.literal('nation'), id: z.literal('dk') }),
])
export type ActivitySubject = z.infer<typeof ActivitySubject>
export type ActivityLevel = ActivitySubject['level']

/** A number that was not reported is null: unknown, never zero. */
const count = z.int().min(0).max(100_000_000).nullable()

/**
 * Reported sums. Every service is either for a group or individual; those given in the home are among them. Money stays
 * beside the year whose price level it is in: amounts of two levels are never compared.
 */
export const ActivityFigures = z.object({
  patients: count,
  groupServices: count,
  individualServices: count,
  homeServices: count,
  /** Patients of progressive illness without severe disability, and their individual services: some of those above. */
  progressivePatients: count,
  progressiveIndividualServices: count,
  /** Hours a week on average of a riding agreement, in tenths; of nothing else, and not in reports before there was such a column. */
  hoursTenths: HoursTenths.nullable().optional(),
  oere: Oere.nullable(),
  priceLevelYear: z.int().min(1990).max(2100),
})
export type ActivityFigures = z.infer<typeof ActivityFigures>

/** A percentage that the source itself prints, in thousandths: 223 is 22.3 %. It is quoted, never computed with. */
export const PublishedGrowth = z.object({
  /** What grew: the amount, or the share of the inhabitants who are users. */
  of: z.enum(['amount', 'userShare']),
  since: ActivityPeriod,
  permille: z.int().min(-1000).max(10_000),
})
export type PublishedGrowth = z.infer<typeof PublishedGrowth>

/** What a review asks about: cost per patient, individual services of progressive patients, or treatment at home. */
export const ReviewedRule = z.enum(['R-21', 'R-23', 'R-25'])
export type ReviewedRule = z.infer<typeof ReviewedRule>

const key = { about: ActivitySubject, region: RegionCode.nullable(), period: ActivityPeriod }
const reported = { ...key, specialty: Specialty, figures: ActivityFigures }
const review = { ...key, specialty: Specialty, rule: ReviewedRule }
const text = z.string().trim().min(1).max(2000)

export const activityEvents = {
  /** `region` is the region that the subject was in; null for the whole country. */
  ActivityReportReceived: {
    version: 1,
    data: z.object({ ...reported, published: z.array(PublishedGrowth), source: text }),
  },
  /** The figures were these all along; `corrects` names the report. */
  ActivityReportCorrected: { version: 1, data: z.object({ ...reported, reason: text }) },
  ControlReviewOpened: { version: 1, data: z.object({ ...review, reason: text }) },
  ControlReviewClosed: {
    version: 1,
    data: z.object({ ...review, conclusion: z.enum(['explained', 'ceiling']), reason: text }),
  },
  /** The municipality got its data of the half-year; `suppressedCells` counts those hidden because they are small. */
  HalfYearlyDataPublished: {
    version: 2,
    data: z.object({
      municipality: MunicipalityCode,
      region: RegionCode,
      period: ActivityPeriod,
      deliveredOn: EffectiveDate,
      complete: z.boolean(),
      suppressedCells: z.int().min(0),
      /** What was told; null for a delivery that was only noted. */
      content: HalfYearPackage.nullable(),
      /** SHA-256 of the content, in hex; null without content. */
      checksum: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .nullable(),
      /** Why a package that was whole is published anew; null for the first. */
      reason: text.nullable(),
    }),
  },
  /** The committee followed up on the plan in that calendar year. */
  YearlyFollowUpHeld: {
    version: 1,
    data: z.object({ region: RegionCode, year: z.int().min(2007).max(2100), measures: z.array(text).max(50) }),
  },
} as const satisfies EventShapes

export type ActivityEvent = EventOf<typeof activityEvents>
export type RecordedActivityEvent = RecordedEventOf<typeof activityEvents>

/** Name of the stream of a subject and period; a half-year's delivery and a year's follow-up have streams of the kind. */
export function activityStream({ level, id }: ActivitySubject, period: ActivityPeriod): string {
  return `activity-${level}-${id}.${period}`
}
