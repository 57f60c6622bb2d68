import type { Hours } from './capacity.ts'
import type { Clinic } from './clinics.ts'
import { type Day, dateOf } from './days.ts'
import { tellChange } from './numberChanges.ts'
import type { Slot } from './slots.ts'
import { begin, notedAt, type Telling, type Tenure, writer } from './tenure.ts'

/** A number's time in a clinic in hours, for the switch to units. */
export interface Stay {
  readonly clinic: Clinic
  readonly hours: Hours
  readonly from: Day
  /** Exclusive; null while it lasts. */
  readonly to: Day | null
}

export interface Told {
  /** Numbers that are left in the end. */
  readonly tenures: readonly Tenure[]
  readonly stays: readonly Stay[]
}

/** Writes the life of a slot into the journal; answers the numbers that are left and where the hours were when. */
export function tellSlot(slot: Slot, telling: Telling): Told {
  const { clinic, begins, ends, hours, status } = slot
  const first = { holder: telling.ids.person(), clinic, since: begins, status, hours }
  let tenure = begin(first, slot.origin, notedAt(begins, telling.random), telling)
  let stayFrom = begins
  const stays: Stay[] = []
  const tenures: Tenure[] = []
  for (const change of slot.changes) {
    const before = tenure
    const changed = tellChange(before, change, telling)
    tenure = changed.tenure
    if (changed.splitOff !== undefined) {
      tenures.push(changed.splitOff)
      stays.push({ clinic: before.clinic, hours: changed.splitOff.hours, from: change.day, to: ends })
    }
    if (tenure.clinic === before.clinic && tenure.hours === before.hours) continue
    stays.push({ clinic: before.clinic, hours: before.hours, from: stayFrom, to: change.day })
    stayFrom = change.day
  }
  stays.push({ clinic: tenure.clinic, hours: tenure.hours, from: stayFrom, to: ends })
  tenures.push(tenure)
  if (ends === null) return { tenures, stays }
  for (const { stream } of tenures) cease(stream, ends, telling)
  return { tenures: [], stays }
}

/** Nobody takes over: the capacity lapses. */
function cease(stream: string, on: Day, { journal, random, region }: Telling): void {
  const at = notedAt(on, random)
  const data = { reason: 'Ophørt uden overdragelse', transferredTo: null }
  journal.write({
    stream,
    at,
    by: writer(region, at),
    events: [{ type: 'ProviderNumberCeased', data, effectiveFrom: dateOf(on) }],
  })
}
