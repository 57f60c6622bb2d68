import './change.css'
import { Marker } from '@vis.gl/react-maplibre'
import { useTranslation } from 'react-i18next'
import { around, denmark } from '../../map/bounds.ts'
import { noFigures } from '../../map/figures.ts'
import { fiveDecimals } from '../../map/fiveDecimals.ts'
import { plainLook } from '../../map/layers/look.ts'
import { plainLayers } from '../../map/layers.ts'
import { MapCanvas } from '../../map/MapCanvas.tsx'
import { useShapes } from '../../map/sources.ts'

const padding = { top: 24, right: 24, bottom: 24, left: 24 }

/** A map to click the new place on; the old place stands beside it. What it does can also be typed. */
export function PointPicker({
  from,
  to,
  onPick,
}: {
  readonly from: readonly [number, number] | null
  readonly to: readonly [number, number] | null
  readonly onPick: (point: [number, number]) => void
}) {
  const { t } = useTranslation()
  const shapes = useShapes()
  return (
    <figure className="point-picker" aria-label={t('cases.new.mapLabel')}>
      <MapCanvas
        shapes={shapes}
        figures={noFigures}
        look={plainLook}
        layers={plainLayers}
        bounds={around([from, to]) ?? denmark}
        padding={padding}
        onPress={(pointed) => {
          if (pointed !== null) onPick([fiveDecimals(pointed.lngLat[0]), fiveDecimals(pointed.lngLat[1])])
        }}
      >
        {from !== null && (
          <Marker longitude={from[0]} latitude={from[1]}>
            <span className="pin pin-old" />
          </Marker>
        )}
        {to !== null && (
          <Marker longitude={to[0]} latitude={to[1]}>
            <span className="pin pin-new" />
          </Marker>
        )}
      </MapCanvas>
    </figure>
  )
}
