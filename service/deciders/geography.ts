import type { z } from 'zod'
import type { GeographyCommand } from '#api/commands/geography'
import type { GeographyEvent, geographyEvents, RecordedGeographyEvent } from '#events/geography'
import type { EffectiveDate } from '#events/time'
import { type Decider, Refusal } from './decider.ts'
import { equal } from './equal.ts'

type Version = z.infer<typeof geographyEvents.AreaVersionPublished.data>
type Population = z.infer<typeof geographyEvents.PopulationPublished.data>

/** Every version of the shapes and of the population that was published. */
export interface GeographyState {
  readonly versions: readonly { readonly data: Version; readonly from: EffectiveDate }[]
  readonly populations: readonly { readonly data: Population; readonly from: EffectiveDate }[]
}

export const geography: Decider<GeographyState, GeographyCommand, GeographyEvent, RecordedGeographyEvent> = {
  initial: { versions: [], populations: [] },

  evolve(state, event) {
    return event.type === 'PopulationPublished'
      ? { ...state, populations: [...state.populations, { data: event.data, from: event.effectiveFrom }] }
      : { ...state, versions: [...state.versions, { data: event.data, from: event.effectiveFrom }] }
  },

  decide(command, state) {
    if (command.type === 'PublishPopulation') return publishPopulation(command.data, state)
    const { effectiveFrom, ...data } = command.data
    const taken = state.versions.find((one) => one.data.kind === data.kind && one.data.areaVersion === data.areaVersion)
    if (taken) {
      if (taken.from === effectiveFrom && equal(taken.data, data)) return []
      throw new Refusal('geography.versionTaken', { areaVersion: data.areaVersion })
    }
    if (data.until !== null && data.until <= effectiveFrom)
      throw new Refusal('geography.endsBeforeStart', { effectiveFrom, until: data.until })
    return [{ type: 'AreaVersionPublished', effectiveFrom, data }]
  },
}

function publishPopulation(
  { effectiveFrom, ...data }: Extract<GeographyCommand, { type: 'PublishPopulation' }>['data'],
  { populations }: GeographyState,
): GeographyEvent[] {
  const taken = populations.find((one) => one.data.populationVersion === data.populationVersion)
  if (taken === undefined) return [{ type: 'PopulationPublished', effectiveFrom, data }]
  if (taken.from === effectiveFrom && equal(taken.data, data)) return []
  throw new Refusal('geography.versionTaken', { areaVersion: data.populationVersion })
}
