import type { AsOf } from '#api/asOf'
import type { RegionCode } from '#events/identifiers'
import { encodeCells } from '#geo/cellTiles'
import type { Views } from '../projections/views.ts'
import { isSmall } from '../reach/countedPopulation.ts'
import type { Ground } from '../reach/ground.ts'
import { detourIn } from './coverage.ts'
import { type Asked, type CoverageField, coverageField, within } from './coverageField.ts'
import type { World } from './query.ts'

/**
 * One tile of kilometre squares with how each is covered: `v` the measure where it has a value, `look`, and `uncovered`
 * where people live outside the limit. Nothing of a square with nobody, or with too few households (R-40, S_MAPSDC).
 */
export async function coverageCells(
  views: Views,
  at: AsOf,
  { region, ...asked }: Asked & { readonly region?: RegionCode | undefined },
  [z, x, y]: readonly [z: number, x: number, y: number],
  world: World,
): Promise<Uint8Array | undefined> {
  const { value: field } = await coverageField(views, at, asked, detourIn(views, region, at), world)
  return encodeCells(field.ground.grid, 'cells', [z, x, y], (cell) =>
    isShown(field.ground, cell) ? saidOf(field, asked, cell) : null,
  )
}

/** Whether a square has enough households to be shown by itself. */
export function isShown({ population, hidden, populationSource }: Ground, cell: number): boolean {
  const people = population[cell] ?? 0
  if (people === 0 || hidden[cell] === 1) return false
  return populationSource !== null || !isSmall(people, null)
}

function saidOf(
  { supply, nearest, reached, value }: CoverageField,
  { measure, offers }: Asked,
  cell: number,
): Record<string, string | number> {
  if (!supply.recorded) return { look: 'unknown' }
  const how = reached[cell]
  const isCovered = how === within.practice || (offers === 'with' && how === within.offer)
  const uncovered = isCovered ? 0 : 1
  const isReachable = Number.isFinite(nearest[cell] ?? Number.POSITIVE_INFINITY)
  if (!isCovered && !isReachable && supply.sites.length > 0) return { look: 'unreachable', uncovered }
  if (measure === 'share') return { look: isCovered ? 'known' : 'zero', v: isCovered ? 1 : 0, uncovered }
  const one = value[cell] ?? Number.POSITIVE_INFINITY
  if (!Number.isFinite(one)) return { look: supply.sites.length > 0 ? 'unreachable' : 'unknown', uncovered }
  return { look: one === 0 && measure === 'crowding' ? 'zero' : 'known', v: Math.round(one * 1000) / 1000, uncovered }
}
