import type { CapacityRegime } from '#events/planParameters'
import type { EffectiveDate } from '#events/time'
import { unitsFrom } from './ruleSets.ts'

/** How capacity is counted on a date: hours to 2023-12-31, units per clinic from 2024-01-01 (S_NYOK, S_KAP). */
export function regimeOn(date: EffectiveDate): CapacityRegime {
  return date < unitsFrom ? 'HOURS' : 'KR_PER_CLINIC'
}

/** The unit that capacity is counted in under a regime. */
export function unitOf(regime: CapacityRegime): 'hoursTenths' | 'unitsHundredths' {
  return regime === 'HOURS' ? 'hoursTenths' : 'unitsHundredths'
}
