import type { FeatureCollection, Geometry } from 'geojson'
import type { LayerSpecification, Map as MapLibreMap, SourceSpecification } from 'maplibre-gl'
import { namesOf } from './basemap.ts'
import { type Figures, labelsOf } from './figures.ts'
import type { Layers, Look } from './layers/look.ts'
import type { Shapes } from './shapes.ts'

/** Sources by id, and the layers over them, bottom first: all that a map shows but its overlays. */
export interface Drawing {
  readonly sources: Record<string, SourceSpecification>
  readonly layers: readonly LayerSpecification[]
}

/** Sources of points by id; `clinics` is clustered. */
export type Points = Readonly<Record<string, FeatureCollection<Geometry>>>

/** Around all land: no tile is asked for beyond. */
const landBounds: [number, number, number, number] = [7.9, 54.4, 15.4, 57.9]

/** What a map shows. `outlined` is false until a municipality has been hovered, selected or focused. */
export function drawingOf(
  shapes: Shapes,
  figures: Figures,
  look: Look,
  layers: readonly Layers[],
  points: Points,
  outlined: boolean,
): Drawing {
  const regions = shapes.regions.features.map(({ properties }) => properties.code)
  const places = Object.entries(points).map(([id, data]): [string, SourceSpecification] => [
    id,
    id === 'clinics' ? clustered(data) : { type: 'geojson', data },
  ])
  return {
    sources: {
      land: {
        type: 'vector',
        tiles: [shapes.tiles.url],
        maxzoom: shapes.tiles.maxZoom,
        bounds: landBounds,
        promoteId: 'code',
      },
      names: { type: 'geojson', data: namesOf(shapes, labelsOf(shapes, figures, look)) },
      ...Object.fromEntries(places),
    },
    layers: layers.flatMap((make) => make(look, outlined, regions)),
  }
}

/** Takes a drawing off the map. */
export function undraw(map: MapLibreMap, { sources, layers }: Drawing): void {
  for (const { id } of layers) map.removeLayer(id)
  for (const id of Object.keys(sources)) map.removeSource(id)
}

/** Whether two drawings look the same. */
export function sameDrawing(one: Drawing, other: Drawing): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

function clustered(data: FeatureCollection<Geometry>): SourceSpecification {
  return {
    type: 'geojson',
    data,
    cluster: true,
    clusterRadius: 15,
    clusterMaxZoom: 10,
    clusterProperties: { capacity: ['+', ['number', ['get', 'capacity'], 0]] },
  }
}
