import type { EffectiveDate } from '#events/time'

/**
 * What structured pathways are to save (systems.md S0-5). A goal, not a measurement: it lowers the expected demand of the
 * groups that have a pathway, from the day that they have it.
 */
export interface EfficiencyGoal {
  /** Per mille of a group's services. */
  readonly savesPermille: number
  /** Groups with a structured pathway, with the day it began; null where nobody has said when, which counts on every day. */
  readonly pathways: ReadonlyMap<string, EffectiveDate | null>
}

/** S_SEED000: 2.5 % of the services, by a pathway for sclerosis. The seed gives no day from when. */
export const seedGoal: EfficiencyGoal = { savesPermille: 25, pathways: new Map([['multiple-sclerosis', null]]) }

/** The seed's goal with what somebody wants to try instead: another saving, and more groups, each from its day. */
export function goalWith(
  savesPermille: number | undefined,
  pathways: readonly { readonly group: string; readonly from: EffectiveDate }[],
): EfficiencyGoal {
  return {
    savesPermille: savesPermille ?? seedGoal.savesPermille,
    pathways: new Map([...seedGoal.pathways, ...pathways.map(({ group, from }) => [group, from] as const)]),
  }
}

/** Per mille of its services that a group's structured pathway saves on a day; null for a group without one then. */
export function pathwaySavesPermille(
  { savesPermille, pathways }: EfficiencyGoal,
  group: string,
  on: string,
): number | null {
  const from = pathways.get(group)
  return from === undefined || (from !== null && on < from) ? null : savesPermille
}

/** Services, or users counted as services, after what a structured pathway saves: 10,000 and 25 per mille are 9,750. */
export function afterPathway(services: number, permille: number | null): number {
  return permille === null ? services : Math.round((services * (1000 - permille)) / 1000)
}
