import type { Source } from '#events/finding'
import { RegionCode } from '#events/identifiers'
import type { ParameterKey, PlanParameters } from '#events/plan'
import { EffectiveDate } from '#events/time'
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

/** The day on which hour limits and turnover ceilings lapsed (S_NYOK). */
export const unitsFrom = EffectiveDate.parse('2024-01-01')
/** The committee of Region Midtjylland approved its plan (S_SEED001). */
const planApproved = EffectiveDate.parse('2015-09-09')
/** Region Hovedstaden and Region Sjælland become Region Østdanmark (S_OST). */
const merger = EffectiveDate.parse('2027-01-01')

const shared = {
  crossMunicipalityAllowed: false,
  toleranceHoursTenths: 0,
  toleranceUnitsHundredths: 0,
  maxAddresses: 1,
  transitionDays: 0,
  noticeDays: 30,
  noticeRule: 'first-of-second-month-after-receipt',
  ridingMinHoursTenths: 100,
  hearCapacityCases: true,
  caseDays: 21,
  planDays: 71,
  unanimity: true,
  referralDays: 14,
  minCell: 5,
} as const satisfies Partial<PlanParameters>

const sharedSources = {
  crossMunicipalityAllowed: seed('S_SEED001', 'section 4, annex 2'),
  toleranceHoursTenths: assumption('toleranceHoursTenths'),
  toleranceUnitsHundredths: assumption('toleranceUnitsHundredths'),
  maxAddresses: seed('S_SEED001', 'section 3, annex 2'),
  transitionDays: assumption('transitionDays'),
  noticeDays: assumption('noticeDays'),
  noticeRule: published('S_SKEMA'),
  ridingMinHoursTenths: seed('S_SEED001', 'section 4'),
  hearCapacityCases: assumption('hearCapacityCases'),
  caseDays: assumption('caseDays'),
  planDays: seed('S_SEED001', 'hearing 2014-11-26 to 2015-02-05'),
  unanimity: published('S_SU'),
  referralDays: published('S_SU'),
  minCell: assumption('minCell'),
} as const satisfies Partial<Record<ParameterKey, Source>>

const hoursParameters: PlanParameters = {
  ...shared,
  regime: 'HOURS',
  allowNewNumbers: false,
  extraAddressRole: 'approve',
}
const hoursSources: Record<ParameterKey, Source> = {
  ...sharedSources,
  regime: published('S_NYOK'),
  allowNewNumbers: seed('S_SEED001', 'section 3'),
  extraAddressRole: assumption('extraAddressRole'),
}

const unitsParameters: PlanParameters = {
  ...shared,
  regime: 'KR_PER_CLINIC',
  // New numbers only from an advertised pool (S_NYNED), never on application alone.
  allowNewNumbers: false,
  extraAddressRole: 'notify',
}
const unitsSources: Record<ParameterKey, Source> = {
  ...sharedSources,
  regime: published('S_KAP'),
  allowNewNumbers: published('S_NYNED'),
  extraAddressRole: published('S_ADR'),
}

const midtjylland = RegionCode.parse('1082')
const others = ['1081', '1083', '1084', '1085'].map((code) => RegionCode.parse(code))
const merging = new Set(['1084', '1085'])

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
    effectiveFrom: region === 'ost' ? merger : unitsFrom,
    until: merging.has(region) ? merger : null,
    parameters: unitsParameters,
    sources: unitsSources,
  }
}

/** Every rule set that ships: all regions from 2015-09-09 on, without a gap and without an overlap. */
export const ruleSets: readonly RuleSet[] = [
  rm2015,
  ...others.map((region) => ({ ...rm2015, region, ruleSet: 'HOURS-2015', sources: likeMidtjylland })),
  ...[midtjylland, ...others, RegionCode.parse('ost')].map(ok2024),
]
