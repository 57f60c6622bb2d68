import { useQueries, useQuery } from '@tanstack/react-query'
import { type Params, viewQuery } from '../../api.ts'
import { useMoment } from '../../time/moment.ts'
import type { CapArea } from './capsAnswer.ts'

/** What is known of each municipality of an opened area: its figures, that they are on their way, or that they did not come. */
export interface MunicipalityFigures {
  readonly of: ReadonlyMap<string, CapArea | 'loading' | 'failed'>
  readonly waiting: boolean
}

/** The times that figures are of, and the scenario laid over them. */
export type FiguresAt = Pick<Params<'caps'>, 'asOf' | 'asKnownAt' | 'scenario'>

/**
 * The figures of municipalities, asked for once a region that they lie in. Of the moment looked at, unless `at` names
 * another.
 */
export function useMunicipalities(codes: readonly string[], at?: FiguresAt): MunicipalityFigures {
  const { params } = useMoment()
  const asked: FiguresAt = at ?? params
  const { scenario: _, ...times } = asked
  const areas = useQuery({ ...viewQuery('areas', times), enabled: codes.length > 0 })
  const regions = regionsOf(codes, areas.data?.municipalities ?? [])
  const answers = useQueries({
    queries: regions.map((region) =>
      // A region's code from an answer is checked; written out again it is plain text to the compiler.
      viewQuery('caps', { ...asked, kind: 'municipality', region } as Params<'caps'>),
    ),
  })
  const waiting = areas.isFetching || answers.some(({ isFetching }) => isFetching)
  const found = new Map(answers.flatMap(({ data }) => data?.areas.map((area) => [String(area.code), area]) ?? []))
  const isOver = areas.isError || (areas.data !== undefined && answers.every(({ isPending }) => !isPending))
  return {
    of: new Map(codes.map((code) => [code, found.get(code) ?? (isOver ? 'failed' : 'loading')])),
    waiting: codes.length > 0 && waiting,
  }
}

/** The regions that municipalities lie in, each once. */
export function regionsOf<Region extends string>(
  codes: readonly string[],
  municipalities: readonly { readonly code: string; readonly region: Region | null }[],
): readonly Region[] {
  const wanted = new Set(codes)
  const regions = municipalities.flatMap(({ code, region }) => (wanted.has(code) && region !== null ? [region] : []))
  return [...new Set(regions)]
}
