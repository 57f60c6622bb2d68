import type { Source } from '#events/finding'
import { RegionCode } from '#events/identifiers'
import { type ParameterKey, PlanParameters } from '#events/planParameters'
import { EffectiveDate } from '#events/time'
import { merged, merger, merging } from './responsibleRegion.ts'
import { assumption, published, seed } from './sources.ts'

/** A rule set as `PublishRuleSet` takes it: whole, with every parameter and where it comes from. */
export interface RuleSet {
  readonly region: RegionCode
  readonly ruleSet: string
  readonly ruleSetVersion: number
  readonly effectiveFrom: EffectiveDate
  /** First day on which it no longer holds; null while open. */
  readonly until: EffectiveDate | null
  readonly parameters: PlanParameters
  readonly sources: Record<ParameterKey, Source>
}

/** A parameter's value and where it comes from. */
type Stated = { readonly [Key in ParameterKey]: readonly [value: PlanParameters[Key], source: Source] }

/** The day on which hour limits and turnover ceilings lapsed (S_NYOK). */
export const unitsFrom = EffectiveDate.parse('2024-01-01')
/** The committee of Region Midtjylland approved its plan (S_SEED001). */
const planApproved = EffectiveDate.parse('2015-09-09')

/** Every parameter with its value and where the value comes from, unless the regime below says otherwise. */
const catalogue = {
  poolBasisPoints: [375, published('S_NYNED')],
  pool62Oere: [4_000_000_000, published('S_NYNED')],
  pool51Oere: [4_600_000_000, published('S_NYNED')],
  crossMunicipalityAllowed: [false, seed('S_SEED001', 'section 4, annex 2')],
  toleranceHoursTenths: [0, assumption('toleranceHoursTenths')],
  toleranceUnitsHundredths: [0, assumption('toleranceUnitsHundredths')],
  maxAddresses: [1, seed('S_SEED001', 'section 3, annex 2')],
  transitionDays: [0, assumption('transitionDays')],
  openToAllPatients: [true, seed('S_SEED001', 'section 4')],
  noticeDays: [30, assumption('noticeDays')],
  noticeRule: ['first-of-second-month-after-receipt', published('S_SKEMA')],
  maxClinicsPerOwner: [6, published('S_EJER')],
  maxClinicsFrom: ['2023-09-22', published('S_EJER')],
  ceilingRequired: [true, seed('S_SEED001', 'section 3, section 4, annex 2')],
  ceilingBasisPercent: [100, assumption('ceilingBasisPercent')],
  unit62Oere: [100_000_000, published('S_KAP')],
  unit51Oere: [39_300_000, published('S_KAP')],
  unitLevelYear: [2022, published('S_KAP')],
  unitIndexTenThousandths: [10_000, assumption('unitIndexTenThousandths')],
  bendReductionPercent: [40, published('S_KAP')],
  smallBelowHoursTenths: [300, seed('S_SEED001', 'section 3, section 4, annex 2')],
  reviewHighPercent: [125, assumption('reviewHighPercent')],
  reviewLowPercent: [50, assumption('reviewLowPercent')],
  newMobileAllowed: [false, seed('S_SEED001', 'section 4')],
  advertiseVacantRiding: [false, seed('S_SEED001', 'section 3, section 4')],
  ridingMaxIncreaseTenths: [0, seed('S_SEED001', 'section 3, section 4')],
  countyCutoff: ['2007-01-01', seed('S_SEED001', 'section 3, section 4')],
  ridingMinHoursTenths: [100, seed('S_SEED001', 'section 4')],
  ridingCountMode: ['pair', assumption('ridingCountMode')],
  hearCapacityCases: [true, assumption('hearCapacityCases')],
  areaTargetPercent: [100, assumption('areaTargetPercent')],
  controlThresholdPercent: [10, seed('S_SEED001', 'footnote 1, section 4')],
  controlMinPatients: [10, assumption('controlMinPatients')],
  maxIndividualTenths: [40, published('S_FIRE')],
  substitutionHundredths: [100, seed('S_SEED001', 'section 4')],
  homeReviewHundredths: [125, assumption('homeReviewHundredths')],
  homeReviewMonths: [12, assumption('homeReviewMonths')],
  serviceGapGoalTenths: [0, seed('S_SEED001', 'section 3')],
  capFactorHundredths: [100, assumption('capFactorHundredths')],
  capRounding: ['ceil', assumption('capRounding')],
  capMinimum: [1, assumption('capMinimum')],
  capBasis: ['users', assumption('capBasis')],
  smallGroupBelow: [1000, assumption('smallGroupBelow')],
  coverageMaxKm: [30, assumption('coverageMaxKm')],
  detourHundredths: [130, assumption('detourHundredths')],
  coverageMinProviders: [1, assumption('coverageMinProviders')],
  competenceYears: [5, assumption('competenceYears')],
  competenceGraceDays: [90, assumption('competenceGraceDays')],
  competenceAdviceDays: [180, assumption('competenceAdviceDays')],
  palliativeMinAccepting: [2, assumption('palliativeMinAccepting')],
  homeRadiusKm: [30, assumption('homeRadiusKm')],
  surveyMonths: [24, assumption('surveyMonths')],
  section2UpliftPercent: [35, seed('S_SEED002', 'scaling from Region Hovedstaden')],
  section2WarnPoints: [5, assumption('section2WarnPoints')],
  firstHalfDue: ['09-30', assumption('firstHalfDue')],
  secondHalfDue: ['03-31', assumption('secondHalfDue')],
  renewalWarningMonths: [12, assumption('renewalWarningMonths')],
  caseDays: [21, assumption('caseDays')],
  planDays: [71, seed('S_SEED001', 'hearing 2014-11-26 to 2015-02-05')],
  unanimity: [true, published('S_SU')],
  referralDays: [14, published('S_SU')],
  minCell: [5, assumption('minCell')],
  contactMonths: [12, assumption('contactMonths')],
} as const satisfies Partial<Stated>

