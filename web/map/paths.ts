import { searchOf } from '../search.ts'

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
