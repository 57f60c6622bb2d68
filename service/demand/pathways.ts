import type { Source } from '#events/finding'
import { EffectiveDate } from '#events/time'
import { momentary } from '../momentary.ts'
import { knownAt, moment } from '../projections/bitemporal.ts'
import { pathwayProjection } from '../projections/pathway.ts'

/** A group's structured pathway: what it is to save, and who says so. */
interface Pathway {
  /** Day it begins; null where nobody has said when, which counts on every day. */
  readonly from: EffectiveDate | null
  /** Per mille of the group's services. */
  readonly savesPermille: number
  readonly source: Source
}

/**
 * What structured pathways are to save, by group (systems.md S0-5). A goal, not a measurement: it lowers the expected demand
 * of the groups that have a pathway, from the day that they have it.
 */
export type EfficiencyGoal = ReadonlyMap<string, Pathway>

/** S_SEED000: 2.5 % of the services, by a pathway for sclerosis. The seed gives no day from when. */
const seedGoal: EfficiencyGoal = new Map([
  ['multiple-sclerosis', { from: null, savesPermille: 25, source: { kind: 'SEED', id: 'S_SEED000' } }],
])

/** The seed's goal with what has been set since: for each group what holds on the date, or else what is to begin next. */
export const goalAt = momentary(
  (views, at): EfficiencyGoal => {
    type Row = { key: string; saves: number; source: string | null; effective_from: string }
    const rows = views
      .statement<Row>(
        `SELECT w.key, w.saves, w.source, w.effective_from FROM pathway w
         WHERE w.effective_to > :on AND ${knownAt('w')} ORDER BY w.key, w.effective_from DESC`,
      )
      .all(moment(at))
    const goal = new Map(seedGoal)
    for (const { key, saves, source, effective_from } of rows) {
      const from = EffectiveDate.parse(effective_from)
      // What begins later does not end the seed's, which holds until then.
      if (from > at.effectiveOn && seedGoal.has(key)) continue
      if (saves === 0) goal.delete(key)
      else goal.set(key, { from, savesPermille: saves, source: sourceOf(source) })
    }
    return goal
  },
  [pathwayProjection],
)

function sourceOf(document: string | null): Source {
  return document === null ? { kind: 'ASSUMPTION', id: 'structuredPathway' } : { kind: 'DECISION', id: document }
}

/** Per mille of its services that a group's structured pathway saves on a day; null for a group without one then. */
export function pathwaySavesPermille(goal: EfficiencyGoal, group: string, on: string): number | null {
  const pathway = goal.get(group)
  return pathway === undefined || (pathway.from !== null && on < pathway.from) ? null : pathway.savesPermille
}

/** Services, or users counted as services, after what a structured pathway saves: 10,000 and 25 per mille are 9,750. */
export function afterPathway(services: number, permille: number | null): number {
  return permille === null ? services : Math.round((services * (1000 - permille)) / 1000)
}
