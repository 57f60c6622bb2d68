import type { AreaRef } from '#events/quota'

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

/** A lock as the scenario has it. */
interface ScenarioLockGiven {
  readonly area: { readonly kind: AreaRef['kind']; readonly code: string } | null
  readonly group: string | null
}

/** Locks that have been asked for, or asked to be opened, and not answered yet. */
export interface Locking {
  readonly locks: readonly ScenarioLockGiven[]
  readonly on: boolean
}

/** The locks as they will be when all that was asked for has been done. */
export function lockedSoon(
  locks: readonly ScenarioLockGiven[],
  locking: readonly Locking[],
  kind: AreaRef['kind'],
): readonly Lock[] {
  return locking.reduce(
    (now: readonly Lock[], { locks: asked, on }) => {
      const meant = locksOf(asked, kind)
      const others = now.filter((one) => !hasLock(meant, one))
      return on ? [...others, ...meant] : others
    },
    locksOf(locks, kind),
  )
}

/** The locks that bear on areas of one kind: theirs, and those of whole groups. */
export function locksOf(locks: readonly ScenarioLockGiven[], kind: AreaRef['kind']): readonly Lock[] {
  return locks.flatMap(({ area, group }) =>
    area === null || area.kind === kind ? [{ area: area?.code ?? null, group }] : [],
  )
}
