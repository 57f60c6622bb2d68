import { useMemo } from 'react'
import { none } from '../format.ts'
import { areaName, useAreas } from '../shell/scope.ts'

/** Names of municipalities and regions in force at the moment; the code itself while they are not known. */
export interface AreaNames {
  readonly municipality: (code: string | null) => string
  readonly region: (code: string | null) => string
  /** By name, as Danish sorts. */
  readonly municipalities: readonly { readonly code: string; readonly name: string }[]
}

/** The names of the areas at the moment that the reader looks at. */
export function useAreaNames(): AreaNames {
  const areas = useAreas().data
  return useMemo(() => {
    const name = (code: string | null) => (code === null ? none : areaName(areas, code))
    return {
      municipality: name,
      region: name,
      municipalities: (areas?.municipalities ?? []).toSorted((a, b) => a.name.localeCompare(b.name, 'da')),
    }
  }, [areas])
}
