import { daysOf } from '#events/activity'
import { MunicipalityCode } from '#events/identifiers'
import { digestOf } from '../../canonical.ts'
import { answered, NotFound } from '../answered.ts'
import type { Query } from '../query.ts'
import { editionOf, publishedTo } from './editions.ts'
import { deliveriesOf, regionToRead } from './reader.ts'

/** A municipality's package of a half-year, as it was published: nothing of it is computed anew. */
export const halfYearPackage: Query<'halfYearPackage'> = (views, at, scope, params, world) => {
  const { municipality, period, edition: wanted } = params
  const region = regionToRead(scope, municipality, at, world)
  const editions = publishedTo(views, at, [municipality]).filter((one) => one.period === period)
  const shown = wanted === undefined ? editions.at(-1) : editions.find(({ edition }) => edition === wanted)
  if (wanted !== undefined && shown === undefined) throw new NotFound(`Edition ${wanted} of ${period}`)
  const isOver = daysOf(period).to <= at.effectiveOn
  const deliveries = isOver ? deliveriesOf(views, at, region, [municipality], world).rows : []
  return {
    at: answered(views, at),
    municipality: MunicipalityCode.parse(municipality),
    region,
    period,
    editions: editions.map(editionOf).toReversed(),
    shown: shown?.edition ?? null,
    content: shown?.content ?? null,
    intact: shown?.content == null ? null : digestOf(shown.content) === shown.checksum,
    previous: shown === undefined ? null : (editions[shown.edition - 2]?.content ?? null),
    finding: deliveries.find((row) => row.period === period)?.finding ?? null,
  }
}
