import type { EffectiveDate } from '#events/time'
import type { TotalFact } from '../facts/riding.ts'
import type { CaseFacts } from '../facts.ts'
import type { Lever } from '../flip.ts'
import { hoursOn, type Step } from './ridingTimeline.ts'

/**
 * hours a week that the application asks for, from its date on. It can ask for less by what it adds at most, and for
 * more without a bound.
 */
export const ridingHours: Lever<CaseFacts> = {
  key: 'ridingHours',
  unit: 'hoursTenths',
  move(facts, by) {
    const { riding, wantedFrom } = facts
    if (riding === null || riding.totals.some((total) => addedAtMost(total, wantedFrom) + by < 0)) return null
    const totals = riding.totals.map((total) => ({ ...total, after: lifted(total.after, wantedFrom, by) }))
    return { ...facts, riding: { ...riding, totals } }
  },
}

/** hours a week at the school that has fewest. */
export const schoolHours: Lever<CaseFacts> = {
  key: 'schoolHours',
  unit: 'hoursTenths',
  move(facts, by) {
    const { riding } = facts
    const fewest = riding?.sites.toSorted((a, b) => a.hoursTenths - b.hoursTenths)[0]
    if (riding === null || fewest === undefined || fewest.hoursTenths + by < 0) return null
    const sites = riding.sites.map((site) =>
      site === fewest ? { ...site, hoursTenths: site.hoursTenths + by, schoolTenths: site.schoolTenths + by } : site,
    )
    return { ...facts, riding: { ...riding, sites } }
  },
}

/** What the change adds to the total on the day on which it adds most. */
function addedAtMost({ before, after }: TotalFact, from: EffectiveDate): number {
  const dates = [from, ...[...before, ...after].map((step) => step.from).filter((date) => date > from)]
  return dates.reduce((most, date) => Math.max(most, hoursOn(after, date) - hoursOn(before, date)), 0)
}

/** The steps with so many tenths more from the date on. */
function lifted(steps: readonly Step[], from: EffectiveDate, by: number): readonly Step[] {
  const starts = [...new Set([from, ...steps.map((step) => step.from)])].toSorted()
  return starts.map((start, index) => {
    const hours = hoursOn(steps, start)
    return { from: start, to: starts[index + 1] ?? null, hoursTenths: start < from ? hours : hours + by }
  })
}
