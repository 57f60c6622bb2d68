import type { CostField, NearestSites } from '#geo/costField'
import type { Position } from '#geo/position'

/** Who measures: the built-in surface, a great circle times a detour, or a routing service elsewhere. */
export type EngineKind = 'surface' | 'greatCircle' | 'osrm' | 'valhalla'

/** How somebody waits for an answer. */
export interface Waiting {
  /** Aborted when they wait no more. */
  readonly signal?: AbortSignal
  /** Told how many of the places have been measured. */
  readonly onProgress?: (done: number, all: number) => void
}

/**
 * What it costs to get from the cells of the ground to places: the one port that everything else measures by. Costs are
 * directed, from the cell to the place; a limit is inclusive (<=); infinite is unreachable, which is neither far nor
 * unknown. Rejects with the signal's reason when that is aborted.
 */
export interface ReachEngine {
  readonly kind: EngineKind
  readonly unit: 'minutes' | 'kilometres'
  /** Names the roads that it measures by now, where they can change while the service runs. */
  version(waiting?: Waiting): Promise<string>
  /** From every cell to the nearest of the places, and which of them it is. */
  nearest(places: readonly Position[], waiting?: Waiting): Promise<NearestSites>
  /** Cost of the k-th nearest of the places from every cell, k from 1. */
  kth(places: readonly Position[], k: number, waiting?: Waiting): Promise<Float32Array>
  /** For each place, in order, the cells that are within the limit of it. */
  fields(places: readonly Position[], within: number, waiting?: Waiting): Promise<readonly CostField[]>
  /** From one place to each of the others. */
  from(place: Position, places: readonly Position[], waiting?: Waiting): Promise<Float64Array>
}

/** Why a service elsewhere was not used: it did not answer, said no, said something else, or changed its roads meanwhile. */
export type Failing = 'noAnswer' | 'refused' | 'notUnderstood' | 'changed'

/** A service elsewhere cannot be used now. Nothing that it answered before is used either: an answer is never mixed. */
export class EngineUnavailable extends Error {
  override readonly name = 'EngineUnavailable'
  readonly failing: Failing

  constructor(failing: Failing, message: string, options?: ErrorOptions) {
    super(message, options)
    this.failing = failing
  }
}
