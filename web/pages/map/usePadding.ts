import { useEffect, useMemo, useState } from 'react'
import type { Padding } from '../../map/view.ts'
import { paddingIn } from './padding.ts'

/** Room that the floating panels take from the map, in pixels. */
export function usePadding(inTable: boolean, inspecting: boolean): Padding {
  const [width, setWidth] = useState(innerWidth)
  useEffect(() => {
    const measure = () => setWidth(innerWidth)
    addEventListener('resize', measure)
    return () => removeEventListener('resize', measure)
  }, [])
  // Only the two thresholds matter; a pixel more or less must not move the map.
  const key = JSON.stringify(paddingIn(width, inTable, inspecting))
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  return useMemo(() => paddingIn(width, inTable, inspecting), [key])
}
