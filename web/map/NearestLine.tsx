import { Layer, Source } from '@vis.gl/react-maplibre'
import type { FeatureCollection } from 'geojson'
import { useMemo } from 'react'
import { token } from './palette.ts'

type Position = readonly [number, number]

/** From the place that the inspector tells of to the nearest that counts: a straight line, for the way is not known. */
export function NearestLine({ from, to }: { readonly from: Position; readonly to: Position | null }) {
  const data = useMemo(
    (): FeatureCollection => ({
      type: 'FeatureCollection',
      features: [
        { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [...from] } },
        ...(to === null
          ? []
          : [
              {
                type: 'Feature' as const,
                properties: {},
                geometry: { type: 'LineString' as const, coordinates: [[...from], [...to]] },
              },
            ]),
      ],
    }),
    [from, to],
  )
  return (
    <Source id="nearest-line" type="geojson" data={data}>
      <Layer
        id="nearest-line-edge"
        type="line"
        source="nearest-line"
        beforeId="municipality-names"
        paint={{ 'line-color': '#FFFFFF', 'line-width': 5, 'line-opacity': 0.85 }}
      />
      <Layer
        id="nearest-line"
        type="line"
        source="nearest-line"
        beforeId="municipality-names"
        paint={{ 'line-color': token('--accent'), 'line-width': 2 }}
      />
      <Layer
        id="nearest-place"
        type="circle"
        source="nearest-line"
        beforeId="municipality-names"
        filter={['==', ['geometry-type'], 'Point']}
        paint={{
          'circle-radius': 5,
          'circle-color': '#FFFFFF',
          'circle-stroke-color': token('--accent'),
          'circle-stroke-width': 3,
        }}
      />
    </Source>
  )
}
