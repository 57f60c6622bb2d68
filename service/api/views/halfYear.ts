import { z } from 'zod'
import { ActivityPeriod } from '#events/activity'
import { Finding } from '#events/finding'
import { HalfYearMeasure, HalfYearPackage, ToldFigure } from '#events/halfYear'
import { MunicipalityCode, RegionCode, Specialty } from '#events/identifiers'
import { KeyFigure } from '#events/keyFigures'
import { EffectiveDate, RecordedAt } from '#events/time'
import { Answered, AsOfParams } from '../asOf.ts'
import { view } from '../definitions.ts'

const HalfYear = ActivityPeriod.refine((period) => period.includes('-H'), { error: 'expected a half-year: 2026-H1' })

/** R-36, as it is told of one municipality and half-year. */
const Told = Finding.pick({ rule: true, outcome: true, strength: true, code: true, params: true, measured: true })

/** One package as it was published, counted from 1. */
const Edition = z.object({
  edition: z.int().min(1),
  deliveredOn: EffectiveDate,
  recordedAt: RecordedAt,
  complete: z.boolean(),
  suppressedCells: z.int(),
  /** Null for a delivery that was only noted: what it told is not known. */
  checksum: z.string().nullable(),
  reason: z.string().nullable(),
})
export type Edition = z.infer<typeof Edition>

/** One municipality's package of a half-year, in the edition asked for or the latest; its editions, and what changed. */
export const halfYearPackageView = view({
  path: '/views/half-year-package',
  action: 'economics.read',
  params: AsOfParams.extend({
    municipality: MunicipalityCode,
    period: HalfYear,
    edition: z.coerce.number().pipe(z.int().min(1)).optional(),
  }),
  response: z.object({
    at: Answered,
    municipality: MunicipalityCode,
    region: RegionCode,
    period: ActivityPeriod,
    /** The latest first; none when nothing was published. */
    editions: z.array(Edition),
    /** Which of them the content is of; null when nothing was published. */
    shown: z.int().nullable(),
    content: HalfYearPackage.nullable(),
    /** False when the content is not what the checksum was made of; null without content. */
    intact: z.boolean().nullable(),
    /** What the edition before told, where it was kept. */
    previous: HalfYearPackage.nullable(),
    /** R-36; null where no rule set holds. */
    finding: Told.nullable(),
  }),
})

/** Packages of a region's municipalities: what was published, what could be, and what R-36 says of it. */
export const halfYearBoardView = view({
  path: '/views/half-year-board',
  action: 'followUp.record',
  params: AsOfParams.extend({ region: RegionCode }),
  response: z.object({
    at: Answered,
    region: RegionCode,
    /** Half-years that are over, the newest first. */
    periods: z.array(ActivityPeriod),
    rows: z.array(
      z.object({
        municipality: MunicipalityCode,
        period: ActivityPeriod,
        finding: Told,
        editions: z.int(),
        latest: Edition.nullable(),
        /** What the reports make possible now: nothing, a package with something missing, or a whole one. */
        ready: z.enum(['nothing', 'partial', 'whole']),
        /** The package of now is not the one that was published last. */
        differs: z.boolean(),
      }),
    ),
  }),
})

/** Middle half of the region's municipalities whose figure is told; null when fewer than five are. */
const Spread = z.object({ low: z.number(), middle: z.number(), high: z.number(), of: z.int() }).nullable()

const Figures = z.partialRecord(HalfYearMeasure, ToldFigure)

/** A municipality's own key figures: years beside region and peers, and the half-years as they were published. */
export const ownFiguresView = view({
  path: '/views/own-figures',
  action: 'economics.read',
  params: AsOfParams.extend({ municipality: MunicipalityCode }),
  response: z.object({
    at: Answered,
    municipality: MunicipalityCode,
    region: RegionCode,
    minCell: z.int(),
    /** The earliest first; a year whose reports are not all there is left out, and so is nothing else. */
    years: z.array(
      z.object({
        period: ActivityPeriod,
        specialty: Specialty,
        priceLevelYear: z.int().nullable(),
        inhabitants: z.object({ own: z.int().nullable(), region: z.int().nullable() }),
        own: Figures,
        region: Figures,
        peers: z.record(KeyFigure, Spread),
      }),
    ),
    /** The latest edition of each half-year that was published with content, the earliest first. */
    halfYears: z.array(z.object({ period: ActivityPeriod, edition: z.int(), content: HalfYearPackage })),
    /** The half-years that R-36 looks at, the newest first; none where no rule set holds. */
    deliveries: z.array(
      z.object({ period: ActivityPeriod, finding: Told, editions: z.int(), latest: Edition.nullable() }),
    ),
  }),
})
