import type { Feature, FeatureCollection, Geometry } from 'geojson'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'

/** Lakes that simplifying has left with fewer corners look like shards, not like lakes: they are not drawn. */
const LEAST_CORNERS = 8

/** The parsed text of `boundaries/lakes.topojson` as GeoJSON. Throws a TypeError when it has no object `lakes`. */
export function lakeShapes(json: unknown): FeatureCollection {
  // A file of our own, whose shape its generator checks; the object is looked at before it is relied on.
  const topology = json as Topology<{ lakes?: GeometryCollection }>
  const { lakes } = topology.objects
  if (lakes === undefined) throw new TypeError('expected a TopoJSON with an object "lakes"')
  const features = feature(topology, lakes)
    .features.filter(({ geometry }) => cornersOf(geometry) >= LEAST_CORNERS)
    .map(({ geometry }): Feature => ({ type: 'Feature', geometry, properties: { kind: 'lake' } }))
  return { type: 'FeatureCollection', features }
}

function cornersOf(shape: Geometry): number {
  if (shape.type === 'Polygon') return shape.coordinates[0]?.length ?? 0
  return shape.type === 'MultiPolygon' ? Math.max(...shape.coordinates.map(([outline]) => outline?.length ?? 0)) : 0
}
