import type { Feature } from 'geojson'
import type { z } from 'zod'
import type { AsOf } from '#api/asOf'
import type { Action, Scope } from '#api/policy'
import type { Words } from '#events/words'
import type { Views } from '../projections/views.ts'
import type { World } from '../queries/query.ts'

/** West, south, east and north in degrees. */
export type BBox = readonly [west: number, south: number, east: number, north: number]

/**
 * A spatial output: items, CSV and tiles are made of the same features. Ids are whole numbers that stay a thing's own
 * over time; features come in ascending order of them.
 */
export interface Collection {
  readonly id: string
  readonly title: Words
  readonly action: Action
  /** Every property with its description; what is unknown is null. */
  readonly properties: z.ZodObject
  /** Names of the projections that the features come from. */
  readonly dependsOn: readonly string[]
  features(views: Views, at: AsOf, scope: Scope, world: World, within?: BBox): Iterable<Feature>
}

/** True when a point lies in the box, its edges included. Everything lies in no box. */
export function isWithin([lng, lat]: readonly [number, number], within: BBox | undefined): boolean {
  if (within === undefined) return true
  const [west, south, east, north] = within
  return west <= lng && lng <= east && south <= lat && lat <= north
}
