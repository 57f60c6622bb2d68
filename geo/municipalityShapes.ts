import { feature } from 'topojson-client'
import { topology as buildTopology } from 'topojson-server'
import type { GeometryCollection, Topology } from 'topojson-specification'
import type { MunicipalityFeatures } from './position.ts'

/** `boundaries/municipalities.topojson`: neighbours share their arcs. */
export type MunicipalityTopology = Topology<{
  municipalities: GeometryCollection<{ readonly code: string; readonly name: string }>
}>

/**
 * The parsed text of a municipality TopoJSON. Throws a TypeError when it is no topology with an object
 * `municipalities` whose geometries carry a four-digit code.
 */
export function municipalityTopology(json: unknown): MunicipalityTopology {
  // Every part is looked at before it is relied on; the cast only gives the parts their names.
  const parsed = json as Partial<MunicipalityTopology> | null
  const geometries = parsed?.objects?.municipalities?.geometries
  const coded =
    parsed?.type === 'Topology' &&
    Array.isArray(parsed.arcs) &&
    Array.isArray(geometries) &&
    geometries.every(
      (geometry) =>
        geometry.properties !== undefined && 'code' in geometry.properties && /^\d{4}$/.test(geometry.properties.code),
    )
  if (!coded)
    throw new TypeError('expected a TopoJSON with an object "municipalities" whose shapes have a code of 4 digits')
  return parsed as MunicipalityTopology
}

/** The municipalities as GeoJSON in WGS84, by code. */
export function municipalityFeatures(topology: MunicipalityTopology): MunicipalityFeatures {
  const { features } = feature(topology, topology.objects.municipalities)
  return {
    type: 'FeatureCollection',
    features: features
      .flatMap(({ geometry, properties }) =>
        geometry.type === 'Polygon' || geometry.type === 'MultiPolygon'
          ? [{ type: 'Feature' as const, id: properties.code, properties, geometry }]
          : [],
      )
      .toSorted((a, b) => (a.properties.code < b.properties.code ? -1 : 1)),
  }
}

/** Checked shapes as a topology: neighbours that have the same vertices along their border come to share the arc. */
export function topologyOf(shapes: MunicipalityFeatures): MunicipalityTopology {
  // It keeps the objects it is given under their names; its types forget the properties.
  return buildTopology({ municipalities: shapes }, 1e6) as unknown as MunicipalityTopology
}
