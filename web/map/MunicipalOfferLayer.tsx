import { Layer, Source, useMap } from '@vis.gl/react-maplibre'
import type { FeatureCollection, Point } from 'geojson'
import { addImage } from './images.ts'
import { token } from './palette.ts'

/** Name of the symbol, of the source and of the layer. */
const id = 'municipal-offers'

/**
 * Municipalities' own offers as squares with a house: no circle, so that nobody takes them for practices, and never
 * clustered with them. Brings its symbol with it; a map that does not show it has nothing of it.
 */
export function MunicipalOfferLayer({ places }: { readonly places: FeatureCollection<Point> }) {
  const { current: map } = useMap()
  if (map === undefined) return null
  addImage(map.getMap(), id, 22, house)
  return (
    <Source id={id} type="geojson" data={places}>
      <Layer
        id={id}
        type="symbol"
        layout={{
          'icon-image': id,
          // Beside its point, so that the practices of the same town stay in sight.
          'icon-anchor': 'bottom-left',
          'icon-size': ['interpolate', ['linear'], ['zoom'], 5, 0.7, 8, 1],
          'icon-allow-overlap': true,
          'icon-ignore-placement': true,
        }}
      />
    </Source>
  )
}

/** Outline of the square, and of the house in it, in a box of 22. */
export const houseShape = {
  square: 'M2.5 2.5h17v17h-17Z',
  house: 'M6.5 11.2 11 7l4.5 4.2M7.8 10.4v4.8h6.4v-4.8',
} as const

function house(context: CanvasRenderingContext2D): void {
  const square = new Path2D(houseShape.square)
  context.strokeStyle = '#FFFFFF'
  context.lineWidth = 3
  context.stroke(square)
  context.fillStyle = '#FFFFFF'
  context.fill(square)
  context.strokeStyle = token('--accent')
  context.lineWidth = 1.7
  context.lineCap = 'round'
  context.lineJoin = 'round'
  context.stroke(square)
  context.stroke(new Path2D(houseShape.house))
}
