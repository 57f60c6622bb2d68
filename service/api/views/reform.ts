import { z } from 'zod'
import { ApplicationType } from '#events/case'
import { Source } from '#events/finding'
import { AgreementId, CaseId, MunicipalityCode, RegionCode, SchoolId } from '#events/identifiers'
import { SizingBasis } from '#events/palliative'
import { Position2d } from '#events/place'
import { CoverageArea } from '#events/ridingAgreement'
import { EffectiveDate } from '#events/time'
import { Answered, AsOfParams } from '../asOf.ts'
import { view } from '../definitions.ts'
import { CaseStatus } from './case.ts'
import { ParameterValue } from './plan.ts'
import { CapacityUnit } from './register.ts'

/** The last day of five regions and the first of four (S_OST). */
export const lastOfFive = EffectiveDate.parse('2026-12-31')
export const firstOfFour = EffectiveDate.parse('2027-01-01')

/** What one region answers for on a date, or several together. Null is unknown, or not the asker's to know; never zero. */
const Figures = z.object({
  municipalities: z.int(),
  inhabitants: z.int().nullable(),
  clinics: z.int(),
  providers: z.int(),
  unit: CapacityUnit,
  /** Known capacity of the clinics; null where there are clinics and none is known. */
  capacity: z.int().nullable(),
  /** Kroner under the unit and index of the region's rule set; null in hours, and without a rule set. */
  bySpecialty: z.array(z.object({ specialty: z.string(), capacity: z.int(), oere: z.int().nullable() })),
  ridingSchools: z.int(),
  ridingAgreements: z.int(),
  ridingHoursTenths: z.int(),
  /** What the hours may come to at most: the hours with the increase that the rule set allows. */
  ridingCeilingTenths: z.int().nullable(),
  palliativeTherapists: z.int(),
  /** Open cases that the committee would rule on, and its rulings that stand. */
  openCases: z.int().nullable(),
  rulings: z.int().nullable(),
})

/** A region on one of the two dates, with its rule set. */
const Authority = z.object({
  code: RegionCode,
  name: z.string(),
  figures: Figures,
  plan: z.object({ ruleSet: z.string(), ruleSetVersion: z.int() }).nullable(),
})
export type Authority = z.infer<typeof Authority>

/** A parameter in one region's rule set; the value is null where the region has none on the date. */
const Held = z.object({ region: RegionCode, value: ParameterValue.nullable(), source: Source.nullable() })

/** Regions that hand over, those that take over, and all that goes with it. */
const Handover = z.object({
  municipalities: z.array(MunicipalityCode),
  before: z.array(Authority),
  after: z.array(Authority),
  /** Null on a date without regions. */
  together: z.object({ before: Figures.nullable(), after: Figures.nullable() }),
  /** Every parameter; `differs` when not every region of the two sides has the same value. */
  parameters: z.array(z.object({ key: z.string(), differs: z.boolean(), before: z.array(Held), after: z.array(Held) })),
  /** Agreements that hold hours on the first date; their areas stay as they are. */
  ridingAgreements: z.array(
    z.object({
      agreement: AgreementId,
      school: SchoolId,
      schoolName: z.string(),
      position: Position2d.nullable(),
      municipality: MunicipalityCode,
      hoursTenths: z.int(),
      area: CoverageArea,
      before: RegionCode.nullable(),
      after: RegionCode.nullable(),
    }),
  ),
  /** Proposed and adopted section-2 agreements on palliative physiotherapy that stand on the first date. */
  section2: z.array(
    z.object({
      proposal: z.string(),
      before: RegionCode,
      after: RegionCode.nullable(),
      proposedOn: EffectiveDate,
      adopted: z.object({ basis: SizingBasis, on: EffectiveDate }).nullable(),
    }),
  ),
  /** Open cases that the asker may see: who rules on each date, and whose rule set judges it on the day it is wanted. */
  cases: z.array(
    z.object({
      case: CaseId,
      number: z.string(),
      type: ApplicationType,
      status: CaseStatus,
      wantedFrom: EffectiveDate,
      before: RegionCode,
      after: RegionCode,
      judgedBy: RegionCode,
    }),
  ),
})

/**
 * Two dates side by side: which areas change authority between them, and what goes with them. By default the last day of
 * five regions and the first of four. Open cases are those of today.
 */
export const reformView = view({
  path: '/views/reform',
  action: 'plan.read',
  params: AsOfParams.pick({ asKnownAt: true }).extend({
    from: EffectiveDate.default(lastOfFive),
    to: EffectiveDate.default(firstOfFour),
  }),
  response: z.object({
    at: Answered,
    from: EffectiveDate,
    to: EffectiveDate,
    populationAsOf: z.object({ from: EffectiveDate, to: EffectiveDate }),
    /** Clinics whose municipality is not known, and which therefore count in no region. */
    unplaced: z.object({ from: z.int(), to: z.int() }),
    handovers: z.array(Handover),
    /** Regions with the same municipalities on both dates. */
    unchanged: z.array(z.object({ before: Authority, after: Authority })),
    /** Today's municipalities; a region is null before 2007. */
    municipalities: z.array(
      z.object({
        code: MunicipalityCode,
        name: z.string(),
        before: RegionCode.nullable(),
        after: RegionCode.nullable(),
        /** Health council on the second date; null where no source names it, and before there were any. */
        council: z.string().nullable(),
      }),
    ),
    councils: z.object({
      /** All there are, by law; only those named here are known. */
      total: z.int(),
      validFrom: EffectiveDate,
      known: z.array(
        z.object({ name: z.string(), region: RegionCode, municipalities: z.int(), complete: z.boolean() }),
      ),
    }),
  }),
})
