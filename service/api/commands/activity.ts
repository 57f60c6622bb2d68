import { z } from 'zod'
import {
  ActivityFigures,
  ActivityPeriod,
  ActivitySubject,
  activityEvents,
  activityStream,
  PublishedGrowth,
} from '#events/activity'
import { MunicipalityCode, RegionCode, Specialty } from '#events/identifiers'
import { EffectiveDate } from '#events/time'
import { type CommandOf, command } from '../definitions.ts'

const reason = z.string().trim().min(1).max(2000)
const stream = ({ about, period }: { about: ActivitySubject; period: ActivityPeriod }) => activityStream(about, period)
const key = {
  about: ActivitySubject,
  /** The region that the subject is in; null for the whole country. */
  region: RegionCode.nullable(),
  period: ActivityPeriod,
  specialty: Specialty,
}
const { rule } = activityEvents.ControlReviewOpened.data.shape
const { conclusion } = activityEvents.ControlReviewClosed.data.shape

/** Commands to reported activity: reports, reviews of them, deliveries to municipalities, the yearly follow-up. */
export const activityCommands = [
  command({
    type: 'ReportActivity',
    path: '/commands/report-activity',
    action: 'activity.import',
    body: z.object({ ...key, figures: ActivityFigures, published: z.array(PublishedGrowth).max(10), source: reason }),
    stream,
  }),
  command({
    type: 'CorrectActivity',
    path: '/commands/correct-activity',
    action: 'activity.import',
    body: z.object({ ...key, figures: ActivityFigures, reason }),
    stream,
  }),
  command({
    type: 'OpenControlReview',
    path: '/commands/open-control-review',
    action: 'followUp.record',
    body: z.object({ ...key, rule, effectiveFrom: EffectiveDate, reason }),
    stream,
  }),
  command({
    type: 'CloseControlReview',
    path: '/commands/close-control-review',
    action: 'followUp.record',
    body: z.object({ ...key, rule, effectiveFrom: EffectiveDate, conclusion, reason }),
    stream,
  }),
  command({
    type: 'PublishHalfYearlyData',
    path: '/commands/publish-half-yearly-data',
    action: 'followUp.record',
    body: z.object({
      municipality: MunicipalityCode,
      region: RegionCode,
      period: ActivityPeriod,
      /** Needed when a whole package was published before: why it is published anew. */
      reason: reason.nullable(),
    }),
    stream: ({ municipality, period }) => activityStream({ level: 'municipality', id: municipality }, period),
  }),
  command({
    type: 'RecordYearlyFollowUp',
    path: '/commands/record-yearly-follow-up',
    action: 'followUp.record',
    body: z.object({
      ...activityEvents.YearlyFollowUpHeld.data.shape,
      /** The day it was held. */
      effectiveFrom: EffectiveDate,
    }),
    stream: ({ region, year }) =>
      activityStream({ level: 'region', id: region }, ActivityPeriod.parse(String(year).padStart(4, '0'))),
  }),
] as const

export type ActivityCommand = CommandOf<(typeof activityCommands)[number]>
