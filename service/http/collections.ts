import type { EffectiveDate } from '#events/time'
import type { Clock } from '../clock.ts'
import type { Collection } from '../collections/catalogue.ts'
import type { World } from '../queries/query.ts'
import type { ViewsFor } from './scenario.ts'

export type Spatial = Collection

/** What the routes of features and tiles need. */
export interface CollectionDeps {
  readonly collections: readonly Collection[]
  readonly clock: Clock
  readonly viewsFor: ViewsFor
  readonly world: () => World
  readonly bootId: string
  /** True while the log holds demonstration data. */
  readonly synthetic: () => boolean
  /** First day that the register knows something about. */
  readonly firstEffective: () => EffectiveDate | null
  /** Number of the last commit that moved one of these projections. */
  readonly movedAt: (projections: readonly string[]) => number
}
