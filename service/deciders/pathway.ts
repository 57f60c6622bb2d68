import type { PathwayCommand } from '#api/commands/pathway'
import { diagnosisGroups } from '#events/diagnosisGroups'
import type { PathwayEvent, RecordedPathwayEvent } from '#events/pathway'
import { type Dated, withValue } from './dated.ts'
import { type Decider, Refusal } from './decider.ts'
import { equal } from './equal.ts'

/** What one group's structured pathway is to save, by date. */
type PathwayState = Dated<PathwayEvent['data']>

export const pathway: Decider<PathwayState, PathwayCommand, PathwayEvent, RecordedPathwayEvent> = {
  initial: [],
  evolve: (state, event) => withValue(state, event.data, event),
  decide({ data: { effectiveFrom, ...data } }, state) {
    const { group } = data
    if (!diagnosisGroups.some(({ id }) => id === group)) throw new Refusal('pathway.unknownGroup', { group })
    const last = state.findLast(({ from }) => from === effectiveFrom)
    if (last !== undefined && equal(last.value, data)) return []
    return [{ type: 'StructuredPathwaySet', effectiveFrom, data }]
  },
}
