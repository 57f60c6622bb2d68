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

/** Where nothing else is to be shown yet. */
const country: Bounds = [8, 54.5, 13.2, 57.8]

/** The padding, or less of it where it would leave no room in the frame. */
function roomIn({ clientWidth, clientHeight }: HTMLElement, { top, right, bottom, left }: Padding): Padding {
  const across = Math.min(1, (clientWidth * mostPadding) / Math.max(left + right, 1))
  const down = Math.min(1, (clientHeight * mostPadding) / Math.max(top + bottom, 1))
  return { top: top * down, right: right * across, bottom: bottom * down, left: left * across }
}

/** What a new map shows: the same as `showBounds` would, without a second camera. */
export function viewOf(frame: HTMLElement, bounds: Bounds | null, padding: Padding) {
  const [west, south, east, north] = bounds ?? country
  const room = bounds === null ? {} : { padding: roomIn(frame, padding) }
  return { bounds: [west, south, east, north] as [number, number, number, number], fitBoundsOptions: room }
}

/** Shows the bounds inside the padding, or less padding where it would leave no room; at once or in 400 ms. */
export function showBounds(map: MapRef, [west, south, east, north]: Bounds, padding: Padding, atOnce = false): void {
  // The canvas may not have seen yet that its place has changed.
  map.resize()
  const room = roomIn(map.getContainer(), padding)
  map.fitBounds([west, south, east, north], { padding: room, duration: atOnce || reducedMotion() ? 0 : 400 })
}

/** Moves the map when what to show has changed since the map was made with it; at once when it was made without. */
export function useCamera(map: MapRef | null, bounds: Bounds | null, padding: Padding): void {
  const key = JSON.stringify([bounds, padding])
  const before = useRef(bounds === null ? null : key)
  useEffect(() => {
    if (map === null || bounds === null || before.current === key) return
    showBounds(map, bounds, padding, before.current === null)
    before.current = key
  }, [map, bounds, padding, key])
}
