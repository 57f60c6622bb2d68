import { z } from 'zod'
import { Source } from './finding.ts'
import { Oere } from './quantities.ts'

/** How capacity is counted: hours a week to 2023-12-31, kroner per specialty per clinic after (S_NYOK, S_KAP). */
export const CapacityRegime = z.enum(['HOURS', 'KR_PER_CLINIC'])
export type CapacityRegime = z.infer<typeof CapacityRegime>

/** However a plan draws the line, a group of so many persons nationally is not small. */
export const LARGEST_SMALL_GROUP = 5000

const days = z.int().min(0).max(3660)
const months = z.int().min(0).max(120)
/** A whole percentage; 125 is 125 %. */
const percent = z.int().min(0).max(1000)
const monthAndDay = z
  .string()
  .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, { error: 'expected a month and a day, 09-30' })
const date = z.iso.date()

/** Every number a rule measures against. Code says how, the plan says how much. */
export const PlanParameters = z.object({
  regime: CapacityRegime,
  /** new numbers on application; new numbers from an advertised pool, its share of the turnover and its size. */
  allowNewNumbers: z.boolean(),
  poolMode: z.boolean(),
  poolBasisPoints: z.int().min(0).max(10_000),
  pool62Oere: Oere,
  pool51Oere: Oere,
  /** a municipality may gain or lose at most this, in tenths of an hour or hundredths of a unit. */
  crossMunicipalityAllowed: z.boolean(),
  toleranceHoursTenths: z.int().min(0),
  toleranceUnitsHundredths: z.int().min(0),
  /** */
  maxAddresses: z.int().min(1).max(10),
  transitionDays: z.int().min(0).max(366),
  extraAddressRole: z.enum(['approve', 'notify']),
  openToAllPatients: z.boolean(),
  /** */
  noticeDays: z.int().min(0).max(366),
  /** clinics that one owner may come to have by acquisition, for acquisitions from the date on. */
  noticeRule: z.literal('first-of-second-month-after-receipt'),
  maxClinicsPerOwner: z.int().min(1).max(100),
  maxClinicsFrom: date,
  /** R-07: a ceiling is this percentage of the last twelve months' turnover. */
  ceilingRequired: z.boolean(),
  ceilingBasisPercent: percent,
  /** subsidy of one unit at the level year, its index in ten-thousandths, and the cut above the bend limit. */
  unit62Oere: Oere,
  unit51Oere: Oere,
  unitLevelYear: z.int().min(2022).max(2100),
  unitIndexTenThousandths: z.int().min(5_000).max(30_000),
  bendReductionPercent: z.int().min(0).max(100),
  /** hours a week below which a capacity is small, and the band of turnover per weekly hour that needs no word. */
  smallBelowHoursTenths: z.int().min(0),
  reviewHighPercent: percent,
  reviewLowPercent: percent,
  /** */
  newMobileAllowed: z.boolean(),
  /** */
  advertiseVacantRiding: z.boolean(),
  /** */
  ridingMaxIncreaseTenths: z.int().min(0),
  /** who acceded strictly before this day can have an area agreed in a county. */
  countyCutoff: date,
  /** counted per therapist at the school, or for the school over all its therapists. */
  ridingMinHoursTenths: z.int().min(0),
  ridingCountMode: z.enum(['pair', 'school']),
  /** hear municipalities in capacity cases that are not riding cases. */
  hearCapacityCases: z.boolean(),
  /** */
  areaTargetPercent: z.int().min(0).max(100),
  /** */
  controlThresholdPercent: percent,
  controlMinPatients: z.int().min(1).max(10_000),
  /** individual services per patient and year, in tenths. */
  maxIndividualTenths: z.int().min(0).max(10_000),
  /** individual services that go for each group service that comes, in hundredths. */
  substitutionHundredths: z.int().min(0).max(1000),
  /** times the regional share, in hundredths; months after which a case is looked at again. */
  homeReviewHundredths: z.int().min(0).max(1000),
  homeReviewMonths: months,
  /** individual services per patient and year above the national level that are aimed for, in tenths. */
  serviceGapGoalTenths: z.int().min(0).max(1000),
  /** therapists allowed per person of the exact share, in hundredths; how a share is rounded; the least; what is counted. */
  capFactorHundredths: z.int().min(1).max(1000),
  capRounding: z.enum(['ceil', 'round', 'floor']),
  capMinimum: z.int().min(0).max(100),
  capBasis: z.enum(['prevalence', 'users', 'observed']),
  /** persons nationally below which a group is small; kilometres by road, and what a straight line is lengthened by. */
  smallGroupBelow: z.int().min(1).max(LARGEST_SMALL_GROUP),
  coverageMaxKm: z.int().min(1).max(500),
  detourHundredths: z.int().min(100).max(300),
  coverageMinProviders: z.int().min(1).max(100),
  /** */
  competenceYears: z.int().min(1).max(50),
  competenceGraceDays: days,
  competenceAdviceDays: days,
  /** */
  palliativeMinAccepting: z.int().min(0).max(1000),
  homeRadiusKm: z.int().min(1).max(200),
  surveyMonths: months,
  /** uplift in percent, and the difference from the population's in percentage points that is warned of. */
  section2UpliftPercent: percent,
  section2WarnPoints: z.int().min(0).max(100),
  /** month and day on which the data of a half-year are due. */
  firstHalfDue: monthAndDay,
  secondHalfDue: monthAndDay,
  /** */
  renewalWarningMonths: months,
  /** */
  caseDays: z.int().min(1).max(366),
  planDays: z.int().min(1).max(366),
  /** */
  unanimity: z.boolean(),
  referralDays: z.int().min(1).max(366),
  /** */
  minCell: z.int().min(3).max(100),
  /** */
  contactMonths: months,
})
export type PlanParameters = z.infer<typeof PlanParameters>
export type ParameterKey = keyof PlanParameters

/** Where each parameter comes from. */
export const ParameterSources = z.record(z.string(), Source)
