import '../../cases/change.css'
import { Marker } from '@vis.gl/react-maplibre'
import type { FeatureCollection, Point } from 'geojson'
import { type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EffectiveDate } from '#events/time'
import { noFigures } from '../../../map/figures.ts'
import { choropleth } from '../../../map/layers/choropleth.ts'
import { labels } from '../../../map/layers/labels.ts'
import { lines } from '../../../map/layers/land.ts'
import { type Layers, type Look, plainLook } from '../../../map/layers/look.ts'
import { selection } from '../../../map/layers/selection.ts'
import { MapCanvas, type Pointed } from '../../../map/MapCanvas.tsx'
import { token } from '../../../map/palette.ts'
import { useShapes } from '../../../map/sources.ts'
import { useRegionBounds } from '../../../map/useRegionBounds.ts'
import type { Mark } from './marks.ts'
import { PlaceMarks } from './PlaceMarks.tsx'

const look: Look = { ...plainLook, clinics: true }
const padding = { top: 16, right: 16, bottom: 16, left: 16 }

/** Every clinic as a dot of its own: one that is to be moved must not hide in a cluster. */
const dots: Layers = () => [
  {
    id: 'clinics',
    type: 'circle',
    source: 'scenario-clinics',
    paint: {
      'circle-radius': ['interpolate', ['linear'], ['zoom'], 6, 3.5, 10, 7],
      'circle-color': ['case', ['boolean', ['get', 'documented'], false], token('--sym-provider'), '#FFFFFF'],
      'circle-stroke-width': 1.25,
      'circle-stroke-color': ['case', ['boolean', ['get', 'documented'], false], '#FFFFFF', token('--sym-provider')],
    },
  },
]
const layers: readonly Layers[] = [choropleth, lines, selection, dots, labels]

/** The scenario on the map: its clinics, what it has changed, and the place that is being chosen, which can be dragged. */
export function PlacesMap({
  asOf,
  clinics,
  marks,
  region,
  dragged,
  onDrag,
  onPress,
  children,
}: {
  /** The scenario's date, whose regions are drawn. */
  readonly asOf: EffectiveDate
  readonly clinics: FeatureCollection<Point>
  readonly marks: readonly Mark[]
  readonly region: string | null
  /** The place that is being chosen; null while none is. */
  readonly dragged: readonly [number, number] | null
  readonly onDrag: (point: readonly [number, number]) => void
  readonly onPress: (pointed: Pointed) => void
  readonly children?: ReactNode
}) {
  const { t } = useTranslation()
  const shapes = useShapes(asOf)
  const [pointed, setPointed] = useState<Pointed | null>(null)
  // Under the pointer meanwhile: a render in the middle of the drag would put the handle back where it came from.
  const [held, setHeld] = useState<readonly [number, number] | null>(null)
  const handle = held ?? dragged
  const bounds = useRegionBounds(shapes, region)
  const points = useMemo(() => ({ 'scenario-clinics': clinics }), [clinics])
  return (
    <figure className="places-map" aria-label={t('places.map')}>
      <div className="places-map-frame">
        <MapCanvas
          shapes={shapes}
          figures={noFigures}
          look={look}
          layers={layers}
          points={points}
          bounds={bounds}
          padding={padding}
          onPointer={setPointed}
          onPress={(at) => {
            if (at !== null) onPress(at)
          }}
        >
          <PlaceMarks marks={marks} />
          {handle !== null && (
            <Marker
              longitude={handle[0]}
              latitude={handle[1]}
              draggable
              onDrag={({ lngLat }) => setHeld([lngLat.lng, lngLat.lat])}
              onDragEnd={({ lngLat }) => {
                setHeld(null)
                onDrag([lngLat.lng, lngLat.lat])
              }}
            >
              <span className="place-handle" />
            </Marker>
          )}
          {children}
        </MapCanvas>
        {pointed !== null && (
          <div className="map-tooltip" style={{ left: pointed.x, top: pointed.y }} aria-hidden="true">
            <strong>{String(pointed.properties.name)}</strong>
          </div>
        )}
      </div>
      <figcaption className="legend-keys">
        {(['moved', 'opened', 'closed', 'intake', 'documented', 'revoked', 'area'] as const)
          .filter((kind) => marks.some((mark) => mark.kind === kind))
          .map((kind) => (
            <span key={kind} className="caps-map-key">
              {t(`places.marks.${kind}`)}
            </span>
          ))}
      </figcaption>
    </figure>
  )
}
