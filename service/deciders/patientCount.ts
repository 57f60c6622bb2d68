import type { z } from 'zod'
import type { PatientCountCommand } from '#api/commands/patientCount'
import { diagnosisGroups } from '#events/diagnosisGroups'
import type { PatientCountEvent, patientCountEvents, RecordedPatientCountEvent } from '#events/patientCount'
import type { EffectiveDate } from '#events/time'
import { type Decider, Refusal } from './decider.ts'
import { equal } from './equal.ts'

type Load = z.infer<typeof patientCountEvents.PatientCountLoaded.data>

/** What was loaded for one group, in the order it was loaded. */
export interface PatientCountState {
  readonly loads: readonly { readonly from: EffectiveDate; readonly load: Load }[]
}

export const patientCount: Decider<
  PatientCountState,
  PatientCountCommand,
  PatientCountEvent,
  RecordedPatientCountEvent
> = {
  initial: { loads: [] },

  evolve({ loads }, { data, effectiveFrom }) {
    return { loads: [...loads, { from: effectiveFrom, load: data }] }
  },

  decide(command, { loads }) {
    const { effectiveFrom, ...load } = command.data
    const last = loads.findLast((one) => one.load.kind === load.kind && one.from === effectiveFrom)
    if (last !== undefined && equal(last.load, load)) return []
    const { group, period, counts } = load
    if (!diagnosisGroups.some(({ id }) => id === group)) throw new Refusal('patientCount.unknownGroup', { group })
    if (period.to < period.from) throw new Refusal('patientCount.endsBeforeStart', period)
    const codes = counts.map(({ municipality }) => municipality)
    const twice = codes.find((code, index) => codes.indexOf(code) !== index)
    if (twice !== undefined) throw new Refusal('patientCount.twice', { municipality: twice })
    const told = counts.find(({ count, suppressed }) => suppressed && count !== null)
    if (told !== undefined) throw new Refusal('patientCount.suppressed', { municipality: told.municipality })
    return [{ type: 'PatientCountLoaded', effectiveFrom, data: load }]
  },
}
