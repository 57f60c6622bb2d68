import { Layer, Marker, Source } from '@vis.gl/react-maplibre'
import type { FeatureCollection, Point } from 'geojson'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { EffectiveDate } from '#events/time'
import { noFigures } from '../../../map/figures.ts'
import { type Look, plainLook } from '../../../map/layers/look.ts'
import { plainLayers } from '../../../map/layers.ts'
import { MapCanvas } from '../../../map/MapCanvas.tsx'
import { token } from '../../../map/palette.ts'
import { useShapes } from '../../../map/sources.ts'
import { useRegionBounds } from '../../../map/useRegionBounds.ts'
import type { Siting, Solved } from './sitingAsked.ts'

const look: Look = { ...plainLook, wholeCountry: true }
const padding = { top: 16, right: 16, bottom: 16, left: 16 }

/** Who is there already, what is proposed with its number in the list, and points of the asker's own. */
export function SitingMap({
  asOf,
  fixed,
  chosen,
  points,
  region,
  onPoint,
}: {
  /** The scenario's date, whose regions are drawn. */
  readonly asOf: EffectiveDate
  readonly fixed: Siting['fixed']
  readonly chosen: Solved['chosen']
  readonly points: readonly (readonly [number, number])[]
  readonly region: string | null
  /** A press on land; undefined while a press means nothing. */
  readonly onPoint: ((point: readonly [number, number]) => void) | undefined
}) {
  const { t } = useTranslation()
  const shapes = useShapes(asOf)
  const bounds = useRegionBounds(shapes, region)
  const standing = useMemo(() => pointsOf(fixed), [fixed])
  return (
    <figure className={onPoint === undefined ? 'siting-map' : 'siting-map is-pointing'} aria-label={t('siting.map')}>
      <div className="siting-map-frame">
        <MapCanvas
          shapes={shapes}
          figures={noFigures}
          look={look}
          layers={plainLayers}
          bounds={bounds}
          padding={padding}
          onPress={(at) => {
            if (at !== null) onPoint?.(at.lngLat)
          }}
        >
          <Source id="siting-fixed" type="geojson" data={standing}>
            <Layer
              id="siting-fixed"
              type="circle"
              paint={{
                'circle-radius': 5,
                'circle-color': token('--sym-provider'),
                'circle-stroke-color': '#FFFFFF',
                'circle-stroke-width': 1.25,
              }}
            />
          </Source>
          {points.map(([lng, lat]) => (
            <Marker key={`${lng} ${lat}`} longitude={lng} latitude={lat}>
              <span className="siting-candidate" />
            </Marker>
          ))}
          {chosen.map(({ position: [lng, lat] }, at) => (
            <Marker key={`${lng} ${lat}`} longitude={lng} latitude={lat}>
              <span className="siting-number">{at + 1}</span>
            </Marker>
          ))}
        </MapCanvas>
      </div>
      <figcaption className="legend-keys">
        <span className="caps-map-key">
          <span className="siting-fixed" aria-hidden="true" />
          {t('siting.fixed')}
        </span>
        {chosen.length > 0 && (
          <span className="caps-map-key">
            <span className="siting-number" aria-hidden="true">
              1
            </span>
            {t('siting.chosen')}
          </span>
        )}
        {points.length > 0 && (
          <span className="caps-map-key">
            <span className="siting-candidate" aria-hidden="true" />
            {t('siting.candidate')}
          </span>
        )}
      </figcaption>
    </figure>
  )
}

function pointsOf(sites: Siting['fixed']): FeatureCollection<Point> {
  return {
    type: 'FeatureCollection',
    features: sites.map(({ position }) => ({
      type: 'Feature',
      properties: {},
      geometry: { type: 'Point', coordinates: [...position] },
    })),
  }
}
