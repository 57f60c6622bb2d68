import type { Feature, FeatureCollection, MultiLineString, MultiPolygon, Point, Polygon, Position } from 'geojson'
import { type MunicipalityTopology, municipalityFeatures } from '#geo/municipalityShapes'
import { boundaryLines } from '#geo/regionShapes'
import type { Areas } from '../shell/scope.ts'
import { type Bounds, boundsOf } from './bounds.ts'
import { labelPoint } from './labelPoint.ts'

export type MunicipalityShapes = FeatureCollection<
  Polygon | MultiPolygon,
  { readonly code: string; readonly name: string; readonly region: string }
>

/** What the map draws of the country on a date. */
export interface Shapes {
  readonly municipalities: MunicipalityShapes
  /** Where each municipality's label stands, by code. */
  readonly labels: ReadonlyMap<string, Position>
  readonly coast: MultiLineString
  readonly municipalityLine: MultiLineString
  /** Between regions in force on the date. */
  readonly regionLine: MultiLineString
  readonly regions: FeatureCollection<Point, { readonly code: string; readonly name: string }>
  /** Lines between the counties of before 2007, and their names where they stood; made when asked for. */
  counties(): { readonly line: MultiLineString; readonly names: Shapes['regions'] }
  boundsOf(codes: ReadonlySet<string>): Bounds | null
  /** The municipality whose label lies nearest in a direction; null at the edge. */
  neighbour(code: string, direction: 'up' | 'down' | 'left' | 'right'): string | null
}

/** Shapes, lines and label points from the topology, with the regions in force. Each border is drawn once. */
export function shapesOf(topology: MunicipalityTopology, areas: Areas): Shapes {
  const regionOf = new Map(areas.municipalities.map(({ code, region }) => [String(code), region ?? '']))
  const features = municipalityFeatures(topology).features.map(
    ({ geometry, properties: { code, name } }): MunicipalityShapes['features'][number] => ({
      type: 'Feature',
      geometry,
      properties: { code, name, region: regionOf.get(code) ?? '' },
    }),
  )
  const labels = new Map<string, Position>()
  for (const { geometry, properties } of features) {
    const point = labelPoint(geometry)
    if (point !== null) labels.set(properties.code, point)
  }
  const lines = boundaryLines(topology, (code) => regionOf.get(code) ?? '')
  return {
    municipalities: { type: 'FeatureCollection', features },
    labels,
    coast: lines.coast,
    municipalityLine: lines.municipality,
    regionLine: lines.region,
    regions: {
      type: 'FeatureCollection',
      features: namesOf(
        areas.regions.map((region) => ({ ...region, name: region.name.replace(/^Region /, '') })),
        labels,
      ),
    },
    counties: () => countiesOf(topology, areas, labels),
    boundsOf: (codes) => boundsOf(features.filter(({ properties }) => codes.has(properties.code))),
    neighbour: (code, direction) => neighbourOf(labels, code, direction),
  }
}

/** A municipality that lies in several former counties stands alone: below it the old line is not known. */
function countiesOf(topology: MunicipalityTopology, { formerCounties }: Areas, labels: ReadonlyMap<string, Position>) {
  const of = (code: string) => formerCounties.filter(({ municipalities }) => municipalities.some((one) => one === code))
  const parentOf = (code: string) => {
    const [only, ...others] = of(code)
    return only === undefined || others.length > 0 ? `alone ${code}` : only.code
  }
  const whole = formerCounties.map((county) => ({
    ...county,
    municipalities: county.municipalities.filter((code) => parentOf(code) === county.code),
  }))
  const names = namesOf(
    whole.filter(({ municipalities }) => municipalities.length > 0),
    labels,
  )
  return {
    line: boundaryLines(topology, parentOf).region,
    names: { type: 'FeatureCollection' as const, features: names },
  }
}

/** Names of areas, each in the middle of its municipalities' label points. */
function namesOf(
  areas: readonly { readonly code: string; readonly name: string; readonly municipalities: readonly string[] }[],
  labels: ReadonlyMap<string, Position>,
): Feature<Point, { code: string; name: string }>[] {
  return areas.map(({ code, name, municipalities }) => {
    const points = municipalities.flatMap((one) => {
      const point = labels.get(one)
      return point === undefined ? [] : [point]
    })
    const mean = (axis: 0 | 1) =>
      points.reduce((sum, point) => sum + (point[axis] ?? 0), 0) / Math.max(points.length, 1)
    return {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [mean(0), mean(1)] },
      properties: { code, name },
    }
  })
}

/** Nearest within 45 degrees of the direction; distance off the axis counts double, so that a row stays a row. */
function neighbourOf(
  labels: ReadonlyMap<string, Position>,
  code: string,
  direction: 'up' | 'down' | 'left' | 'right',
): string | null {
  const [x = 0, y = 0] = labels.get(code) ?? []
  const shrink = Math.cos((y * Math.PI) / 180)
  let best: string | null = null
  let least = Number.POSITIVE_INFINITY
  for (const [other, [ox = 0, oy = 0]] of labels) {
    const [east, north] = [(ox - x) * shrink, oy - y]
    const along = { up: north, down: -north, left: -east, right: east }[direction]
    const across = Math.abs(direction === 'up' || direction === 'down' ? east : north)
    const cost = along + 2 * across
    if (other !== code && along > 0 && across <= along && cost < least) {
      least = cost
      best = other
    }
  }
  return best
}
