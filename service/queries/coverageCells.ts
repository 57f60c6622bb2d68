import type { AsOf } from '#api/asOf'
import type { CoverageLook } from '#api/views/coverage'
import type { RegionCode } from '#events/identifiers'
import { encodeCells } from '#geo/cellTiles'
import type { Views } from '../projections/views.ts'
import { isSmall } from '../reach/countedPopulation.ts'
import type { Ground } from '../reach/ground.ts'
import { detourIn } from './coverage.ts'
import { type Asked, type CoverageField, coverageField, within } from './coverageField.ts'
import { isAccess } from './coverageScores.ts'
import type { World } from './query.ts'

/**
 * One tile of kilometre squares with how each is covered: `v` the measure where it has a value, `look`, and `uncovered`
 * where people live outside the limit. Held against another date (`early`) also `was` and `d`, the measure then and how much
 * it has changed, where both dates have a value. Nothing of a square with nobody, or with too few households (R-40, S_MAPSDC).
 */
export async function coverageCells(
  views: Views,
  at: AsOf,
  { region, ...asked }: Asked & { readonly region?: RegionCode | undefined },
  [z, x, y]: readonly [z: number, x: number, y: number],
  world: World,
  early?: { readonly views: Views; readonly at: AsOf },
): Promise<Uint8Array | undefined> {
  const { value: field } = await coverageField(views, at, asked, detourIn(views, region, at), world)
  const { grid } = field.ground
  const was =
    early === undefined
      ? undefined
      : (await coverageField(early.views, early.at, asked, detourIn(early.views, region, early.at), world)).value
  return encodeCells(grid, 'cells', [z, x, y], (cell) => {
    if (!isShown(field.ground, cell)) return null
    const now = saidOf(field, asked, cell)
    if (was === undefined) return now
    const then = was.ground.grid.at(grid.east[cell] ?? 0, grid.north[cell] ?? 0)
    return changed(now, isShown(was.ground, then) ? saidOf(was, asked, then) : { look: 'unknown', uncovered: 0 })
  })
}

/** A square on two dates. Without a value on one of them it looks as it does on that date. */
function changed(now: Said, then: Said): Record<string, string | number> {
  if (now.v === undefined) return now
  if (then.v === undefined) return { ...now, look: then.look }
  return { ...now, look: 'known', was: then.v, d: Math.round((now.v - then.v) * 1000) / 1000 }
}

/** Whether a square has enough households to be shown by itself. */
export function isShown({ population, hidden, populationSource }: Ground, cell: number): boolean {
  const people = population[cell] ?? 0
  if (people === 0 || hidden[cell] === 1) return false
  return populationSource !== null || !isSmall(people, null)
}

type Said = { look: CoverageLook; uncovered: 0 | 1; v?: number }

function saidOf({ supply, nearest, reached, value }: CoverageField, { measure, offers }: Asked, cell: number): Said {
  if (!supply.recorded) return { look: 'unknown', uncovered: 0 }
  const how = reached[cell]
  const isCovered = how === within.practice || (offers === 'with' && how === within.offer)
  const uncovered = isCovered ? 0 : 1
  const isReachable = Number.isFinite(nearest[cell] ?? Number.POSITIVE_INFINITY)
  if (!isCovered && !isReachable && supply.sites.length > 0) return { look: 'unreachable', uncovered }
  if (measure === 'share') return { look: isCovered ? 'known' : 'zero', v: isCovered ? 1 : 0, uncovered }
  const one = value[cell] ?? Number.POSITIVE_INFINITY
  if (!Number.isFinite(one)) return { look: supply.sites.length > 0 ? 'unreachable' : 'unknown', uncovered }
  return {
    look: one === 0 && isAccess(measure) ? 'zero' : 'known',
    v: Math.round(one * finest(measure)) / finest(measure),
    uncovered,
  }
}

/** Parts of one that a value is told in: what falls to a square of the supply is a small part of a therapist. */
function finest(measure: Asked['measure']): number {
  return measure === 'availability' ? 1_000_000 : 1000
}
