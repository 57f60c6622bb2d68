import type { MapRef } from '@vis.gl/react-maplibre'
import { useEffect, useRef } from 'react'
import type { Bounds } from './bounds.ts'

/** Room around what is shown, in pixels: what floating panels take. */
export interface Padding {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}

/** Part of the map's width or height that padding may take at most. */
const mostPadding = 0.6

/** Whether the reader asked for less motion. */
export function reducedMotion(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches
}

/** Shows the bounds inside the padding, or less padding where it would leave no room; at once or in 400 ms. */
export function showBounds(map: MapRef, [west, south, east, north]: Bounds, padding: Padding, atOnce = false): void {
  // The canvas may not have seen yet that its place has changed.
  map.resize()
  const { clientWidth, clientHeight } = map.getContainer()
  const across = Math.min(1, (clientWidth * mostPadding) / Math.max(padding.left + padding.right, 1))
  const down = Math.min(1, (clientHeight * mostPadding) / Math.max(padding.top + padding.bottom, 1))
  const { top, right, bottom, left } = padding
  const room = { top: top * down, right: right * across, bottom: bottom * down, left: left * across }
  map.fitBounds([west, south, east, north], { padding: room, duration: atOnce || reducedMotion() ? 0 : 400 })
}

/** Moves the map when what to show has changed; at once the first time. */
export function useCamera(map: MapRef | null, bounds: Bounds | null, padding: Padding): void {
  const key = JSON.stringify([bounds, padding])
  const before = useRef<string | null>(null)
  useEffect(() => {
    if (map === null || bounds === null || before.current === key) return
    showBounds(map, bounds, padding, before.current === null)
    before.current = key
  }, [map, bounds, padding, key])
}
