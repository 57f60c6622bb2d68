import { Layer, Source } from '@vis.gl/react-maplibre'
import type { Feature, MultiPolygon } from 'geojson'
import { useMemo } from 'react'
import { token } from './palette.ts'

/**
 * The outline of the land within reach: a dark line with a light one around it, so that it shows on every class. Under
 * clinics, schools and names.
 */
export function ReachLayer({ outline }: { readonly outline: MultiPolygon }) {
  const feature = useMemo(
    (): Feature<MultiPolygon> => ({ type: 'Feature', properties: {}, geometry: outline }),
    [outline],
  )
  return (
    <Source id="reach" type="geojson" data={feature}>
      <Layer
        id="reach-casing"
        type="line"
        source="reach"
        beforeId="clinics"
        layout={{ 'line-join': 'round' }}
        paint={{ 'line-color': '#FFFFFF', 'line-width': 2.5, 'line-opacity': 0.7 }}
      />
      <Layer
        id="reach-line"
        type="line"
        source="reach"
        beforeId="clinics"
        layout={{ 'line-join': 'round' }}
        paint={{ 'line-color': token('--ink-2'), 'line-width': 1, 'line-dasharray': [3, 3] }}
      />
    </Source>
  )
}
