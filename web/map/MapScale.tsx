import { type MapRef, useMap } from '@vis.gl/react-maplibre'
import { useEffect, useState } from 'react'
import { number } from '../format.ts'
import { useLanguage } from '../text/i18n.ts'

/** Longest bar in pixels. */
const widest = 96

/** A round length on the ground, at the middle of the map. Stands inside the map. */
export function MapScale() {
  const language = useLanguage()
  const { current: map } = useMap()
  const [scale, setScale] = useState<{ readonly metres: number; readonly pixels: number } | null>(null)
  useEffect(() => {
    if (map === undefined) return
    const measure = () => setScale(scaleOf(map))
    measure()
    map.on('moveend', measure)
    return () => void map.off('moveend', measure)
  }, [map])
  if (scale === null) return null
  const { metres, pixels } = scale
  return (
    <div className="map-scale">
      <span style={{ width: pixels }} />
      {metres >= 1000 ? `${number(metres / 1000, language)} km` : `${number(metres, language)} m`}
    </div>
  )
}

function scaleOf(map: MapRef): { metres: number; pixels: number } {
  const { clientWidth, clientHeight } = map.getContainer()
  const y = clientHeight / 2
  const metres = map.unproject([clientWidth / 2, y]).distanceTo(map.unproject([clientWidth / 2 + widest, y]))
  const power = 10 ** Math.floor(Math.log10(metres))
  const round = [5, 2, 1].find((one) => one * power <= metres) ?? 1
  return { metres: round * power, pixels: (round * power * widest) / metres }
}
