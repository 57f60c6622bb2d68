import type { AsOf } from '#api/asOf'
import { reachOf, type Scope } from '#api/policy'
import { problemCodes } from '#api/problem'
import { CaseId } from '#events/identifiers'
import type { Clock } from '../clock.ts'
import type { Views } from '../projections/views.ts'
import { maySee } from '../queries/caseAccess.ts'
import { caseRecords } from '../queries/caseRecords.ts'
import { mayLook, scenarioRecord } from '../scenarios/records.ts'
import type { Scenarios } from '../scenarios.ts'
import { problem } from './problems.ts'

/** Views to ask for a moment, as far as the caller may know that its scenario exists. */
export type ViewsFor = (at: AsOf, scope: Scope) => Promise<Views>

/**
 * The main views, or those of a what-if. A case's what-if shows what is in the case, so only who may see the case may ask
 * for it; a planner's scenario is its owner's and its readers'. To everyone else they do not exist.
 */
export function scopedViews(parts: { views: Views; scenarios: Scenarios; clock: Clock }): ViewsFor {
  const { views, scenarios, clock } = parts
  return async (at, scope) => {
    if (at.scenario === undefined) return views
    if (reachOf(scope.role, 'scenario.use') === null) {
      throw problem(
        scope.role === 'public' ? 401 : 403,
        scope.role === 'public' ? problemCodes.signInNeeded : problemCodes.forbidden,
      )
    }
    if (!at.scenario.startsWith('case-')) {
      const planned = scenarioRecord(views, at.scenario)
      if (planned === null || !mayLook(planned, scope)) throw problem(404, problemCodes.notFound)
      return await scenarios.viewsFor(at)
    }
    const id = CaseId.safeParse(at.scenario.replace(/^case-/, ''))
    const now: AsOf = { effectiveOn: clock.today(), recordedAt: 'now' }
    const record = id.success ? caseRecords(views, now, id.data)[0] : undefined
    if (record === undefined || !maySee(scope, record)) throw problem(404, problemCodes.notFound)
    return await scenarios.viewsFor(at)
  }
}
