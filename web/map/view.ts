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
export function roomIn({ clientWidth, clientHeight }: HTMLElement, { top, right, bottom, left }: Padding): Padding {
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
