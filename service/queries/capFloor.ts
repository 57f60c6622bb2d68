import type { AsOf } from '#api/asOf'
import { DiagnosisGroupId } from '#events/identifiers'
import { type SharedWork, sharedWork } from '../asker.ts'
import type { Views } from '../projections/views.ts'
import type { ReachEngine } from '../reach/engine.ts'
import type { Ground } from '../reach/ground.ts'
import type { Measured } from '../reach/reach.ts'
import { remembering } from '../remembering.ts'
import { placesOf, waitingAs } from './coverageCosts.ts'
import { supplyFor } from './coverageSupply.ts'
import { groundInForce } from './groundInForce.ts'
import type { World } from './query.ts'

/** Minutes to the nearest of a group from where the way to them is longest, by code of municipality; infinite without any. */
type Farthest = ReadonlyMap<string, number>

/** Where somebody lives farther than a limit from everybody documented for a group. */
export interface Floor {
  readonly minutes: number
  readonly ground: Ground
  /** True when that is so anywhere in the municipalities. A way of just the limit is within it. */
  isNeeded(group: string, municipalities: readonly string[]): boolean
}

/** Groups kept for each views, a hundred numbers each: what a proposal for all of them asks for, at two moments. */
const kept = 128
const remembered = new WeakMap<Views, ReturnType<typeof remembering<SharedWork<Farthest>>>>()

/**
 * The floor "at least one within so many minutes", for some groups. Documented are those whom coverage counts: with valid
 * documentation for the group or a family that holds it, at an address that takes new patients. An area needs
 * the floor when some of its inhabitants, be they ever so few, have nobody within the limit. Islets that no way leads from,
 * in a municipality from which others get there, do not count: a place in the area would be no nearer to them.
 */
export async function floorOf(
  views: Views,
  at: AsOf,
  groups: readonly string[],
  minutes: number,
  world: World,
): Promise<Measured<Floor>> {
  const ground = await groundInForce(views, at, world)
  return await ground.reach.minutes(async (engine): Promise<Floor> => {
    const farthest = new Map<string, Farthest>()
    for (const group of groups) farthest.set(group, await farthestOf(engine, ground, views, at, group, world))
    return {
      minutes,
      ground,
      isNeeded: (group, municipalities) =>
        municipalities.some((code) => (farthest.get(group)?.get(code) ?? 0) > minutes),
    }
  })
}

async function farthestOf(
  engine: ReachEngine,
  ground: Ground,
  views: Views,
  at: AsOf,
  group: string,
  world: World,
): Promise<Farthest> {
  const { asker = {} } = world
  const known = remembered.get(views) ?? remembering<SharedWork<Farthest>>(kept)
  remembered.set(views, known)
  const version = await engine.version(waitingAs(asker))
  const key = [views.version(), at.effectiveOn, at.recordedAt, group, engine.kind, version].join()
  const work = known(key, () =>
    sharedWork(async (all) => {
      const { sites } = supplyFor(views, at, { group: DiagnosisGroupId.parse(group), service: 'clinic' }, world)
      if (sites.length === 0) return farthestBy(ground, null)
      return farthestBy(ground, (await engine.nearest(placesOf(sites), waitingAs(all))).cost)
    }),
  )
  return await work.join(asker)
}

function farthestBy({ grid, population }: Ground, costs: ArrayLike<number> | null): Farthest {
  const longest = new Float64Array(grid.municipalities.length).fill(-1)
  const hasPeople = new Uint8Array(grid.municipalities.length)
  for (const [cell, people] of population.entries()) {
    const index = grid.municipality[cell] ?? -1
    if (people === 0 || index < 0) continue
    hasPeople[index] = 1
    const cost = costs?.[cell] ?? Number.POSITIVE_INFINITY
    if (Number.isFinite(cost)) longest[index] = Math.max(longest[index] ?? 0, cost)
  }
  return new Map(
    grid.municipalities.flatMap((code, index): [string, number][] => {
      const minutes = longest[index] ?? -1
      return hasPeople[index] === 1 ? [[code, minutes < 0 ? Number.POSITIVE_INFINITY : minutes]] : []
    }),
  )
}
