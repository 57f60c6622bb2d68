import { z } from 'zod'
import { ApplicationType } from '#events/case'
import { Outcome } from '#events/finding'
import {
  AgreementId,
  CaseId,
  MunicipalityCode,
  PersonId,
  ProviderNumber,
  RegionCode,
  SchoolId,
} from '#events/identifiers'
import { Position2d } from '#events/place'
import { CoverageArea } from '#events/ridingAgreement'
import { EffectiveDate } from '#events/time'
import { Answered, AsOfParams } from '../asOf.ts'
import { view } from '../definitions.ts'
import { CaseStatus } from './case.ts'

/** One step of a total over effective time: it holds from `from`, the day itself included, to `to`, which is not. */
const Step = z.object({
  from: EffectiveDate,
  to: EffectiveDate.nullable(),
  hoursTenths: z.int(),
})

/** What an area is on the map today. `parts` are municipalities of which only a part, not known here, lay in the county. */
const DrawnArea = z.object({
  whole: z.array(MunicipalityCode),
  parts: z.array(MunicipalityCode),
  /** Only the county's name is known: not an area, only a guess that is drawn hatched. */
  hypothesis: z.boolean(),
  /** Regions on the date that the area touches, besides the one asked for. */
  otherRegions: z.array(RegionCode),
})

const AgreementRow = z.object({
  agreement: AgreementId,
  school: SchoolId,
  schoolName: z.string(),
  municipality: MunicipalityCode.nullable(),
  position: Position2d.nullable(),
  approved: z.boolean(),
  therapist: PersonId,
  provider: ProviderNumber.nullable(),
  /** Clinic that the number works from on the date; null without a number, or where no clinic is known. */
  clinicName: z.string().nullable(),
  /** `permitted`: may begin, has not. Requested ones hold no hours yet; ended ones are left out. */
  status: z.enum(['requested', 'permitted', 'started']),
  hoursTenths: z.int(),
  /** Date from which the row's hours hold. */
  from: EffectiveDate,
  accessionDate: EffectiveDate.nullable(),
  area: CoverageArea,
  drawn: DrawnArea,
  sourceDocument: z.string().nullable(),
  /** What R-19 misses: `area`, `sourceDocument`, `accessionDate`. Empty when documented. */
  undocumented: z.array(z.enum(['area', 'sourceDocument', 'accessionDate'])),
  /** R-17 for this therapist at this school, or the school as a whole, as the rule set counts. */
  minHours: Outcome,
  shortTenths: z.int(),
  openCases: z.array(z.object({ case: CaseId, number: z.string(), type: ApplicationType })),
})

/** The riding ledger of one region: who holds which hours at which schools, under which area, and what is on its way. */
export const ridingView = view({
  path: '/views/riding',
  action: 'map.read',
  params: AsOfParams.extend({ region: RegionCode }),
  response: z.object({
    at: Answered,
    region: RegionCode,
    /** Hours a week on the date, permitted ones included, by kind of area. */
    totalTenths: z.int(),
    permittedTenths: z.int(),
    byBasis: z.array(
      z.object({ kind: z.enum(['municipality', 'county', 'unknown']), schools: z.int(), hoursTenths: z.int() }),
    ),
    /** Schools with such hours, and all that the register has in the region. */
    schools: z.int(),
    registeredSchools: z.int(),
    /** The whole ledger as a step function; the first step begins with the first hours, future ones included. */
    timeline: z.array(Step),
    /** R-14's allowance; null without a rule set on the date. */
    maxIncreaseTenths: z.int().nullable(),
    minHoursTenths: z.int().nullable(),
    rows: z.array(AgreementRow),
    /** Open riding cases that the asker may see, with the total as it would be; `breaches` are where R-14 is broken. */
    pending: z.array(
      z.object({
        case: CaseId,
        number: z.string(),
        type: ApplicationType,
        status: CaseStatus,
        wantedFrom: EffectiveDate,
        /** Change of the total on the wanted date. */
        deltaTenths: z.int(),
        timeline: z.array(Step),
        breaches: z.array(Step),
        outcome: Outcome.nullable(),
        schools: z.array(SchoolId),
      }),
    ),
    documented: z.object({ of: z.int(), documented: z.int(), targetPercent: z.int().nullable() }),
    /** Later changes that are decided and do not hold yet, nearest first. */
    coming: z.array(
      z.object({
        on: EffectiveDate,
        agreement: AgreementId,
        school: SchoolId,
        deltaTenths: z.int(),
        totalTenths: z.int(),
      }),
    ),
  }),
})