const inHours: Stated = {
  ...catalogue,
  regime: ['HOURS', published('S_NYOK')],
  allowNewNumbers: [false, seed('S_SEED001', 'section 3')],
  poolMode: [false, seed('S_SEED001', 'section 3')],
  extraAddressRole: ['approve', assumption('extraAddressRole')],
}

const inKroner: Stated = {
  ...catalogue,
  regime: ['KR_PER_CLINIC', published('S_KAP')],
  // New numbers only from an advertised pool (S_NYNED), never on application alone.
  allowNewNumbers: [false, published('S_NYNED')],
  poolMode: [true, published('S_NYNED')],
  extraAddressRole: ['notify', published('S_ADR')],
}

function parametersOf(stated: Stated): PlanParameters {
  return PlanParameters.parse(Object.fromEntries(Object.entries(stated).map(([key, [value]]) => [key, value])))
}

function sourcesOf(stated: Stated): Record<ParameterKey, Source> {
  const sources = Object.entries(stated).map(([key, [, source]]) => [key, source])
  // The same keys as `stated`, by construction.
  return Object.fromEntries(sources) as Record<ParameterKey, Source>
}

const hoursParameters = parametersOf(inHours)
const hoursSources = sourcesOf(inHours)
const unitsParameters = parametersOf(inKroner)
const unitsSources = sourcesOf(inKroner)

const midtjylland = RegionCode.parse('1082')
const others = ['1081', '1083', '1084', '1085'].map((code) => RegionCode.parse(code))

/** Every parameter taken over from Region Midtjylland's plan: other regions' plans were not read (ASSUMPTION). */
const likeMidtjylland = Object.fromEntries(
  Object.entries(hoursSources).map(([key, source]) => [
    key,
    source.kind === 'SEED' ? assumption(`${key} as in Region Midtjylland`) : source,
  ]),
  // The same keys as `hoursSources`, by construction.
) as Record<ParameterKey, Source>

/** `RM-2015`: the plan of Region Midtjylland while capacity was counted in hours (S_SEED001). */
export const rm2015: RuleSet = {
  region: midtjylland,
  ruleSet: 'RM-2015',
  ruleSetVersion: 1,
  effectiveFrom: planApproved,
  until: unitsFrom,
  parameters: hoursParameters,
  sources: hoursSources,
}

/** `OK-2024`: kroner per clinic, for one region; to the merger for the two that merge, from it for the new one. */
export function ok2024(region: RegionCode): RuleSet {
  return {
    region,
    ruleSet: 'OK-2024',
    ruleSetVersion: 1,
    effectiveFrom: region === merged ? merger : unitsFrom,
    until: merging.includes(region) ? merger : null,
    parameters: unitsParameters,
    sources: unitsSources,
  }
}

/** Every rule set that ships: all regions from 2015-09-09 on, without a gap and without an overlap. */
export const ruleSets: readonly RuleSet[] = [
  rm2015,
  ...others.map((region) => ({ ...rm2015, region, ruleSet: 'HOURS-2015', sources: likeMidtjylland })),
  ...[midtjylland, ...others, merged].map(ok2024),
]
