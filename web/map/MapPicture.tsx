import { useMap } from '@vis.gl/react-maplibre'
import type { Map as MapLibreMap } from 'maplibre-gl'
import { useEffect } from 'react'

/** The map that stands on the page now; there is one at a time. */
let shown: MapLibreMap | undefined

/** Stands inside the map and lets it be pictured. */
export function MapPicture(): null {
  const { current } = useMap()
  useEffect(() => {
    shown = current?.getMap()
    return () => {
      shown = undefined
    }
  }, [current])
  return null
}

/** The map as it is drawn now, in the screen's own pixels; undefined when no map is shown. */
export async function mapPicture(): Promise<HTMLCanvasElement | undefined> {
  const map = shown
  if (map === undefined) return undefined
  return await new Promise((resolve) => {
    // The pixels can be read while a frame is being drawn, and not after.
    map.once('render', () => {
      const source = map.getCanvas()
      const copy = document.createElement('canvas')
      copy.width = source.width
      copy.height = source.height
      copy.getContext('2d')?.drawImage(source, 0, 0)
      resolve(copy)
    })
    map.triggerRepaint()
  })
}
