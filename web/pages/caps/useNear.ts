import { useQuery } from '@tanstack/react-query'
import { diagnosisGroups } from '#events/diagnosisGroups'
import { type Params, viewQuery } from '../../api.ts'
import { useMoment } from '../../time/moment.ts'
import type { Caps } from './capsAnswer.ts'
import { farIn, type Near } from './nearHome.ts'

/** R-28 for the chosen group by the parameters of the first area's plan: small groups only, by road kilometres. */
export function useNear(data: Caps, group: string): Near {
  const { params } = useMoment()
  const area = data.areas.find(({ parameters }) => parameters !== null)
  const region = area?.parameters?.region
  const plan = useQuery({
    ...viewQuery('planInForce', { ...params, region: region ?? '1081' } as Params<'planInForce'>),
    enabled: region !== undefined,
  })
  const parameter = (key: string): number | null => {
    const value = plan.data?.inForce?.parameters.find((one) => one.key === key)?.value
    return typeof value === 'number' ? value : null
  }
  const smallBelow = parameter('smallGroupBelow')
  const maxKm = parameter('coverageMaxKm') ?? area?.children.maxKm ?? 30
  const of = data.groups.find(({ id }) => id === group)
  const persons = personsOf(group)
  const isSmall = persons !== null && smallBelow !== null && persons < smallBelow
  const coverage = useQuery({
    ...viewQuery('coverage', { ...params, group, unit: 'km', max: maxKm } as Params<'coverage'>),
    enabled: of?.kind === 'group' && isSmall,
  })
  const known = { maxKm, smallBelow }
  if (region === undefined || plan.isError) return { state: 'noPlan', far: null, ...known }
  if (of?.kind !== 'group') return { state: 'family', far: null, ...known }
  if (plan.data === undefined) return { state: 'waiting', far: null, ...known }
  if (persons === null) return { state: 'noSize', far: null, ...known }
  if (!isSmall) return { state: 'notSmall', far: null, ...known }
  if (coverage.isError) return { state: 'failed', far: null, ...known }
  if (coverage.data === undefined) return { state: 'waiting', far: null, ...known }
  const far = farIn(coverage.data.rows, new Set(data.areas.flatMap(({ municipalities }) => municipalities)))
  return { state: far.length === 0 ? 'near' : 'far', far, ...known }
}

/** Persons in the country as the source has them, or by its highest prevalence among six million; null without either. */
function personsOf(group: string): number | null {
  const found = diagnosisGroups.find(({ id }) => id === group)
  if (found === undefined) return null
  return found.persons ?? (found.per100k === null ? null : found.per100k[1] * 60)
}
