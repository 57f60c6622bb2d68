import { useEffect, useMemo, useState } from 'react'
import type { Padding } from '../../map/camera.ts'

/** Below this width the inspector lies over the map, and the map is not moved for it. */
const overlayBelow = 1280
const phone = 900

/** Room that the floating panels take from the map, in pixels. */
export function usePadding(inTable: boolean, inspecting: boolean): Padding {
  const [width, setWidth] = useState(innerWidth)
  useEffect(() => {
    const measure = () => setWidth(innerWidth)
    addEventListener('resize', measure)
    return () => removeEventListener('resize', measure)
  }, [])
  // Only the two thresholds matter; a pixel more or less must not move the map.
  const wide = width >= overlayBelow
  const narrow = width <= phone
  return useMemo(() => {
    if (inTable) return { top: 16, right: 16, bottom: 24, left: 16 }
    if (narrow) return { top: 72, right: 16, bottom: inspecting ? Math.round(innerHeight * 0.36) : 40, left: 16 }
    return { top: 32, right: wide && inspecting ? 424 : 72, bottom: 48, left: 352 }
  }, [inTable, inspecting, wide, narrow])
}
