import type { Answered, AsOf } from '#api/asOf'
import type { Views } from '../projections/views.ts'

/** What every answer says about itself. */
export function answered(views: Views, at: AsOf): Answered {
  return {
    effectiveOn: at.effectiveOn,
    recordedAt: at.recordedAt,
    scenario: at.scenario ?? null,
    ordinal: views.ordinal(),
    synthetic: views.synthetic(),
  }
}

/** There is nothing of this name, or the asker must not know of it. */
export class NotFound extends Error {
  override readonly name = 'NotFound'
  /** As web frameworks read it. */
  readonly statusCode = 404
}
