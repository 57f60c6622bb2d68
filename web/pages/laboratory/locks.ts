import type { AreaRef } from '#events/quota'
import type { Scenario } from './scenarioAnswer.ts'

/** A lock on a cell, on a row (any group) or on a column (any area), by the codes of area and group. */
export interface Lock {
  readonly area: string | null
  readonly group: string | null
}

/** The lock that holds a cell: its own, its row's or its column's, in this order; null when it is free. */
export function lockOn(locks: readonly Lock[], area: string, group: string): 'cell' | 'row' | 'column' | null {
  if (hasLock(locks, { area, group })) return 'cell'
  if (hasLock(locks, { area, group: null })) return 'row'
  return hasLock(locks, { area: null, group }) ? 'column' : null
}

/** Whether exactly this lock is there. */
export function hasLock(locks: readonly Lock[], { area, group }: Lock): boolean {
  return locks.some((one) => one.area === area && one.group === group)
}

/** Turns the locks of what is selected: when each is locked they are opened, otherwise those still open are locked. */
export function turned(
  locks: readonly Lock[],
  wanted: readonly Lock[],
): { readonly lock: boolean; readonly locks: readonly Lock[] } {
  const open = wanted.filter((one) => !hasLock(locks, one))
  return open.length > 0 ? { lock: true, locks: open } : { lock: false, locks: wanted }
}

/** The locks that bear on areas of one kind: theirs, and those of whole groups. */
export function locksOf(locks: Scenario['locks'], kind: AreaRef['kind']): readonly Lock[] {
  return locks.flatMap(({ area, group }) =>
    area === null || area.kind === kind ? [{ area: area?.code ?? null, group }] : [],
  )
}
