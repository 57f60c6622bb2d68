import type { AsOf } from '#api/asOf'
import { MunicipalityCode, type RegionCode } from '#events/identifiers'
import { EffectiveDate } from '#events/time'
import { demandAt, publishInTurns } from '../demand/demand.ts'
import { goalAt } from '../demand/pathways.ts'
import type { Views } from '../projections/views.ts'
import type { Measured } from '../reach/reach.ts'
import { answered } from './answered.ts'
import { type Asked, type CoverageField, coverageField, groundName, within } from './coverageField.ts'
import { usualLimits } from './coverageLimits.ts'
import { classesOf, coveredShare, equityOf, rowsOf } from './coverageRows.ts'
import { methodOf } from './coverageScores.ts'
import type { Supply } from './coverageSupply.ts'
import { usersReached } from './coverageUsers.ts'
import { planInForce } from './planInForce.ts'
import type { AnswerOf, AsyncQuery } from './query.ts'

/** Coverage of a diagnosis group and a service: inhabitants by what it costs them to get to somebody competent. */
export const coverage: AsyncQuery<'coverage'> = async (views, at, _scope, { region, ...asked }, world) => {
  const measured = await coverageField(views, at, asked, detourIn(views, region, at), world)
  const { value: field } = measured
  const { areas } = world.geography
  if (field.supply.usesGroup) await publishInTurns(views, areas, at, world.asker)
  const { rows, total } = rowsOf(field, asked, areas, at, region)
  const { group, service, max, unit, measure, k } = asked
  const covered = () => rows.map((row) => ({ municipality: row.municipality, share: coveredShare(row, asked) }))
  const users = field.supply.usesGroup
    ? usersReached(demandAt(views, areas, at), goalAt(views, at), group, covered())
    : null
  return {
    at: answered(views, at),
    ...{ group, service, max, unit, measure, k },
    usesGroup: field.supply.usesGroup,
    recorded: field.supply.recorded,
    proof: proofOf(measured, asked),
    ...classesOf(asked, rows),
    total,
    offersCounted: asked.offers === 'with',
    users: users?.all ?? null,
    equity: equityOf(field, asked, rows),
    rows: rows.map((row) => ({ ...row, users: users?.of(row.municipality) ?? null })),
    ...placesOf(field.supply),
  }
}

/** Detour of the region's rule set; the usual one for the whole country. */
export function detourIn(views: Views, region: RegionCode | undefined, at: AsOf): number {
  const parameters = region === undefined ? null : planInForce(views, region, at)?.parameters
  return (parameters ?? usualLimits).detourHundredths
}

/** What the figures of a field rest on. */
export function proofOf({ value, instead }: Measured<CoverageField>, asked: Asked): AnswerOf<'coverage'>['proof'] {
  const { engine, detourHundredths, ground } = value
  return {
    engine,
    instead,
    detourHundredths,
    ...methodOf(asked),
    populationAsOf: EffectiveDate.parse(ground.populationAsOf),
    populationSource: ground.populationSource,
    ground: groundName(ground),
  }
}

function placesOf({ sites, uncounted, offers, offersUnknown }: Supply) {
  const code = MunicipalityCode.nullable()
  return {
    sites: sites.map(({ kind, id, name, position, municipality, persons }) => ({
      ...{ kind, id, name, position },
      municipality: code.parse(municipality),
      persons: persons.length,
    })),
    uncounted: uncounted.map(({ kind, id, name, position, municipality, persons, reason, until }) => ({
      ...{ kind, id, name, position, reason, until },
      municipality: code.parse(municipality),
      persons: persons.length,
    })),
    offers: [...offers],
    offersUnknown,
  }
}

/** The land within reach, drawn around its kilometre squares. */
export const coverageReach: AsyncQuery<'coverageReach'> = async (views, at, _scope, asked, world) => {
  const { value: field } = await coverageField(
    views,
    at,
    { ...asked, measure: 'share' },
    usualLimits.detourHundredths,
    world,
  )
  const { reached, ground } = field
  const coordinates = await ground.outline((cell) => reached[cell] === within.practice, world.asker?.signal)
  return {
    at: answered(views, at),
    // Vertices are made of two numbers each by the outline itself; GeoJSON's type allows for a height.
    outline: { type: 'MultiPolygon', coordinates: coordinates as [number, number][][][] },
  }
}
