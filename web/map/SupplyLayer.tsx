import { Layer, Source, useMap } from '@vis.gl/react-maplibre'
import type { FeatureCollection, Point } from 'geojson'
import { addImage } from './images.ts'
import { token } from './palette.ts'
import { supplyParts } from './supplyImages.ts'
import { supplySymbols } from './supplySymbols.ts'

/** Who counts and who does not, under the names. Never clustered: the few are the point. */
export function SupplyLayer({ places }: { readonly places: FeatureCollection<Point> }) {
  const { current: map } = useMap()
  if (map === undefined) return null
  for (const symbol of supplySymbols) {
    addImage(map.getMap(), `supply-${symbol}`, 22, (context) => {
      context.lineCap = 'round'
      context.lineJoin = 'round'
      for (const { path, fill, stroke, width } of supplyParts[symbol]) {
        const shape = new Path2D(path)
        if (fill !== undefined) {
          context.fillStyle = token(fill)
          context.fill(shape)
        }
        if (stroke === undefined) continue
        context.strokeStyle = token(stroke)
        context.lineWidth = width ?? 1
        context.stroke(shape)
      }
    })
  }
  return (
    <Source id="coverage-supply" type="geojson" data={places}>
      <Layer
        id="coverage-supply"
        type="symbol"
        source="coverage-supply"
        beforeId="municipality-names"
        layout={{
          'icon-image': ['concat', 'supply-', ['get', 'symbol']],
          // The area follows the persons, within what can be read.
          'icon-size': [
            'interpolate',
            ['linear'],
            ['zoom'],
            5,
            ['*', 0.55, ['min', 1.7, ['sqrt', ['get', 'persons']]]],
            9,
            ['*', 0.9, ['min', 1.7, ['sqrt', ['get', 'persons']]]],
          ],
          'icon-allow-overlap': true,
          'icon-ignore-placement': true,
        }}
      />
    </Source>
  )
}
