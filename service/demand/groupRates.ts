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

/** Groups of children, who are treated at children's clinics. */
export const childrensGroups: readonly string[] = ['cerebral-palsy-children']

/** Groups that a group or family stands for: itself, or the members of the family. Empty for an unknown id. */
export function membersOf(id: string): readonly string[] {
  const family = diagnosisFamilies.find((one) => one.id === id)
  if (family !== undefined) return family.groups
  return diagnosisGroups.some((group) => group.id === id) ? [id] : []
}
