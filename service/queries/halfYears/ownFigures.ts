import type { AsOf } from '#api/asOf'
import { ActivityPeriod, daysOf } from '#events/activity'
import type { HalfYearMeasure } from '#events/halfYear'
import { MunicipalityCode, type RegionCode, Specialty } from '#events/identifiers'
import { KeyFigure, keyFigure } from '#events/keyFigures'
import type { AreaCatalogue } from '#geo/areaCatalogue'
import { regionOf } from '#geo/hierarchy'
import { strictestCell } from '../../demand/minCell.ts'
import { codesIn, inhabitantsOf, toldPeriods } from '../../halfYears/assembled.ts'
import { measuresOf, priceLevelOf } from '../../halfYears/halfYearPackage.ts'
import type { ToldTable } from '../../halfYears/toldFigures.ts'
import type { Views } from '../../projections/views.ts'
import { addDays } from '../../rules/calendar.ts'
import { answered } from '../answered.ts'
import type { AnswerOf, Query } from '../query.ts'
import { editionOf, type Published, publishedTo } from './editions.ts'
import { deliveriesOf, regionToRead } from './reader.ts'

type Answer = AnswerOf<'ownFigures'>
type Year = Answer['years'][number]

/** Fewest municipalities that a middle half is told of: of fewer it would be one municipality's own figure. */
const fewestPeers = 5

/** A municipality's own key figures by year and half-year, with R-40 applied to everything that is told. */
export const ownFigures: Query<'ownFigures'> = (views, at, scope, { municipality }, world) => {
  const region = regionToRead(scope, municipality, at, world)
  const { areas } = world.geography
  const published = publishedTo(views, at, [municipality])
  const { rows } = deliveriesOf(views, at, region, [municipality], world)
  return {
    at: answered(views, at),
    municipality: MunicipalityCode.parse(municipality),
    region,
    minCell: strictestCell(views),
    years: Specialty.options.flatMap((specialty) => yearsOf(views, at, areas, municipality, specialty)),
    halfYears: latestOf(published).flatMap(({ period, edition, content }) =>
      content === null ? [] : [{ period: ActivityPeriod.parse(period), edition, content }],
    ),
    deliveries: rows.map(({ period, finding }) => {
      const editions = published.filter((one) => one.period === period)
      const latest = editions.at(-1)
      return { period, finding, editions: editions.length, latest: latest === undefined ? null : editionOf(latest) }
    }),
  }
}

/** The last edition of each half-year, the earliest half-year first. */
function latestOf(published: readonly Published[]): readonly Published[] {
  const latest = new Map(published.map((one) => [one.period, one]))
  return [...latest.values()].toSorted((a, b) => (a.period < b.period ? -1 : 1))
}

function yearsOf(
  views: Views,
  at: AsOf,
  areas: AreaCatalogue,
  municipality: string,
  specialty: Specialty,
): readonly Year[] {
  // The last year that is over; a municipality is held beside those that were in its region then.
  const last = ActivityPeriod.parse(String(Number(at.effectiveOn.slice(0, 4)) - 1))
  // The code comes from the catalogue of areas.
  const region = regionOf(areas, municipality, addDays(daysOf(last).to, -1))?.code as RegionCode | undefined
  if (region === undefined) return []
  const codes = codesIn(areas, region, last)
  const periods = toldPeriods(views, at, { codes, kind: '', specialty }, last)
  return [...periods.values()]
    .toSorted((a, b) => (a.period < b.period ? -1 : 1))
    .map(({ period, told, figures }): Year => {
      const newYear = `${period}-01-01`
      const measures = measuresOf(specialty)
      return {
        period,
        specialty,
        priceLevelYear: priceLevelOf(figures.values()),
        inhabitants: {
          own: inhabitantsOf(areas, [municipality], newYear),
          region: inhabitantsOf(areas, codes, newYear),
        },
        own: Object.fromEntries(measures.map((measure) => [measure, told.own(municipality, measure)])),
        region: Object.fromEntries(measures.map((measure) => [measure, told.region(measure)])),
        peers: peersOf(codes, measures, told, (code) => inhabitantsOf(areas, [code], newYear)),
      }
    })
}

/** The middle half of the region's municipalities, of each key figure; made of told figures alone. */
function peersOf(
  codes: readonly string[],
  measures: readonly HalfYearMeasure[],
  told: ToldTable,
  inhabitants: (code: string) => number | null,
): Year['peers'] {
  const spread = (which: KeyFigure): Year['peers'][KeyFigure] => {
    const values = codes
      .map((code) =>
        keyFigure(
          which,
          (measure) => (measures.includes(measure) ? told.own(code, measure) : 'unknown'),
          inhabitants(code),
        ),
      )
      .filter((value) => typeof value === 'number')
      .toSorted((a, b) => a - b)
    if (values.length < fewestPeers) return null
    return {
      low: quantile(values, 0.25),
      middle: quantile(values, 0.5),
      high: quantile(values, 0.75),
      of: values.length,
    }
  }
  // Every key figure is a key, which `fromEntries` cannot say.
  return Object.fromEntries(KeyFigure.options.map((which) => [which, spread(which)])) as Year['peers']
}

/** Quantile of ascending values, between two neighbours by the distance to each (Hyndman & Fan 1996, type 7). */
function quantile(values: readonly number[], share: number): number {
  const at = (values.length - 1) * share
  const [below, above] = [values[Math.floor(at)] ?? 0, values[Math.ceil(at)] ?? 0]
  return below + (above - below) * (at - Math.floor(at))
}
