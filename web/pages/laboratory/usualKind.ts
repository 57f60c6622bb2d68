import { capChanges } from './capEdits.ts'
import type { Scenario } from './scenarioAnswer.ts'
import type { MatrixKind } from './useLaboratoryChoice.ts'

/**
 * The areas that a scenario opens on: those of its last cap, else its own planning areas, else the regions, whose caps can be
 * known. In a municipality the smaller groups are hidden, so its caps mostly cannot.
 */
export function usualKind(changes: Scenario['changes']): MatrixKind {
  const last = capChanges(changes).findLast(({ on }) => on)
  if (last !== undefined) return last.area.kind
  return changes.some(({ on, command }) => on && command.type === 'DrawPlanningArea') ? 'planningArea' : 'region'
}
