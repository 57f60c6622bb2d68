import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { RegionCode } from '#events/identifiers'
import type { EffectiveDate } from '#events/time'
import { type Answer, viewQuery } from '../api.ts'
import { useSession } from '../session.ts'
import { useMoment } from '../time/moment.ts'

export type Areas = Answer<'areas'>

/** Regions, municipalities and shapes in force at the moment looked at, or on a date of its own (a scenario's). */
export function useAreas(asOf?: EffectiveDate) {
  const { params } = useMoment()
  return useQuery({
    ...viewQuery('areas', asOf === undefined ? params : { ...params, asOf }),
    placeholderData: (was) => was,
  })
}

/**
 * The region looked at, null for the whole country: as the address bar says, or the reader's own. A region that does
 * not exist on the date (Region Hovedstaden in 2027) falls back to the whole country.
 */
export function useScope(): {
  readonly region: RegionCode | null
  readonly setRegion: (region: RegionCode | 'dk') => void
} {
  const { region: chosen } = useSearch({ from: '__root__' })
  const navigate = useNavigate()
  const areas = useAreas().data
  const organisation = useSession()?.user?.organisation ?? null
  const wanted = chosen === 'dk' ? null : (chosen ?? ownRegion(organisation, areas))
  const exists = wanted !== null && (areas === undefined || areas.regions.some((one) => one.code === wanted))
  return {
    region: exists ? wanted : null,
    setRegion: (region) => void navigate({ to: '.', search: (was) => ({ ...was, region }) }),
  }
}

function ownRegion(organisation: string | null, areas: Areas | undefined): RegionCode | null {
  const region = RegionCode.safeParse(organisation)
  if (region.success) return region.data
  return areas?.municipalities.find((one) => one.code === organisation)?.region ?? null
}

/** Name of a region or municipality on the date; the code itself when it is not known. */
export function areaName(areas: Areas | undefined, code: string | null): string {
  if (code === null) return ''
  return (
    areas?.regions.find((one) => one.code === code)?.name ??
    areas?.municipalities.find((one) => one.code === code)?.name ??
    code
  )
}
