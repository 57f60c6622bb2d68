import { useMemo } from 'react'
import { useAreas } from '../shell/scope.ts'
import { type Bounds, denmark } from './bounds.ts'
import type { Shapes } from './shapes.ts'

/** The box around a region; around the whole country for none, and until the region's shape is there. */
export function useRegionBounds(shapes: Shapes | undefined, region: string | null): Bounds {
  const areas = useAreas().data
  return useMemo(() => {
    const codes = areas?.regions.find(({ code }) => code === region)?.municipalities
    return codes === undefined ? denmark : (shapes?.boundsOf(new Set<string>(codes)) ?? denmark)
  }, [areas, region, shapes])
}
