import type { CapBasis } from '#api/views/caps'
import { type ApportionmentMethod, AreaRef, QuotaCap, QuotaTarget } from '#events/quota'
import type { Scenario } from './scenarioAnswer.ts'

/** A change of the scenario that sets a cap, as the scenario lists it. */
export interface CapChange {
  readonly change: string
  readonly area: AreaRef
  readonly target: QuotaTarget
  readonly cap: number
  readonly on: boolean
}

/** The changes of a scenario that set caps, in order. */
export function capChanges(changes: Scenario['changes']): readonly CapChange[] {
  return changes.flatMap(({ change, command: { type, data }, on }) => {
    const area = AreaRef.safeParse(data.area)
    const target = QuotaTarget.safeParse(data.target)
    const cap = QuotaCap.safeParse(data.cap)
    if (type !== 'ProposeQuota' || !area.success || !target.success || !cap.success) return []
    return [{ change, area: area.data, target: target.data, cap: cap.data, on }]
  })
}

/** A cap that is wanted in a cell; null takes the scenario's own cap away. */
export interface Wanted {
  readonly area: AreaRef
  readonly target: QuotaTarget
  readonly cap: number | null
  /** The cap without the scenario; null when it is not known. */
  readonly before: number | null
}

/** How a cap came about: by a named method on a named count, or by hand (null). */
export type Origin = {
  readonly method: ApportionmentMethod | null
  readonly basis: CapBasis | null
  readonly reason: string | null
}

/** By hand, without words. */
export const byHand: Origin = { method: null, basis: null, reason: null }

/** What `EditScenario` is to do for caps, in the shape of its edits. */
export type CapEdit =
  | { readonly kind: 'add'; readonly change: string; readonly command: CapCommand }
  | { readonly kind: 'replace'; readonly change: string; readonly command: CapCommand }
  | { readonly kind: 'remove'; readonly change: string }
  | { readonly kind: 'switch'; readonly change: string; readonly on: true }

/** The command of a change that sets a cap. */
export type CapCommand = {
  readonly type: 'ProposeQuota'
  readonly data: {
    readonly effectiveFrom: string
    readonly area: AreaRef
    readonly target: QuotaTarget
    readonly cap: number
  } & Origin
}

/**
 * The edits that give each cell the cap wanted of it: one change a cell, so a cell set twice is replaced; a cap that is as
 * without the scenario needs none, and its change goes. Cells that are already as wanted give no edit. `newId` names a
 * change that is added, `from` is the day that it holds from.
 */
export function capEdits(
  wanted: readonly Wanted[],
  changes: readonly CapChange[],
  from: string,
  newId: () => string,
  origin: Origin = byHand,
): readonly CapEdit[] {
  return wanted.flatMap(({ area, target, cap, before }): CapEdit[] => {
    const own = changes.findLast((one) => isOf(one, area, target))
    if (cap === null || cap === before) return own === undefined ? [] : [{ kind: 'remove', change: own.change }]
    const command: CapCommand = { type: 'ProposeQuota', data: { effectiveFrom: from, area, target, cap, ...origin } }
    if (own === undefined) return [{ kind: 'add', change: newId(), command }]
    if (own.on && own.cap === cap) return []
    return [
      { kind: 'replace', change: own.change, command },
      ...(own.on ? [] : [{ kind: 'switch', change: own.change, on: true } as const]),
    ]
  })
}

/** Whether a change sets the cap of this area for this group. */
export function isOf({ area, target }: Pick<CapChange, 'area' | 'target'>, of: AreaRef, group: QuotaTarget): boolean {
  return area.kind === of.kind && area.code === of.code && target.id === group.id
}
