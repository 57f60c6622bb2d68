import { Layer, Marker, Source } from '@vis.gl/react-maplibre'
import type { Feature, FeatureCollection } from 'geojson'
import { useMemo } from 'react'
import { municipalitiesOf } from '../../../map/layers/look.ts'
import { token } from '../../../map/palette.ts'
import type { Mark } from './marks.ts'

const signs = { opened: '+', closed: '−', intake: '‖', documented: 'K+', revoked: 'K−' } as const

/** What a scenario has changed, over the map: lines of moves, signs at clinics, areas with a dashed line. */
export function PlaceMarks({ marks }: { readonly marks: readonly Mark[] }) {
  const lines = useMemo(() => linesOf(marks), [marks])
  const picked = useMemo(
    () => marks.flatMap((mark) => (mark.kind === 'area' && mark.shape === null ? [...mark.municipalities] : [])),
    [marks],
  )
  return (
    <>
      <Layer
        id="place-areas"
        type="fill"
        {...municipalitiesOf}
        filter={['in', ['get', 'code'], ['literal', picked]]}
        paint={{ 'fill-color': token('--consult-fg'), 'fill-opacity': 0.18 }}
      />
      <Source id="place-lines" type="geojson" data={lines}>
        <Layer
          id="place-shapes"
          type="fill"
          filter={['==', ['geometry-type'], 'Polygon']}
          paint={{ 'fill-color': token('--consult-fg'), 'fill-opacity': 0.14 }}
        />
        <Layer id="place-edge" type="line" paint={{ 'line-color': '#FFFFFF', 'line-width': 5, 'line-opacity': 0.8 }} />
        <Layer
          id="place-line"
          type="line"
          paint={{ 'line-color': token('--ink'), 'line-width': 2, 'line-dasharray': [3, 2] }}
        />
      </Source>
      {marks.map((mark) => {
        if (mark.kind === 'area') return null
        if (mark.kind === 'moved')
          return [
            <Marker key={`${mark.change} from`} longitude={mark.from[0]} latitude={mark.from[1]}>
              <span className="pin pin-old" />
            </Marker>,
            <Marker key={`${mark.change} to`} longitude={mark.to[0]} latitude={mark.to[1]}>
              <span className="pin pin-new" />
            </Marker>,
          ]
        return (
          <Marker key={mark.change} longitude={mark.at[0]} latitude={mark.at[1]}>
            <span className={`place-sign place-${mark.kind}`}>{signs[mark.kind]}</span>
          </Marker>
        )
      })}
    </>
  )
}

function linesOf(marks: readonly Mark[]): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: marks.flatMap((mark): Feature[] => {
      if (mark.kind === 'moved')
        return [
          {
            type: 'Feature',
            properties: {},
            geometry: { type: 'LineString', coordinates: [[...mark.from], [...mark.to]] },
          },
        ]
      return mark.kind === 'area' && mark.shape !== null
        ? [{ type: 'Feature', properties: {}, geometry: mark.shape }]
        : []
    }),
  }
}
