import { MunicipalityCode } from '#events/identifiers'
import { type AreaIndex, isOutlineWithin, municipalityAt, nearestMunicipality } from '#geo/areas'
import { placeAddress } from '#geo/placement'
import type { Position } from '#geo/position'
import { boundariesInForce } from './boundaries.ts'
import type { Query } from './query.ts'

/** Where an address lies, by the shapes in force on the date; municipalities that it can be, nearest first. */
export const placement: Query<'placement'> = (views, at, _scope, params, { geography }) => {
  const effectiveOn = params.asOf ?? at.effectiveOn
  const { shapes, accuracy } = boundariesInForce(views, { ...at, effectiveOn }, geography)
  const index = shapes.index()
  const position: Position = [params.lng, params.lat]
  const placed = placeAddress({ position, registeredCode: params.registered }, index, accuracy)
  const certain = placed.certainty !== 'confirm' && placed.municipality !== undefined
  return {
    municipality: MunicipalityCode.nullable().parse(placed.municipality ?? null),
    certainty: placed.municipality === undefined ? 'unknown' : placed.certainty,
    distanceToBorderM: placed.distanceToBorderM,
    confirmWithinM: accuracy.confirmWithinM,
    candidates: MunicipalityCode.array().parse(
      certain ? [placed.municipality] : candidates(index, position, params.registered, accuracy.confirmWithinM),
    ),
  }
}

/** The municipality around the position, the one nearest to it, then those within `reach` metres and the register's. */
function candidates(index: AreaIndex, position: Position, registered: string | undefined, reach: number): string[] {
  const answer = municipalityAt(index, position)
  const inside = answer.status === 'inside' ? answer.code : undefined
  const nearest = nearestMunicipality(index, position, inside === undefined ? { reach } : { reach, other: inside })
  const around = [...index.codes].filter((code) => isOutlineWithin(index, position, code, reach)).toSorted()
  const all = [inside, nearest?.code, ...around, registered].filter((code) => code !== undefined)
  return [...new Set(all)]
}
