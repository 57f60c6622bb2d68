import type { Answer } from '../../api.ts'

export type Reform = Answer<'reform'>
export type Handover = Reform['handovers'][number]
export type Authority = Handover['before'][number]
export type Figures = Authority['figures']
export type MunicipalityMove = Reform['municipalities'][number]

/** Names of the regions of the two dates by code. */
export function regionNames({ handovers, unchanged }: Reform): ReadonlyMap<string, string> {
  const all = [
    ...handovers.flatMap(({ before, after }) => [...before, ...after]),
    ...unchanged.flatMap(({ before, after }) => [before, after]),
  ]
  return new Map(all.map(({ code, name }) => [code, name]))
}
