import type { MapRef } from '@vis.gl/react-maplibre'
import { type RefObject, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { number } from '../format.ts'
import { IconButton } from '../parts/Button.tsx'
import { useLanguage } from '../text/i18n.ts'

const widest = 96

/** Zoom buttons and the scale. */
export function MapControls({
  onZoom,
  onHome,
  map,
}: {
  readonly onZoom: (step: number) => void
  readonly onHome: () => void
  readonly map: RefObject<MapRef | null>
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [scale, setScale] = useState<{ readonly metres: number; readonly pixels: number } | null>(null)
  useEffect(() => {
    const { current } = map
    if (current === null) return
    const measure = () => setScale(scaleOf(current))
    measure()
    current.on('moveend', measure)
    return () => void current.off('moveend', measure)
  })
  return (
    <>
      <div className="map-zoom">
        <IconButton icon="plus" label={t('map.zoomIn')} onPress={() => onZoom(1)} />
        <IconButton icon="minus" label={t('map.zoomOut')} onPress={() => onZoom(-1)} />
        <IconButton icon="home" label={t('map.zoomHome')} onPress={onHome} />
      </div>
      {scale !== null && (
        <div className="map-scale" aria-hidden="true">
          <span style={{ width: scale.pixels }} />
          {scale.metres >= 1000 ? `${number(scale.metres / 1000, language)} km` : `${number(scale.metres, language)} m`}
        </div>
      )}
    </>
  )
}

/** A round length that fits, and its pixels, at the middle of the map. */
function scaleOf(map: MapRef): { metres: number; pixels: number } {
  const { clientWidth, clientHeight } = map.getContainer()
  const y = clientHeight / 2
  const a = map.unproject([clientWidth / 2, y])
  const metres = a.distanceTo(map.unproject([clientWidth / 2 + widest, y]))
  const power = 10 ** Math.floor(Math.log10(metres))
  const round = [5, 2.5, 2, 1].find((one) => one * power <= metres) ?? 1
  return { metres: round * power, pixels: (round * power * widest) / metres }
}
