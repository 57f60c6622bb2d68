import type { TravelSurface } from '#geo/travelSurface'
import { type Asker, type SharedWork, sharedWork } from '../asker.ts'
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

/** What the thread that makes a ground says: how many of its steps are taken, and the ground. */
export type FromGroundThread = { readonly done: number; readonly all: number } | { readonly parts: GroundParts }

/** Makes the ground of a population; of nobody's, the modelled one's. */
export type MakeGround = (counted?: CountedPopulation | null, asker?: Asker) => Promise<Ground>

/** Grounds kept, some 25 MB each: those of today's people and of the dates around them. */
const kept = 3

/**
 * Makes the ground of each population in a thread of its own, when it is first asked for; everybody gets the same.
 * Without a population that was counted it is the modelled one's.
 * @param report told when the engine of the setting could not be used.
 */
export function createGround(setting: ReachSetting, report: (error: EngineUnavailable) => void): MakeGround {
  const remembered = remembering<SharedWork<Ground>>(kept)
  const pool = reachPool()
  return async (counted = null, asker = {}) => {
    const key = counted === null ? 'modelled' : [counted.sha256, counted.asOf, counted.source].join()
    const made = remembered(key, () =>
      // Every question needs it: it is made to its end whoever goes.
      sharedWork(async ({ onProgress }) => groundOf(await inThread(counted, onProgress), pool, by), { keeps: true }),
    )
    return await made.join(asker)
  }

  function by(surface: TravelSurface, engine: ReachEngine): Reach {
    return reachBy(setting, surface, engine, report)
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

async function inThread(
  counted: CountedPopulation | null,
  onProgress: Required<Asker>['onProgress'],
): Promise<GroundParts> {
  const worker = startThread('groundWorker', counted)
  try {
    return await new Promise<GroundParts>((resolve, reject) => {
      worker.on('message', (message: FromGroundThread) => {
        if ('parts' in message) resolve(message.parts)
        else onProgress({ of: 'ground', ...message })
      })
      worker.once('error', reject)
      worker.once('exit', () => reject(new Error('The thread that prepares travel times ended without an answer')))
    })
  } finally {
    await worker.terminate()
  }
}
