import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { CoverageDecay, CoverageMeasure, CoverageService, CoverageUnit } from '#api/views/coverage'
import { DiagnosisGroupId, type MunicipalityCode } from '#events/identifiers'
import { type Params, viewQuery } from '../../api.ts'
import { isScore } from '../../map/coverageScale.ts'
import { useScope } from '../../shell/scope.ts'
import { noteUnknown } from '../../shell/unknownValues.ts'
import { useMoment } from '../../time/moment.ts'
import { groupsAndFamilies } from './groupsLike.ts'

/** Limits that can be chosen, in minutes or kilometres. */
export const limits = [10, 20, 30, 45, 60] as const
/** What is shown until the reader chooses. */
const usual = { group: 'osteogenesis-imperfecta', max: 30, k: 2, exponentTenths: 20 } as const

/** What the reader asks the coverage layer for. */
export interface CoverageChoice {
  readonly group: DiagnosisGroupId
  readonly service: CoverageService
  readonly max: number
  readonly unit: CoverageUnit
  readonly measure: CoverageMeasure
  readonly k: number
  readonly decay: CoverageDecay
  /** Width of the decay; undefined for the usual one. */
  readonly spread: number | undefined
  readonly exponentTenths: number
  readonly offers: 'with' | 'without'
}

/** The choice in the address bar, with the usual one where something is left out. */
export function useCoverageChoice(): CoverageChoice {
  const search = useSearch({ from: '/kort' })
  return {
    group: groupsAndFamilies.find(({ id }) => id === search.group)?.id ?? DiagnosisGroupId.parse(usual.group),
    service: search.service ?? 'clinic',
    max: limits.find((limit) => limit === search.max) ?? usual.max,
    unit: search.unit ?? 'minutes',
    measure: search.measure ?? 'share',
    k: search.k ?? usual.k,
    decay: search.decay ?? 'step',
    spread: search.spread,
    exponentTenths: search.exponentTenths ?? usual.exponentTenths,
    offers: search.offers ?? 'without',
  }
}

/** A question with only what changes its answer, so that the same answer is asked for once. */
function askedOf(at: object, { decay, spread, exponentTenths, ...choice }: CoverageChoice) {
  const isSupply = isScore(choice.measure) && decay !== 'step'
  return {
    ...at,
    ...choice,
    ...(isSupply ? { decay, ...(spread === undefined ? {} : { spread }) } : {}),
    ...(isSupply && decay === 'power' ? { exponentTenths } : {}),
  }
}

/** Coverage as the map shows it, and on the date that it is held against; asked only while it is shown. */
export function useCoverage(shown: boolean, laid: { readonly scenario?: string }) {
  const { params } = useMoment()
  const { region } = useScope()
  const { compare, group, max } = useSearch({ from: '/kort' })
  const choice = useCoverageChoice()
  useEffect(() => {
    if (!shown) return
    for (const [given, taken] of [
      [group, choice.group],
      [max, choice.max],
    ])
      if (given !== undefined && given !== taken) noteUnknown(given)
  }, [shown, group, max, choice.group, choice.max])
  const asked = askedOf({ ...params, ...laid }, choice) as Params<'coverageReach'>
  const among = region === null ? {} : { region }
  // The last answer stays until the next is there; leaving a question behind stops it (`signal` of the query).
  const coverage = useQuery({
    ...viewQuery('coverage', { ...asked, ...among } as Params<'coverage'>),
    enabled: shown,
    placeholderData: (was) => was,
  })
  const before = useQuery({
    ...viewQuery('coverage', { ...asked, ...among, asOf: compare ?? params.asOf } as Params<'coverage'>),
    enabled: shown && compare !== undefined,
    placeholderData: (was) => was,
  })
  const reach = useQuery({
    ...viewQuery('coverageReach', asked),
    enabled: shown,
    placeholderData: (was) => was,
  })
  return { coverage, before: compare === undefined ? undefined : before, reach, choice, asked, compare }
}

/** The place that the inspector tells of: the point in the address bar, or the municipality's largest town. */
export function useCoveragePlace(shown: boolean, code: MunicipalityCode | undefined) {
  const { params } = useMoment()
  const { scenario, at } = useSearch({ from: '/kort' })
  const choice = useCoverageChoice()
  const [lng, lat] = at === undefined ? [] : at.split(',').map(Number)
  return useQuery({
    ...viewQuery('coveragePlace', {
      ...params,
      ...(scenario === undefined ? {} : { scenario }),
      ...askedOf({}, choice),
      ...(lng === undefined || lat === undefined ? {} : { lng, lat }),
      code: code ?? '0101',
    } as Params<'coveragePlace'>),
    enabled: shown && code !== undefined,
  })
}
