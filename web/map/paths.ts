import lakesPath from '../../geo/boundaries/lakes.topojson?url'
import { searchOf } from '../search.ts'

/** Lakes, part of this build. */
export { lakesPath }

/** Towns with their inhabitants. */
export const townsPath = '/api/geography/towns.json'

/** Every feature of a collection, at a moment and in a what-if. */
export function itemsPath(
  collection: string,
  params: {
    readonly asOf?: string | undefined
    readonly asKnownAt?: string | undefined
    readonly scenario?: string | undefined
  },
): string {
  return `/ogc/collections/${collection}/items${searchOf({ ...params, limit: 10_000 })}`
}
