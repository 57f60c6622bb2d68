import type { CoverageArea } from '#events/ridingAgreement'
import type { EffectiveDate } from '#events/time'

/** What R-19 wants to know of an agreement. */
export interface Documented {
  readonly area: CoverageArea
  readonly sourceDocument: string | null
  readonly accessionDate: EffectiveDate | null
}

/** Pieces that can be missing. */
export type Lacking = 'area' | 'sourceDocument' | 'accessionDate'

/** True for an area that is one: of a county, its name alone is not. */
export function isKnown(area: CoverageArea): boolean {
  return area.kind !== 'unknown' && area.codes.length > 0
}

/** What is missing before an agreement counts as documented; empty when it does. */
export function lackingIn({ area, sourceDocument, accessionDate }: Documented): readonly Lacking[] {
  return [
    ...(isKnown(area) ? [] : (['area'] as const)),
    ...(sourceDocument === null ? (['sourceDocument'] as const) : []),
    ...(accessionDate === null ? (['accessionDate'] as const) : []),
  ]
}
