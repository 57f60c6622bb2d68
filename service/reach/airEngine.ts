import { distanceM } from '#geo/distance'
import type { Position } from '#geo/position'
import type { TravelSurface } from '#geo/travelSurface'
import type { AirSites } from './airTasks.ts'
import type { ReachEngine } from './engine.ts'
import type { ReachThreads } from './pool.ts'

/**
 * Great circles times a detour, in kilometres. They do not cross water: an island without a fixed link has only its own
 * places, and they are there for nobody else. A place that no road leads to is on no shore.
 * @param shore number of each cell's shore.
 */
export function airEngine(
  surface: TravelSurface,
  shore: Uint8Array,
  detour: number,
  threads: ReachThreads,
): ReachEngine {
  const shoreAt = (place: Position): number => shore[surface.cellAt(place)] ?? -1
  const sitesOf = (positions: readonly Position[]): AirSites => ({ positions, shores: positions.map(shoreAt), detour })
  return {
    kind: 'greatCircle',
    unit: 'kilometres',
    version: async () => '',
    kth: async (places, k, { signal } = {}) => await threads.run('airKth', { ...sitesOf(places), k }, signal),
    nearest: async (places, { signal } = {}) => await threads.run('airNearest', sitesOf(places), signal),
    fields: async (places, within, { signal } = {}) =>
      await threads.run('airFields', { ...sitesOf(places), within }, signal),
    async from(place, places) {
      const own = shoreAt(place)
      return Float64Array.from(places, (one) =>
        own >= 0 && shoreAt(one) === own ? (distanceM(place, one) * detour) / 1000 : Number.POSITIVE_INFINITY,
      )
    },
  }
}
