import type { AsOf } from '#api/asOf'
import type { Scope } from '#api/policy'
import { RegionCode } from '#events/identifiers'
import { regionOf, regionsHeldBy } from '#geo/hierarchy'
import type { Views } from '../../projections/views.ts'
import { NotFound } from '../answered.ts'
import { halfYearSection } from '../followUp/calendar.ts'
import { planInForce } from '../planInForce.ts'
import type { AnswerOf, World } from '../query.ts'

/**
 * Region of a municipality whose figures the asker may read: the municipality itself its own, a region its
 * municipalities'. Throws `NotFound` for all others: that there are any is not to be known (R-40).
 */
export function regionToRead(scope: Scope, municipality: string, at: AsOf, { geography }: World): RegionCode {
  const region = RegionCode.safeParse(regionOf(geography.areas, municipality, at.effectiveOn)?.code).data
  const isOwn = scope.reach === 'municipality' && scope.organisation === municipality
  const isOurs = scope.reach === 'region' && region !== undefined && scope.regions.includes(region)
  if (region === undefined || !(scope.reach === 'all' || isOwn || isOurs))
    throw new NotFound(`Figures of municipality ${municipality}`)
  return region
}

/** R-36 of the municipalities' half-years, judged on the date; empty where no rule set holds. */
export function deliveriesOf(
  views: Views,
  at: AsOf,
  region: RegionCode,
  municipalities: readonly string[],
  { geography }: World,
): AnswerOf<'followUp'>['halfYears'] {
  const plan = planInForce(views, region, at)
  if (plan === null) return { periods: [], rows: [] }
  const held = regionsHeldBy(geography.areas, region, at.effectiveOn)
  return halfYearSection(views, at, held.length > 0 ? held : [region], municipalities, plan.parameters)
}
