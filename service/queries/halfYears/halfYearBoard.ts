import { ActivityPeriod } from '#events/activity'
import { municipalitiesOfRegion } from '#geo/hierarchy'
import { codesIn, packagesNow, toldAs } from '../../halfYears/assembled.ts'
import { answered, NotFound } from '../answered.ts'
import type { Query } from '../query.ts'
import { editionOf, publishedTo } from './editions.ts'
import { deliveriesOf } from './reader.ts'

/** Every municipality and half-year of a region: what was published, and what the reports make possible now. */
export const halfYearBoard: Query<'halfYearBoard'> = (views, at, scope, { region }, world) => {
  if (scope.reach !== 'all' && !scope.regions.includes(region))
    throw new NotFound(`Half-yearly data of region ${region}`)
  const { areas } = world.geography
  const municipalities = municipalitiesOfRegion(areas, region, at.effectiveOn)
  const { periods, rows } = deliveriesOf(views, at, region, municipalities, world)
  const published = publishedTo(views, at, municipalities)
  const now = new Map<string, ReturnType<typeof packagesNow>>()
  for (const text of periods) {
    const period = ActivityPeriod.parse(text)
    // A half-year before a merger is published by who had it then.
    if (codesIn(areas, region, period).length > 0) now.set(text, packagesNow(views, at, areas, region, period))
  }
  return {
    at: answered(views, at),
    region,
    periods,
    rows: rows.map(({ municipality, period, finding }) => {
      const editions = published.filter((one) => one.municipality === municipality && one.period === period)
      const latest = editions.at(-1)
      const content = now.get(period)?.(municipality) ?? null
      const told = content === null ? null : toldAs(content)
      return {
        municipality,
        period,
        finding,
        editions: editions.length,
        latest: latest === undefined ? null : editionOf(latest),
        ready: told === null ? 'nothing' : told.complete ? 'whole' : 'partial',
        differs: told !== null && latest !== undefined && latest.checksum !== told.checksum,
      }
    }),
  }
}
