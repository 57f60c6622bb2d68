import { type EngineKind, EngineUnavailable, type Failing, type ReachEngine } from './engine.ts'

/** Which engine measures minutes. */
export type ReachSetting =
  | { readonly engine: 'surface' }
  | {
      readonly engine: 'osrm' | 'valhalla'
      readonly url: string
      /** Places that the service takes in one request. */
      readonly locations: number
      readonly timeoutMs: number
    }

/** What was asked for, and who measured it. */
export interface Measured<Value> {
  readonly value: Value
  readonly engine: EngineKind
  /** The engine that should have measured and could not; null when it did. */
  readonly instead: { readonly engine: EngineKind; readonly failing: Failing } | null
}

/** Measuring in minutes by the engine of the settings. */
export interface Reach {
  /**
   * Does the whole of some work with one engine: that of the settings, or, when that cannot be used, all of it again with
   * the built-in surface. Never with both.
   */
  minutes<Value>(work: (engine: ReachEngine) => Promise<Value>): Promise<Measured<Value>>
}

/** A service that could not be used is asked again after so many milliseconds; until then nobody waits for it. */
const pauseMs = 30_000

/**
 * @param other engine of the settings; null for the built-in surface.
 * @param report told in the log's words when the other engine could not be used. @param elapsed milliseconds of a clock
 * that only goes forward.
 */
export function reachOf(
  surface: ReachEngine,
  other: ReachEngine | null,
  report: (error: EngineUnavailable) => void,
  elapsed: () => number = () => performance.now(),
): Reach {
  let failed: { readonly at: number; readonly failing: Failing } | undefined
  return {
    async minutes(work) {
      if (other === null) return { value: await work(surface), engine: surface.kind, instead: null }
      if (failed === undefined || elapsed() - failed.at >= pauseMs)
        try {
          const value = await work(other)
          failed = undefined
          return { value, engine: other.kind, instead: null }
        } catch (error) {
          if (!(error instanceof EngineUnavailable)) throw error
          report(error)
          failed = { at: elapsed(), failing: error.failing }
        }
      const instead = { engine: other.kind, failing: failed.failing }
      return { value: await work(surface), engine: surface.kind, instead }
    },
  }
}
