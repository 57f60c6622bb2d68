import type { CoverageUnit } from '#api/views/coverage'
import type { Asker } from '../asker.ts'
import type { ReachEngine, Waiting } from '../reach/engine.ts'
import type { Ground } from '../reach/ground.ts'
import type { Measured } from '../reach/reach.ts'

/**
 * Does the whole of some work with the engine for a unit: the service's for minutes, and for kilometres the great circle
 * times a detour. When the engine of the settings cannot be used, all of it is done again with the surface.
 */
export async function measuring<Value>(
  unit: CoverageUnit,
  ground: Ground,
  detourHundredths: number,
  work: (engine: ReachEngine) => Promise<Value>,
): Promise<Measured<Value>> {
  if (unit === 'minutes') return await ground.reach.minutes(work)
  const engine = ground.kilometres(detourHundredths / 100)
  return { value: await work(engine), engine: engine.kind, instead: null }
}

/** How an engine is waited for by whoever asks; they are told how many places have been measured. */
export function waitingAs({ signal, onProgress }: Asker): Waiting {
  return {
    ...(signal === undefined ? {} : { signal }),
    onProgress: (done, all) => onProgress?.({ of: 'places', done, all }),
  }
}

/** Where goals are. */
export function placesOf(goals: readonly { readonly position: readonly [number, number] }[]) {
  return goals.map(({ position }) => position)
}
