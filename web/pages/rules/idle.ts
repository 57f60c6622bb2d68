import type { CapacityRegime, ParameterKey } from '#events/planParameters'
import type { Parameter } from './planParameter.ts'

/** Parameters that rules read under one way of counting capacity only; riding is hours always. */
const regimes: Partial<Readonly<Record<ParameterKey, CapacityRegime>>> = {
  toleranceUnitsHundredths: 'KR_PER_CLINIC',
  unit62Oere: 'KR_PER_CLINIC',
  unit51Oere: 'KR_PER_CLINIC',
  unitLevelYear: 'KR_PER_CLINIC',
  unitIndexTenThousandths: 'KR_PER_CLINIC',
  bendReductionPercent: 'KR_PER_CLINIC',
  ceilingRequired: 'HOURS',
  ceilingBasisPercent: 'HOURS',
  smallBelowHoursTenths: 'HOURS',
  reviewHighPercent: 'HOURS',
  reviewLowPercent: 'HOURS',
}
const pool: readonly string[] = ['poolBasisPoints', 'pool62Oere', 'pool51Oere'] satisfies ParameterKey[]
const owner: readonly string[] = ['maxClinicsPerOwner', 'maxClinicsFrom'] satisfies ParameterKey[]

/** Why a rule set holds a value that no rule reads on the date. */
export type Idle =
  | { readonly why: 'hours' | 'kroner' | 'noPool' }
  /** The rule takes hold on a later day. */
  | { readonly why: 'later'; readonly from: string }

/**
 * Why the parameter means nothing in the rule set on the date, or null while a rule reads it. A rule set is always whole,
 * so that it also holds values of rules that came later or have lapsed.
 */
export function idleIn(parameters: readonly Parameter[], on: string, key: string): Idle | null {
  const stands = (name: ParameterKey) => parameters.find((one) => one.key === name)?.value
  const regime = Object.entries(regimes).find(([name]) => name === key)?.[1]
  if (regime !== undefined && regime !== stands('regime'))
    return { why: stands('regime') === 'HOURS' ? 'hours' : 'kroner' }
  if (pool.includes(key) && stands('poolMode') === false) return { why: 'noPool' }
  const from = stands('maxClinicsFrom')
  return owner.includes(key) && typeof from === 'string' && from > on ? { why: 'later', from } : null
}
