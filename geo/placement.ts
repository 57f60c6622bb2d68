import { type AreaIndex, distanceToBorderM, isOutlineWithin, municipalityAt, nearestMunicipality } from './areas.ts'
import type { Position } from './position.ts'

/** What a boundary dataset says about itself, in metres (`boundaries.json`, or the import of official shapes). */
export type BoundaryAccuracy = {
  readonly positionalAccuracyM: { readonly coast: number; readonly internalBorder95: number }
  /** Nearer to a border than this the geometry decides nothing alone. */
  readonly confirmWithinM: number
}

/** Accuracy record for boundaries that are nowhere more than `metres` off: nearer than that, confirm. */
export function officialAccuracy(metres: number): BoundaryAccuracy {
  return { positionalAccuracyM: { coast: metres, internalBorder95: metres }, confirmWithinM: metres }
}

export type PlacementReason =
  /** The register's code and the geometry say the same. */
  | 'register-and-geometry-agree'
  /** The register names another municipality, which lies within the boundaries' accuracy. */
  | 'disagreement-within-accuracy'
  /** The register names another municipality, farther away than the boundaries are wrong. */
  | 'disagreement-beyond-accuracy'
  /** The register's code is no municipality of these boundaries. */
  | 'unknown-registered-code'
  /** No code in the register: the geometry alone speaks. */
  | 'no-registered-code'
  /** Nearer to a border than `confirmWithinM`. */
  | 'near-border'
  /** In the water, but nearer to land than the coast is wrong. */
  | 'off-coast'
  /** On no land of any municipality. */
  | 'outside-every-municipality'

export type Placement = {
  /** Proposed municipality; undefined when neither register nor geometry gives one. */
  readonly municipality: string | undefined
  /** `confirm`: a person must confirm it; never to be used silently. */
  readonly certainty: 'registered' | 'geometry' | 'confirm'
  readonly reasons: readonly PlacementReason[]
  /** Metres to the border nearest to the position in the municipality the geometry gives; `null` where it has none. */
  readonly distanceToBorderM: number | null
  readonly disagreement?: { readonly registered: string; readonly geometry: string }
}

type Located = {
  readonly code: string | undefined
  readonly near: boolean
  readonly distanceToBorderM: number | null
  readonly reasons: readonly PlacementReason[]
}

/**
 * The municipality of an address: the register's code first, the geometry as a check. Without a code the geometry
 * answers, unless the position is nearer to a border than `confirmWithinM`. A code that the geometry contradicts, or
 * that the boundaries do not know, is proposed but must be confirmed.
 */
export function placeAddress(
  { position, registeredCode }: { readonly position: Position; readonly registeredCode?: string | undefined },
  index: AreaIndex,
  accuracy: BoundaryAccuracy,
): Placement {
  const located = locate(position, index, accuracy)
  const { distanceToBorderM: distance } = located
  if (registeredCode === undefined) {
    const certain = located.code !== undefined && !located.near
    return {
      municipality: located.code,
      certainty: certain ? 'geometry' : 'confirm',
      reasons: ['no-registered-code', ...located.reasons],
      distanceToBorderM: distance,
    }
  }
  if (!index.codes.has(registeredCode)) {
    const reasons: PlacementReason[] = ['unknown-registered-code', ...located.reasons]
    return { municipality: located.code, certainty: 'confirm', reasons, distanceToBorderM: distance }
  }
  if (located.code === undefined) {
    return { municipality: registeredCode, certainty: 'confirm', reasons: located.reasons, distanceToBorderM: distance }
  }
  if (located.code === registeredCode) {
    const reasons: PlacementReason[] = ['register-and-geometry-agree', ...located.reasons]
    return { municipality: registeredCode, certainty: 'registered', reasons, distanceToBorderM: distance }
  }
  const within = isOutlineWithin(index, position, registeredCode, accuracy.positionalAccuracyM.internalBorder95)
  return {
    municipality: registeredCode,
    certainty: 'confirm',
    reasons: [within ? 'disagreement-within-accuracy' : 'disagreement-beyond-accuracy', ...located.reasons],
    distanceToBorderM: distance,
    disagreement: { registered: registeredCode, geometry: located.code },
  }
}

function locate(position: Position, index: AreaIndex, accuracy: BoundaryAccuracy): Located {
  const answer = municipalityAt(index, position)
  if (answer.status === 'inside') {
    const { code, distanceToBorderM: distance } = answer
    const near = distance !== null && distance < accuracy.confirmWithinM
    return { code, near, distanceToBorderM: distance, reasons: near ? ['near-border'] : [] }
  }
  const land = nearestMunicipality(index, position, { reach: accuracy.positionalAccuracyM.coast })
  if (land === undefined) {
    return { code: undefined, near: false, distanceToBorderM: null, reasons: ['outside-every-municipality'] }
  }
  const distance = distanceToBorderM(index, position, land.code)
  const other = nearestMunicipality(index, position, { reach: accuracy.confirmWithinM, other: land.code })
  const near = other !== undefined || (distance !== null && distance < accuracy.confirmWithinM)
  return {
    code: land.code,
    near,
    distanceToBorderM: distance,
    reasons: near ? ['off-coast', 'near-border'] : ['off-coast'],
  }
}
