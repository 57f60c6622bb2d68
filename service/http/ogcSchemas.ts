import { z } from 'zod'
import { EffectiveDate } from '#events/time'

/** Media types and URIs of OGC API Features 1.0, Part 1. */
export const crs84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84'
export const conformance = 'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf'
export const geojson = 'application/geo+json'
export const csv = 'text/csv'
export const openApi = 'application/vnd.oai.openapi+json;version=3.1'

export const Link = z.object({
  href: z.string(),
  rel: z.string(),
  type: z.string().optional(),
  title: z.string().optional(),
})
export type Link = z.infer<typeof Link>

export const Landing = z.object({ title: z.string(), description: z.string(), links: z.array(Link) })
export const Conformance = z.object({ conformsTo: z.array(z.string()) })

export const CollectionInfo = z
  .object({
    id: z.string(),
    title: z.string(),
    extent: z.object({
      spatial: z.object({ bbox: z.array(z.array(z.number())), crs: z.string() }),
      temporal: z.object({ interval: z.array(z.array(z.string().nullable())) }),
    }),
    itemType: z.literal('feature'),
    crs: z.array(z.string()),
    links: z.array(Link),
  })
  .meta({ id: 'FeatureCollectionInfo' })
export type CollectionInfo = z.infer<typeof CollectionInfo>

export const CollectionList = z.object({ links: z.array(Link), collections: z.array(CollectionInfo) })

/** A feature with the collection's own properties. */
export function featureOf<Properties extends z.ZodObject>(properties: Properties) {
  return z.object({
    type: z.literal('Feature'),
    id: z.int(),
    geometry: z.looseObject({ type: z.string() }),
    properties,
  })
}

/** A page of features; besides what GeoJSON and OGC ask for it tells the two times that it was answered at. */
export function pageOf<Properties extends z.ZodObject>(properties: Properties) {
  return z.object({
    type: z.literal('FeatureCollection'),
    timeStamp: z.string(),
    numberMatched: z.int(),
    numberReturned: z.int(),
    effectiveOn: EffectiveDate,
    recordedAt: z.string(),
    synthetic: z.boolean(),
    links: z.array(Link),
    features: z.array(featureOf(properties)),
  })
}
