import type { Feature, FeatureCollection, Geometry } from 'geojson'
import type { StyleSpecification } from 'maplibre-gl'
import { fontFaces } from './fonts.ts'
import type { Shapes } from './shapes.ts'

/** The empty map: the fonts of the labels. Everything else is a layer over it; nothing comes from outside. */
export function emptyStyle(): StyleSpecification {
  return { version: 8, 'font-faces': fontFaces(), sources: {}, layers: [] }
}

/**
 * The ground as one source, so that its tiles are cut and clipped once: municipalities by `code`, and by `kind` lakes,
 * municipality lines, coast and region lines, in that order.
 */
export function groundOf(shapes: Shapes | undefined, lakes: FeatureCollection | undefined): FeatureCollection {
  if (shapes === undefined) return { type: 'FeatureCollection', features: [] }
  const of = (kind: string, geometry: Geometry): Feature => ({ type: 'Feature', geometry, properties: { kind } })
  return {
    type: 'FeatureCollection',
    features: [
      ...shapes.municipalities.features,
      ...(lakes?.features ?? []).map(({ geometry }) => of('lake', geometry)),
      of('municipality', shapes.municipalityLine),
      of('coast', shapes.coast),
      of('region', shapes.regionLine),
    ],
  }
}

/** Points with names other than the municipalities': `kind` is region or town. */
export function namedOf(shapes: Shapes | undefined, towns: FeatureCollection | undefined): FeatureCollection {
  const of = (kind: string, from: FeatureCollection | undefined) =>
    (from?.features ?? []).map((one): Feature => ({ ...one, properties: { ...one.properties, kind } }))
  return { type: 'FeatureCollection', features: [...of('region', shapes?.regions), ...of('town', towns)] }
}
