import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { z } from 'zod'
import type { EffectiveDate } from '#events/time'
import { read, request } from '../api.ts'
import { useAreas } from '../shell/scope.ts'
import { useMoment } from '../time/moment.ts'
import { itemsPath } from './paths.ts'
import { type Shapes, shapesOf } from './shapes.ts'

/** Features of a collection as the map needs them; what lies beneath `properties` is the collection's. */
const Items = z.object({
  features: z.array(
    z.looseObject({
      type: z.literal('Feature'),
      id: z.union([z.number(), z.string()]),
      geometry: z.object({ type: z.literal('Point'), coordinates: z.tuple([z.number(), z.number()]) }).nullable(),
      properties: z.record(z.string(), z.unknown()),
    }),
  ),
})
export type Item = z.infer<typeof Items>['features'][number]

/** What is known of the shapes in force at the moment looked at, or on a date of its own, with the regions of the date. */
export function useShapes(asOf?: EffectiveDate): Shapes | undefined {
  const areas = useAreas(asOf).data
  // The areas are another object whenever anything has been written, also where it is not about them.
  const key = JSON.stringify([areas?.boundaries.tiles.href, areas?.regions])
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  return useMemo(() => (areas === undefined ? undefined : shapesOf(areas)), [key])
}

/**
 * Every feature of a collection at the moment looked at or on a date, or in a what-if. `version` names what a scenario holds, so
 * that one that was changed is read again.
 */
export function useItems(
  collection: string,
  options: {
    readonly scenario?: string
    readonly asOf?: string
    readonly version?: string
    readonly enabled?: boolean
  } = {},
) {
  const { params } = useMoment()
  const { scenario, asOf, version } = options
  const path = itemsPath(collection, { ...params, ...(asOf === undefined ? {} : { asOf }), scenario })
  return useQuery({
    queryKey: ['items', path, ...(version === undefined ? [] : [version])] as const,
    queryFn: async ({ signal }) => read(Items, await request(path, { signal })).features,
    enabled: options.enabled ?? true,
    placeholderData: (was) => was,
  })
}
