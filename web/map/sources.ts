import { queryOptions, useQuery } from '@tanstack/react-query'
import type { FeatureCollection, Geometry, Point } from 'geojson'
import { feature } from 'topojson-client'
import type { Topology } from 'topojson-specification'
import { z } from 'zod'
import { municipalityTopology } from '#geo/municipalityShapes'
import { read, request } from '../api.ts'
import { type Areas, useAreas } from '../shell/scope.ts'
import { useMoment } from '../time/moment.ts'
import { itemsPath, lakesPath, townsPath } from './paths.ts'
import { type Shapes, shapesOf } from './shapes.ts'

const Towns = z.array(
  z.looseObject({
    name: z.string(),
    lng: z.number(),
    lat: z.number(),
    population: z.number().nullable(),
    rank: z.number(),
    partOfCity: z.boolean(),
  }),
)

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

/** Lakes that simplifying has left with fewer corners look like shards, not like lakes: they are not drawn. */
const lakeCorners = 8

function cornersOf(shape: Geometry): number {
  if (shape.type === 'Polygon') return shape.coordinates[0]?.length ?? 0
  return shape.type === 'MultiPolygon' ? Math.max(...shape.coordinates.map(([outer]) => outer?.length ?? 0)) : 0
}

const forever = Number.POSITIVE_INFINITY

/** The shapes in force at the moment looked at, with the regions of the date. */
export function useShapes() {
  const areas = useAreas()
  return useQuery({ ...shapesQuery(areas.data), enabled: areas.data !== undefined, placeholderData: (was) => was })
}

function shapesQuery(areas: Areas | undefined) {
  const regions = areas?.regions.map(({ code }) => code).join(' ')
  return queryOptions({
    queryKey: ['shapes', areas?.boundaries.sha256, regions] as const,
    queryFn: async ({ signal }): Promise<Shapes> => {
      if (areas === undefined) throw new RangeError('shapes asked for before the areas are known')
      return shapesOf(municipalityTopology(await request(areas.boundaries.href, { signal })), areas)
    },
    staleTime: forever,
    structuralSharing: false,
  })
}

/** Towns with their inhabitants, biggest first. */
export function useTowns() {
  return useQuery({
    queryKey: ['towns'] as const,
    queryFn: async ({ signal }): Promise<FeatureCollection<Point>> => ({
      type: 'FeatureCollection',
      features: read(Towns, await request(townsPath, { signal }))
        .filter((town) => !town.partOfCity)
        .map(({ name, lng, lat, population, rank }) => ({
          type: 'Feature',
          geometry: { type: 'Point', coordinates: [lng, lat] },
          properties: { name, population: population ?? 0, rank },
        })),
    }),
    staleTime: forever,
  })
}

/** Lakes, part of this build. */
export function useLakes() {
  return useQuery({
    queryKey: ['lakes'] as const,
    queryFn: async ({ signal }): Promise<FeatureCollection> => {
      // A file of our own build, whose shape its generator checks.
      const topology = (await request(lakesPath, { signal })) as Topology
      const [object] = Object.values(topology.objects)
      if (object === undefined) return { type: 'FeatureCollection', features: [] }
      const lakes = feature(topology, object)
      const features = lakes.type === 'FeatureCollection' ? lakes.features : [lakes]
      return {
        type: 'FeatureCollection',
        features: features.filter(({ geometry }) => cornersOf(geometry) >= lakeCorners),
      }
    },
    staleTime: forever,
    structuralSharing: false,
  })
}

/** Every feature of a collection at the moment looked at, or in a case's what-if. */
export function useItems(collection: string, options: { readonly scenario?: string; readonly enabled?: boolean } = {}) {
  const { params } = useMoment()
  const path = itemsPath(collection, { ...params, scenario: options.scenario })
  return useQuery({
    queryKey: ['items', path] as const,
    queryFn: async ({ signal }) => read(Items, await request(path, { signal })).features,
    enabled: options.enabled ?? true,
    placeholderData: (was) => was,
  })
}
