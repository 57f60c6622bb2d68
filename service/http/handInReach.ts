import type { Command } from '#api/contract'
import type { Scope } from '#api/policy'
import { notHandedInReasons } from '#api/views/scenario'
import type { Views } from '../projections/views.ts'
import type { World } from '../queries/query.ts'
import { notHandedIn } from '../scenarios/committees.ts'
import { scenarioIn } from '../scenarios/handedIn.ts'
import type { Planned } from '../scenarios/planned.ts'
import { problem } from './problems.ts'

type Submitted = Extract<Command, { type: 'SubmitScenario' }>['data']

/**
 * Throws 409 when changes of the scenario that are on make something up or rest on it, or do not all lie where the committee
 * may decide: all of one reason at once. That the scenario is the caller's own, and the committee that of their region, has been checked.
 */
export async function checkHandIn(
  submitted: Submitted,
  scope: Pick<Scope, 'regions'>,
  views: Views,
  planned: Planned,
  world: Pick<World, 'geography' | 'today'>,
): Promise<void> {
  const { region } = submitted
  const state = scenarioIn(views, submitted)
  if (state === null) return
  const { views: within } = await planned.openAt(state)
  const stays = notHandedIn(state.changes, within, scope.regions, world)
  for (const why of Object.values(notHandedInReasons)) {
    const those = stays.filter((one) => one.why === why)
    if (those.length === 0) continue
    const regions = [...new Set(those.flatMap((one) => one.regions))].filter((one) => !scope.regions.includes(one))
    throw problem(409, why, { params: { region, changes: those.map(({ change }) => change), regions } })
  }
}
