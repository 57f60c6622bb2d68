import type { z } from 'zod'
import type { GeographyCommand } from '#api/commands/geography'
import type { GeographyEvent, geographyEvents, RecordedGeographyEvent } from '#events/geography'
import type { EffectiveDate } from '#events/time'
import { type Decider, Refusal } from './decider.ts'
import { equal } from './equal.ts'

type Version = z.infer<typeof geographyEvents.AreaVersionPublished.data>

/** Every version of the shapes that was published. */
export interface GeographyState {
  readonly versions: readonly { readonly data: Version; readonly from: EffectiveDate }[]
}

export const geography: Decider<GeographyState, GeographyCommand, GeographyEvent, RecordedGeographyEvent> = {
  initial: { versions: [] },

  evolve(state, event) {
    return { versions: [...state.versions, { data: event.data, from: event.effectiveFrom }] }
  },

  decide(command, state) {
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
