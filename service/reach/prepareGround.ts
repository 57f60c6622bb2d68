import type { TravelSurface } from '#geo/travelSurface'
import { remembering } from '../remembering.ts'
import type { CountedPopulation } from './countedPopulation.ts'
import type { EngineUnavailable, ReachEngine } from './engine.ts'
import { type Ground, groundOf } from './ground.ts'
import type { GroundParts } from './groundParts.ts'
import { matrixEngine } from './matrixEngine.ts'
import { osrmService } from './osrm.ts'
import { reachPool } from './pool.ts'
import { type Reach, type ReachSetting, reachOf } from './reach.ts'
import { startThread } from './thread.ts'
import { valhallaService } from './valhalla.ts'

/** Grounds kept, some 25 MB each: those of today's people and of the dates around them. */
const kept = 3

/**
 * Makes the ground of each population in a thread of its own, when it is first asked for; everybody gets the same.
 * Without a population that was counted it is the modelled one's.
 * @param report told when the engine of the setting could not be used.
 */
export function createGround(
  setting: ReachSetting,
  report: (error: EngineUnavailable) => void,
): (counted?: CountedPopulation | null) => Promise<Ground> {
  const remembered = remembering<{ made: Promise<Ground> | undefined }>(kept)
  const pool = reachPool()
  return (counted = null) => {
    const key = counted === null ? 'modelled' : [counted.sha256, counted.asOf, counted.source].join()
    const ground = remembered(key, () => ({ made: undefined }))
    ground.made ??= inThread(counted)
      .then((parts) => groundOf(parts, pool, (surface, engine) => reachBy(setting, surface, engine, report)))
      .catch((error: unknown) => {
        // The next who asks tries again.
        ground.made = undefined
        throw error
      })
    return ground.made
  }
}

/** Measuring by the setting, with the built-in surface behind it. */
export function reachBy(
  setting: ReachSetting,
  surface: TravelSurface,
  builtIn: ReachEngine,
  report: (error: EngineUnavailable) => void,
): Reach {
  if (setting.engine === 'surface') return reachOf(builtIn, null, report)
  const service = setting.engine === 'osrm' ? osrmService(setting.url) : valhallaService(setting.url)
  return reachOf(builtIn, matrixEngine(service, setting, surface), report)
}

async function inThread(counted: CountedPopulation | null): Promise<GroundParts> {
  const worker = startThread('groundWorker', counted)
  try {
    return await new Promise<GroundParts>((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', reject)
      worker.once('exit', () => reject(new Error('The thread that prepares travel times ended without an answer')))
    })
  } finally {
    await worker.terminate()
  }
}
