import type { Answer } from '../../../api.ts'

/** A municipality that the line goes through. */
export type CutPart = Answer<'planningAreaSketch'>['cut'][number]

/** How the part inside is said. One just below the half, which is rounded to it, is not told as the half. */
export function partWords({ name, insidePercent, belongs }: Pick<CutPart, 'name' | 'insidePercent' | 'belongs'>) {
  const isJustBelow = !belongs && insidePercent >= 50
  return [isJustBelow ? 'places.area.partJustBelow' : 'places.area.part', { name, percent: insidePercent }] as const
}
