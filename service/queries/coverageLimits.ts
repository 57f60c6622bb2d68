import type { AsOf } from '#api/asOf'
import type { PlanParameters } from '#events/planParameters'
import type { AreaCatalogue } from '#geo/areaCatalogue'
import { regionOf } from '#geo/hierarchy'
import type { Views } from '../projections/views.ts'
import { remembering } from '../remembering.ts'
import { parametersFor } from './parametersFor.ts'

/** The parameters that coverage reads. */
export type CoverageLimits = Pick<
  PlanParameters,
  | 'competenceYears'
  | 'competenceGraceDays'
  | 'competenceAdviceDays'
  | 'detourHundredths'
  | 'homeRadiusKm'
  | 'surveyMonths'
>

/** Where no rule set holds: the ASSUMPTIONs that every rule set starts from. */
export const usualLimits: CoverageLimits = {
  competenceYears: 5,
  competenceGraceDays: 90,
  competenceAdviceDays: 180,
  detourHundredths: 130,
  homeRadiusKm: 30,
  surveyMonths: 24,
}

/** Moments whose limits are kept for each views: a comparison asks for two of them many times over. */
const kept = 4
const remembered = new WeakMap<Views, ReturnType<typeof remembering<Map<string, CoverageLimits>>>>()

/** The limits of each municipality's region on the date, read once for each region. */
export function limitsBy(
  views: Views,
  areas: AreaCatalogue,
  at: AsOf,
): (municipality: string | null) => CoverageLimits {
  const known = remembered.get(views) ?? remembering<Map<string, CoverageLimits>>(kept)
  remembered.set(views, known)
  const read = known(`${views.version()} ${at.effectiveOn} ${at.recordedAt}`, () => new Map())
  return (municipality) => {
    if (municipality === null) return usualLimits
    const region = regionOf(areas, municipality, at.effectiveOn)?.code ?? ''
    const limits = read.get(region) ?? parametersFor(views, areas, municipality, at) ?? usualLimits
    read.set(region, limits)
    return limits
  }
}
