import { useMap } from '@vis.gl/react-maplibre'
import { useEffect, useRef } from 'react'

/** Corners of a line that was closed, first corner not said twice. */
export type Ring = readonly (readonly [lng: number, lat: number])[]

/**
 * Drawing one polygon on the map it stands in: a press sets a corner, the first corner or Enter closes it, and closed corners can
 * be dragged. The library is fetched when it is first drawn with. `onDrawn` hears of closed lines only.
 */
export function DrawPolygon({ onDrawn }: { readonly onDrawn: (ring: Ring) => void }) {
  const map = useMap().current?.getMap()
  const told = useRef(onDrawn)
  told.current = onDrawn
  useEffect(() => {
    if (map === undefined) return
    let stop: (() => void) | null = null
    let isGone = false
    void Promise.all([import('terra-draw'), import('terra-draw-maplibre-gl-adapter')]).then(([library, adapter]) => {
      if (isGone) return
      const { TerraDraw, TerraDrawPolygonMode, TerraDrawSelectMode } = library
      const draw = new TerraDraw({
        adapter: new adapter.TerraDrawMapLibreGLAdapter({ map }),
        modes: [
          new TerraDrawPolygonMode(),
          new TerraDrawSelectMode({
            flags: { polygon: { feature: { coordinates: { midpoints: true, draggable: true, deletable: true } } } },
          }),
        ],
      })
      draw.start()
      draw.setMode('polygon')
      draw.on('finish', (id) => {
        const shape = draw.getSnapshot().find((feature) => feature.id === id)?.geometry
        if (shape?.type !== 'Polygon') return
        const corners = (shape.coordinates[0] ?? []).slice(0, -1)
        told.current(corners.map(([lng = 0, lat = 0]) => [round(lng), round(lat)] as const))
        if (draw.getMode() !== 'polygon') return
        draw.setMode('select')
        draw.selectFeature(id)
      })
      stop = () => draw.stop()
    })
    return () => {
      isGone = true
      stop?.()
    }
  }, [map])
  return null
}

/** Five decimals: about a metre. */
function round(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5
}
