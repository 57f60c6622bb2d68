import { type DiagnosisGroup, diagnosisFamilies, diagnosisGroups } from '#events/diagnosisGroups'
import type { Source } from '#events/finding'
import { published } from '../rules/sources.ts'

/** Persons per 100,000 inhabitants: what the source says, and the one figure that is counted with. */
export interface Prevalence {
  readonly low: number
  readonly high: number
  readonly used: number
}

/**
 * Prevalence of a group: the middle of the source's range, or its persons over the inhabitants of the country. Null where
 * the source gives neither.
 */
export function prevalenceOf({ per100k, persons }: DiagnosisGroup, inhabitants: number): Prevalence | null {
  if (per100k !== null) return { low: per100k[0], high: per100k[1], used: (per100k[0] + per100k[1]) / 2 }
  if (persons === null || inhabitants === 0) return null
  const used = (persons * 100_000) / inhabitants
  return { low: used, high: used, used }
}

/**
 * Percent of those with a diagnosis who were referred to free physiotherapy within two years (S_FCP, cohort 2007-2016).
 * The groups that are not here have an unknown uptake, not none.
 */
const uptakes: Readonly<Record<string, number>> = { parkinson: 53, 'multiple-sclerosis': 49 }

/** Percent of a group's persons who use free physiotherapy; null when no source says. */
export function uptakePercentOf(group: string): number | null {
  return uptakes[group] ?? null
}

/** Where the uptakes are from. */
export const uptakeSource: Source = published('S_FCP')

/** Groups with a structured pathway (S_SEED000: sclerosis). The seed gives no date from when. */
const structured: ReadonlySet<string> = new Set(['multiple-sclerosis'])
/** Per mille of the services that a structured pathway saves: 2.5 % (S_SEED000). */
const savesPermille = 25

/** Per mille of its services that a group's structured pathway saves; null for a group without one. */
export function pathwaySavesPermille(group: string): number | null {
  return structured.has(group) ? savesPermille : null
}

/** Services, or users counted as services, after what a structured pathway saves: 10,000 and 25 per mille are 9,750. */
export function afterPathway(services: number, permille: number | null): number {
  return permille === null ? services : Math.round((services * (1000 - permille)) / 1000)
}

/** Groups of children, who are treated at children's clinics. */
export const childrensGroups: readonly string[] = ['cerebral-palsy-children']

/** Groups that a group or family stands for: itself, or the members of the family. Empty for an unknown id. */
export function membersOf(id: string): readonly string[] {
  const family = diagnosisFamilies.find((one) => one.id === id)
  if (family !== undefined) return family.groups
  return diagnosisGroups.some((group) => group.id === id) ? [id] : []
}
