import type { EffectiveDate } from '#events/time'
import { addDays } from '../calendar.ts'
import type { ShiftFact } from '../facts/capacity.ts'
import type { AddressFact, CaseFacts } from '../facts.ts'
import type { Lever } from '../flip.ts'
import { regimeOn, unitOf } from '../regime.ts'

type Relocation = NonNullable<CaseFacts['relocation']>

/** Days to look ahead and back: ten years, as long as a period of a plan's parameters can be. */
const reach = 3660

/**
 * The day from which the change is wanted. The new address begins with it; the old one ends no earlier, and on the day
 * itself where it was to. A date under another capacity regime is another question, so the search ends there.
 */
export const wantedFrom: Lever<CaseFacts> = {
  key: 'wantedFrom',
  unit: 'days',
  reach,
  move(facts, by) {
    const on = addDays(facts.wantedFrom, by)
    if (regimeOn(on) !== regimeOn(facts.wantedFrom)) return null
    const { relocation } = facts
    if (relocation === null) return { ...facts, wantedFrom: on }
    const until = relocation.previousUntil
    const ends = until === facts.wantedFrom || until < on ? on : until
    const moved = endingOn(relocation, ends)
    const addressesAfter = moved.addressesAfter.flatMap((one) =>
      one.period.from === facts.wantedFrom ? within(one, { ...one.period, from: on }) : [one],
    )
    return { ...facts, wantedFrom: on, relocation: { ...moved, addressesAfter } }
  },
  says: ({ wantedFrom: to }) => ({ to }),
}

/** The day on which the old address of a relocation ends; not before the new one begins. */
export const previousUntil: Lever<CaseFacts> = {
  key: 'previousUntil',
  unit: 'days',
  reach,
  move(facts, by) {
    const { relocation } = facts
    if (relocation === null) return null
    const on = addDays(relocation.previousUntil, by)
    return on < facts.wantedFrom ? null : { ...facts, relocation: endingOn(relocation, on) }
  },
  says: ({ relocation }) => (relocation === null ? {} : { to: relocation.previousUntil }),
}

/** A whole number in hundredths. */
const whole = 100

/** Capacity that changes municipality in a relocation: what does not move stays. At most what the clinic has, at least none. */
export const capacityMoved: Lever<CaseFacts> = {
  key: 'capacityMoved',
  unit: ({ riding, wantedFrom: on }) => (riding?.shift ? 'hoursTenths' : unitOf(regimeOn(on))),
  move(facts, by) {
    const { relocation, capacity, riding } = facts
    if (riding !== null && riding.shift !== null) {
      const moved = shifted(riding.shift.hoursTenths, riding.shift.municipalities, by)
      return moved === null
        ? null
        : { ...facts, riding: { ...riding, shift: { ...riding.shift, municipalities: moved } } }
    }
    if (relocation !== null) {
      const moved = shifted(relocation.capacity.amount, relocation.municipalities, by)
      return moved === null ? null : { ...facts, relocation: { ...relocation, municipalities: moved } }
    }
    if (capacity === null || capacity.shift === null) return null
    const moved = shifted(capacity.shift.capacity.amount, capacity.shift.municipalities, by)
    return moved === null
      ? null
      : { ...facts, capacity: { ...capacity, shift: { ...capacity.shift, municipalities: moved } } }
  },
  says: ({ relocation, capacity, riding }) => {
    const from = riding?.shift?.from ?? relocation?.from ?? capacity?.shift?.from
    const municipality = from?.municipality ?? null
    return municipality === null ? {} : { municipality }
  },
}

/** What each municipality has when more moves, or less; null where it would be more than `most`, or less than nothing. */
function shifted(
  most: number | null,
  municipalities: ShiftFact['municipalities'],
  by: number,
): ShiftFact['municipalities'] | null {
  if (most === null || municipalities.length === 0) return null
  const moved = municipalities.map(({ before, after }) => Math.abs(after - before) + by)
  if (moved.some((amount) => amount < 0 || amount > most)) return null
  return municipalities.map(({ code, before, after }, index) => ({
    code,
    before,
    after: before + Math.sign(after - before) * (moved[index] ?? 0),
  }))
}

/**
 * The share of the number that the application asks for, in hundredths, where that is more than there is: less of it, down
 * to all that there is. Otherwise the giver keeps what is not asked for, and no share is wrong.
 */
export const share: Lever<CaseFacts> = {
  key: 'share',
  unit: 'share',
  reach: 100,
  move(facts, by) {
    const { transfer } = facts
    if (transfer === null) return null
    const asked = (transfer.sharesHundredths.at(-1) ?? 0) + by
    const sharesHundredths = [...transfer.sharesHundredths.slice(0, -1), asked]
    const sum = sharesHundredths.reduce((total, one) => total + one, 0)
    return asked < 1 || sum < whole || sum - by <= whole
      ? null
      : { ...facts, transfer: { ...transfer, sharesHundredths } }
  },
}

function endingOn(relocation: Relocation, on: EffectiveDate): Relocation {
  const addressesAfter = relocation.addressesAfter.flatMap((one) =>
    one.period.to === relocation.previousUntil ? within(one, { ...one.period, to: on }) : [one],
  )
  return { ...relocation, previousUntil: on, addressesAfter }
}

/** The address in another period; none when nothing is left of it. */
function within(one: AddressFact, period: AddressFact['period']): AddressFact[] {
  return period.to !== null && period.to <= period.from ? [] : [{ ...one, period }]
}
