import type { Answer } from '../../api.ts'

export type FollowUp = Answer<'followUp'>
export type Told = NonNullable<FollowUp['renewal']>

export const tabIds = ['control', 'ceilings', 'groups', 'home', 'level', 'small', 'halfYears', 'yearly'] as const
export type TabId = (typeof tabIds)[number]
/** What a saved table is called. */
export type TableId = TabId | 'reviews'

/** True when a finding asks somebody to look: a breach, something that is missing, or advice. */
export function isUnmet(finding: Pick<Told, 'outcome'> | null): boolean {
  return finding !== null && finding.outcome !== 'pass' && finding.outcome !== 'not-applicable'
}

/** True when a figure is above its limit and the cause is all that is not known yet. */
export function lacksCause(finding: Pick<Told, 'missing'> | null): boolean {
  return finding?.missing.length === 1 && finding.missing[0] === 'cause'
}

/** The findings of one tab. */
export function findingsOf(data: FollowUp, tab: TabId): readonly (Told | null)[] {
  switch (tab) {
    case 'control':
      return data.control.rows.flatMap(({ finding, progressive }) => [finding, progressive])
    case 'ceilings':
      return data.ceilings.map(({ finding }) => finding)
    case 'groups':
      return data.groups.map(({ finding }) => finding)
    case 'home':
      return data.home.map(({ finding }) => finding)
    case 'level':
      return [data.level.services, data.level.riding]
    case 'small':
      return data.small.map(({ finding }) => finding)
    case 'halfYears':
      return data.halfYears.rows.map(({ finding }) => finding)
    case 'yearly':
      return [...data.yearly.map(({ finding }) => finding), data.renewal]
    default:
      return tab satisfies never
  }
}

/** A value that the finding measured; null when it is unknown, hidden or was not measured. */
export function measureOf(finding: Told | null, key: string): number | null {
  return finding?.measured.find((one) => one.key === key)?.value ?? null
}
