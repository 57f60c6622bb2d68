import type { Padding } from '../../map/view.ts'

/** Below this width the inspector lies over the map, and the map is not moved for it. */
const overlayBelow = 1280
const phone = 900

/** Room that the floating panels take from the map in a window of some width, in pixels. */
export function paddingIn(width: number, inTable: boolean, inspecting: boolean): Padding {
  if (inTable) return { top: 16, right: 16, bottom: 24, left: 16 }
  if (isNarrow(width)) return { top: 72, right: 16, bottom: inspecting ? Math.round(innerHeight * 0.36) : 40, left: 16 }
  return { top: 32, right: width >= overlayBelow && inspecting ? 424 : 72, bottom: 48, left: 352 }
}

/** Whether the panels lie over and under the map instead of beside it. */
export function isNarrow(width: number): boolean {
  return width <= phone
}
