import type { PlanningAreaCommand } from '#api/commands/planningArea'
import type { DrawnShape, PlanningAreaEvent, RecordedPlanningAreaEvent } from '#events/planningArea'
import type { EffectiveDate } from '#events/time'
import { type Decider, Refusal } from './decider.ts'
import { equal } from './equal.ts'

type Drawn = Extract<PlanningAreaEvent, { type: 'PlanningAreaDrawn' }>['data']

/** A planning area; `until` is the day from which it is withdrawn. */
export interface PlanningAreaState {
  readonly drawn: { readonly from: EffectiveDate; readonly data: Drawn } | null
  readonly name: string | null
  readonly withdrawn: { readonly until: EffectiveDate; readonly reason: string } | null
}

export const planningArea: Decider<
  PlanningAreaState,
  PlanningAreaCommand,
  PlanningAreaEvent,
  RecordedPlanningAreaEvent
> = {
  initial: { drawn: null, name: null, withdrawn: null },

  evolve(state, event) {
    switch (event.type) {
      case 'PlanningAreaDrawn':
        return { drawn: { from: event.effectiveFrom, data: event.data }, name: event.data.name, withdrawn: null }
      case 'PlanningAreaRenamed':
        return { ...state, name: event.data.name }
      case 'PlanningAreaWithdrawn':
        return { ...state, withdrawn: { until: event.effectiveFrom, reason: event.data.reason } }
      default:
        return event satisfies never
    }
  },

  decide(command, { drawn, name, withdrawn }) {
    const { effectiveFrom, area } = command.data
    if (command.type === 'DrawPlanningArea') {
      const { effectiveFrom: _, ...data } = command.data
      if (drawn !== null && drawn.from === effectiveFrom && equal(drawn.data, data)) return []
      if (drawn !== null) throw new Refusal('planningArea.exists', { area })
      const { municipalities } = data
      const twice = municipalities.find((code, index) => municipalities.indexOf(code) !== index)
      if (twice !== undefined) throw new Refusal('planningArea.twice', { municipality: twice })
      if (data.shape !== null && !isClosed(data.shape)) throw new Refusal('planningArea.openRing')
      return [{ type: 'PlanningAreaDrawn', effectiveFrom, data }]
    }
    if (drawn === null || effectiveFrom < drawn.from) throw new Refusal('planningArea.unknown', { area, effectiveFrom })
    const isGone = withdrawn !== null
    if (command.type === 'RenamePlanningArea') {
      if (isGone) throw new Refusal('planningArea.unknown', { area, effectiveFrom })
      if (name === command.data.name) return []
      return [{ type: 'PlanningAreaRenamed', effectiveFrom, data: { area, name: command.data.name } }]
    }
    const { reason } = command.data
    if (isGone) {
      if (withdrawn.until === effectiveFrom && withdrawn.reason === reason) return []
      throw new Refusal('planningArea.unknown', { area, effectiveFrom })
    }
    return [{ type: 'PlanningAreaWithdrawn', effectiveFrom, data: { area, reason } }]
  },
}

function isClosed(shape: DrawnShape): boolean {
  const rings = shape.type === 'Polygon' ? shape.coordinates : shape.coordinates.flat()
  return rings.every((ring) => equal(ring[0], ring.at(-1)))
}
