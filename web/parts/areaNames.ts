import { useMemo } from 'react'
import type { EffectiveDate } from '#events/time'
import { none } from '../format.ts'
import { areaName, useAreas } from '../shell/scope.ts'

/** Names of municipalities and regions in force; the code itself while they are not known. */
export interface AreaNames {
  readonly municipality: (code: string | null) => string
  readonly region: (code: string | null) => string
  /** By name, as Danish sorts. */
  readonly municipalities: readonly { readonly code: string; readonly name: string }[]
}

/**
 * The names of the areas on a date of its own (a scenario's), or at the moment that the reader looks at; what is not in
 * force on the date is called as at the moment.
 */
export function useAreaNames(asOf?: EffectiveDate): AreaNames {
  const moment = useAreas().data
  const areas = useAreas(asOf).data ?? moment
  return useMemo(() => {
    const name = (code: string | null) => {
      if (code === null) return none
      const then = areaName(areas, code)
      return then === code ? areaName(moment, code) : then
    }
    return {
      municipality: name,
      region: name,
      municipalities: (areas?.municipalities ?? []).toSorted((a, b) => a.name.localeCompare(b.name, 'da')),
    }
  }, [areas, moment])
}
