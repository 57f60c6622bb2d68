import { useMap } from '@vis.gl/react-maplibre'
import { useEffect } from 'react'
import { useSteady } from '../../parts/useSteady.ts'
import { fiveDecimals } from '../fiveDecimals.ts'

/** Corners of a line that was closed, first corner not said twice. */
export type Ring = readonly (readonly [lng: number, lat: number])[]

/**
 * Drawing one polygon on the map it stands in: a press sets a corner, the first corner or Enter closes it, and closed
 * corners can be dragged. The library is fetched when it is first drawn with; `onFailed` hears that it did not come.
 * `onDrawn` hears of closed lines only.
 */
export function DrawPolygon({
  onDrawn,
  onFailed,
}: {
  readonly onDrawn: (ring: Ring) => void
  readonly onFailed: (error: unknown) => void
}) {
  const map = useMap().current?.getMap()
  const tell = useSteady(onDrawn)
  const fail = useSteady(onFailed)
  useEffect(() => {
    if (map === undefined) return
    let stop: (() => void) | null = null
    let isGone = false
    const start = async () => {
      const [library, adapter] = await Promise.all([import('terra-draw'), import('terra-draw-maplibre-gl-adapter')])
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
        tell(corners.map(([lng = 0, lat = 0]) => [fiveDecimals(lng), fiveDecimals(lat)] as const))
        if (draw.getMode() !== 'polygon') return
        draw.setMode('select')
        draw.selectFeature(id)
      })
      stop = () => draw.stop()
    }
    start().catch((error: unknown) => {
      if (!isGone) fail(error)
    })
    return () => {
      isGone = true
      stop?.()
    }
  }, [map, tell, fail])
  return null
}
