import type { EffectiveDate } from '#events/time'
import { addDays } from '../calendar.ts'
import type { PermissionFact, TotalFact } from '../facts/riding.ts'
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

/** the first day of a contract, where one is stated. */
export const contractFrom: Lever<CaseFacts> = {
  key: 'contractFrom',
  unit: 'days',
  reach: 3660,
  move: (facts, by) =>
    withPermission(facts, (permission) =>
      permission.contractFrom == null ? null : { contractFrom: addDays(permission.contractFrom, by) },
    ),
  says: ({ riding }) => {
    const to = riding?.permission?.contractFrom ?? null
    return to === null ? {} : { to }
  },
}

/** hours a week that the register holds at the school. */
export const hoursHeld: Lever<CaseFacts> = {
  key: 'hoursHeld',
  unit: 'hoursTenths',
  reach: 1680,
  move: (facts, by) =>
    withPermission(facts, ({ held }) =>
      held === null || held.hoursTenths + by < 0 ? null : { held: { ...held, hoursTenths: held.hoursTenths + by } },
    ),
}

/** hours a week that the last activity report shows. */
export const hoursReported: Lever<CaseFacts> = {
  key: 'hoursReported',
  unit: 'hoursTenths',
  reach: 1680,
  move: (facts, by) =>
    withPermission(facts, ({ reported }) =>
      reported === null || reported.hoursTenths + by < 0
        ? null
        : { reported: { ...reported, hoursTenths: reported.hoursTenths + by } },
    ),
}

/** schools of the change that permission is asked for: those left out, in their order, or from the last one back. */
export const permissions: Lever<CaseFacts> = {
  key: 'permissions',
  unit: 'count',
  reach: 100,
  move(facts, by) {
    const { riding } = facts
    if (riding === null) return null
    const turning =
      by > 0 ? riding.areas.filter((one) => !one.permission) : riding.areas.filter((one) => one.permission)
    const chosen = by > 0 ? turning.slice(0, by) : turning.slice(by)
    if (chosen.length < Math.abs(by)) return null
    const areas = riding.areas.map((one) => (chosen.includes(one) ? { ...one, permission: by > 0 } : one))
    return { ...facts, riding: { ...riding, areas } }
  },
}

/** The facts with the permission changed; null where there is none or it cannot be changed so. */
function withPermission(
  facts: CaseFacts,
  changed: (permission: PermissionFact) => Partial<PermissionFact> | null,
): CaseFacts | null {
  const { riding } = facts
  if (riding === null || riding.permission === null) return null
  const change = changed(riding.permission)
  return change === null ? null : { ...facts, riding: { ...riding, permission: { ...riding.permission, ...change } } }
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
