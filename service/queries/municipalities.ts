import { quantileClasses } from '#geo/choropleth'
import { regimeOn, unitOf } from '../rules/regime.ts'
import { answered } from './answered.ts'
import { municipalitiesOn } from './drawnMunicipalities.ts'
import { municipalityFigures, populationDate } from './municipalityFigures.ts'
import type { Query } from './query.ts'

/** Classes of the choropleth. */
const classes = 5

/**
 * The choropleth and its table twin. Classes are those of the whole country, also for one region's rows. Before 2007 the
 * rows are today's municipalities, and the answer says so: the borders of the former ones are not known.
 */
export const municipalities: Query<'municipalities'> = (views, at, scope, { region }, world) => {
  const regime = regimeOn(at.effectiveOn)
  const rows = municipalityFigures(views, at, scope, world)
  return {
    at: answered(views, at),
    regime,
    unit: unitOf(regime),
    populationAsOf: populationDate(world.geography, at.effectiveOn),
    populationSource: 'FOLK1A',
    areasValidFrom: municipalitiesOn(world.geography.areas, at.effectiveOn).validFrom,
    breaks: limits(rows.map(({ per10000 }) => per10000)),
    rows: rows.filter((row) => region === undefined || row.region === region),
  }
}

/**
 * Limits between classes of about equal size, each halfway between the two values that it parts, so that no value lies
 * on one and it does not matter to which side it would belong.
 */
export function limits(values: readonly (number | null)[]): number[] {
  const known = values.filter((value) => value !== null)
  return quantileClasses(known, classes).thresholds.map((bound) => {
    const below = Math.max(...known.filter((value) => value < bound))
    return (below + bound) / 2
  })
}
