import type { FeatureCollection, Point } from 'geojson'
import type { StyleSpecification } from 'maplibre-gl'
import { fontFaces } from './fonts.ts'
import type { Shapes } from './shapes.ts'

/** The empty map: the fonts of the labels. Everything else is a layer over it; nothing comes from outside. */
export function emptyStyle(): StyleSpecification {
  return { version: 8, 'font-faces': fontFaces(), sources: {}, layers: [] }
}

/** Names as one source, regions before municipalities: `kind` is region, or municipality with what its label shows. */
export function namesOf(shapes: Shapes, labels: FeatureCollection<Point>): FeatureCollection<Point> {
  const of = (kind: string, { features }: FeatureCollection<Point>) =>
    features.map((one) => ({ ...one, properties: { ...one.properties, kind } }))
  return { type: 'FeatureCollection', features: [...of('region', shapes.regions), ...of('municipality', labels)] }
}
