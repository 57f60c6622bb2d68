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

/** A map as a picture, and how near it is. */
export interface Pictured {
  /** In the screen's own pixels. */
  readonly canvas: HTMLCanvasElement
  readonly zoom: number
}

/** The map as it is drawn now; undefined when no map is shown. */
export function mapPicture(): Pictured | undefined {
  const map = shown
  if (map === undefined) return undefined
  // The pixels can be read while a frame is being drawn, and not after: it is drawn and read at once.
  map.redraw()
  const source = map.getCanvas()
  const canvas = document.createElement('canvas')
  canvas.width = source.width
  canvas.height = source.height
  canvas.getContext('2d')?.drawImage(source, 0, 0)
  return { canvas, zoom: map.getZoom() }
}

/** Waits until the map has all of its tiles and has drawn them; at once when it has. */
export async function mapRested(): Promise<void> {
  const map = shown
  if (map === undefined || (map.loaded() && !map.isMoving())) return
  await new Promise<void>((resolve) => {
    map.once('idle', () => resolve())
    map.triggerRepaint()
  })
}
