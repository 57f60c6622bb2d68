import type { Answer } from '../../../api.ts'

/** A municipality that the line goes through. */
export type CutPart = Answer<'planningAreaSketch'>['cut'][number]

/** How the part inside is said. One rounded up to the half, or to all of a municipality that is cut, is not told as that. */
export function partWords({ name, insidePercent, belongs }: Pick<CutPart, 'name' | 'insidePercent' | 'belongs'>) {
  const isJustBelow = insidePercent === 100 || (!belongs && insidePercent >= 50)
  return [isJustBelow ? 'places.area.partJustBelow' : 'places.area.part', { name, percent: insidePercent }] as const
}
