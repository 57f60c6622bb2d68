import type { MapRef } from '@vis.gl/react-maplibre'
import { useEffect, useRef } from 'react'
import type { Bounds } from './bounds.ts'
import { type Padding, reducedMotion, roomIn } from './view.ts'

/** Shows the bounds inside the padding, or less padding where it would leave no room; at once or in 400 ms. */
export function showBounds(map: MapRef, [west, south, east, north]: Bounds, padding: Padding, atOnce = false): void {
  // The canvas may not have seen yet that its place has changed.
  map.resize()
  const room = roomIn(map.getContainer(), padding)
  map.fitBounds([west, south, east, north], { padding: room, duration: atOnce || reducedMotion() ? 0 : 400 })
}

/**
 * Moves the map when what to show has changed since the map was made with it; at once when it was made without, or when
 * `made` says that it was made with something else.
 */
export function useCamera(map: MapRef | null, bounds: Bounds | null, padding: Padding, made: boolean): void {
  const key = JSON.stringify([bounds, padding])
  const before = useRef(bounds === null || !made ? null : key)
  useEffect(() => {
    if (map === null || bounds === null || before.current === key) return
    showBounds(map, bounds, padding, before.current === null)
    before.current = key
  }, [map, bounds, padding, key])
}
