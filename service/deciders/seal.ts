import type { SealCommand } from '#api/commands/seal'
import type { RecordedSealEvent, SealEvent } from '#events/seal'
import { type Decider, Refusal } from './decider.ts'

/** A ruling is sealed once; what it was sealed with never changes. */
export const seal: Decider<{ readonly isSealed: boolean }, SealCommand, SealEvent, RecordedSealEvent> = {
  initial: { isSealed: false },

  evolve() {
    return { isSealed: true }
  },

  decide({ data }, { isSealed }, { today, sealed }) {
    if (isSealed) return []
    if (sealed === undefined) throw new Refusal('docket.unknownRuling', { number: data.number })
    return [{ type: 'RulingSealed', effectiveFrom: today, data: { ...data, ...sealed } }]
  },
}
