import { useQueries } from '@tanstack/react-query'
import { viewQuery } from '../../api.ts'
import { useMoment } from '../../time/moment.ts'
import type { CapArea } from './capsAnswer.ts'

/** What is known of each municipality of an opened area: its figures, that they are on their way, or that they did not come. */
export type MunicipalityFigures = ReadonlyMap<string, CapArea | 'loading' | 'failed'>

/** The figures of municipalities one by one: the service has them as areas of one municipality. */
export function useMunicipalities(codes: readonly string[]): MunicipalityFigures {
  const { params } = useMoment()
  const answers = useQueries({
    queries: codes.map((code) => viewQuery('caps', { ...params, kind: 'set', municipalities: code })),
  })
  return new Map(
    codes.map((code, at) => {
      const answer = answers[at]
      return [code, answer?.data?.areas[0] ?? (answer?.isError === true ? 'failed' : 'loading')]
    }),
  )
}
