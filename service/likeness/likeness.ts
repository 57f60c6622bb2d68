import { type DistanceClass, type HearingVoice, LikeFeature, type LikeFeatures } from '#api/views/likeCases'
import type { ConsultationPosition } from '#events/consultation'

/** Which features two applications of one type agree and differ in; what either does not know is in neither. */
export interface Likeness {
  readonly agrees: readonly LikeFeature[]
  readonly differs: readonly LikeFeature[]
  /** At least three features can be compared, and more than half of them agree (ASSUMPTION). */
  readonly close: boolean
}

/** Features that must be comparable before two cases are called close (ASSUMPTION). */
const fewestCompared = 3

/**
 * How alike two applications of one type are. Every feature counts once (ASSUMPTION: no source weighs them). Symmetric;
 * a case is like itself in everything that is known of it.
 */
export function likenessOf(a: LikeFeatures, b: LikeFeatures): Likeness {
  const comparable = LikeFeature.options.filter((name) => a[name] !== null && b[name] !== null)
  const agrees = comparable.filter((name) => JSON.stringify(a[name]) === JSON.stringify(b[name]))
  const differs = comparable.filter((name) => !agrees.includes(name))
  return { agrees, differs, close: comparable.length >= fewestCompared && agrees.length * 2 > comparable.length }
}

/** More features agree first; of those, fewer that differ. */
export function byLikeness(a: Likeness, b: Likeness): number {
  return b.agrees.length - a.agrees.length || a.differs.length - b.differs.length
}

/** Upper edges of the classes in metres; a distance on an edge is in the class above. */
const edges: readonly (readonly [number, DistanceClass])[] = [
  [1_000, 'below1'],
  [5_000, 'below5'],
  [15_000, 'below15'],
  [50_000, 'below50'],
]

/** Class of a distance in metres. */
export function distanceClass(metres: number): DistanceClass {
  return edges.find(([edge]) => metres < edge)?.[1] ?? 'farther'
}

/** What a hearing came to, given the latest answer of each municipality asked; null for one that has not answered. */
export function voiceOf(latest: readonly (ConsultationPosition | null)[]): HearingVoice {
  if (latest.length === 0) return 'none'
  if (latest.includes('object')) return 'object'
  if (latest.includes('conditional')) return 'conditional'
  return latest.some((position) => position !== null) ? 'not-against' : 'unanswered'
}
