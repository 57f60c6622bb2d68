import type { EffectiveDate } from '#events/time'
import { daysBetween } from '../calendar.ts'

/** Days in which the case waited for the applicant; half-open, `to` null while it still does. */
export interface Pause {
  readonly from: EffectiveDate
  readonly to: EffectiveDate | null
}

/** Whole days of a case: every day is either active or paused. */
interface CaseDays {
  readonly elapsed: number
  readonly active: number
  readonly paused: number
  /** The pauses within the case's time, merged, in order. */
  readonly pauses: readonly { readonly from: EffectiveDate; readonly to: EffectiveDate }[]
}

/**
 * Days from receipt to `until` (that day not counted): those in which something asked for was missing are paused, the
 * others active. Pauses may overlap, touch, or reach beyond the case; 2026-11-01 to 2026-12-01 with something missing from
 * 2026-11-10 to 2026-11-20 is 30 days, 10 of them paused.
 */
export function caseDays(receivedOn: EffectiveDate, until: EffectiveDate, pauses: readonly Pause[]): CaseDays {
  const end = until < receivedOn ? receivedOn : until
  const merged: { from: EffectiveDate; to: EffectiveDate }[] = []
  for (const pause of pauses.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const from = pause.from < receivedOn ? receivedOn : pause.from
    const to = pause.to === null || pause.to > end ? end : pause.to
    if (from >= to) continue
    const last = merged.at(-1)
    if (last === undefined || last.to < from) merged.push({ from, to })
    else if (last.to < to) last.to = to
  }
  let active = 0
  let at = receivedOn
  for (const { from, to } of merged) {
    active += daysBetween(at, from)
    at = to
  }
  active += daysBetween(at, end)
  const paused = merged.reduce((sum, { from, to }) => sum + daysBetween(from, to), 0)
  return { elapsed: daysBetween(receivedOn, end), active, paused, pauses: merged }
}
