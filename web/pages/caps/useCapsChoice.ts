import { useNavigate, useSearch } from '@tanstack/react-router'
import type { CapBasis } from '#api/views/caps'

export type AreaKind = 'region' | 'council' | 'set'

/** What the reader looks at on the board, as the address bar has it. */
export interface CapsChoice {
  readonly kind: AreaKind
  /** Municipalities of an own area, by code. */
  readonly set: readonly string[]
  /** The group or family that the map and the checks are about; undefined for the first. */
  readonly group: string | undefined
  /** How groups are counted; undefined for the plan's way. */
  readonly basis: CapBasis | undefined
  readonly grandfathered: boolean
  /** Area whose municipalities are shown, by code. */
  readonly opened: string | undefined
  /** Area whose calculation is shown, for the chosen group. */
  readonly proof: string | undefined
}

/** The choice, and how to change parts of it. What is the usual one is left out of the address. */
export function useCapsChoice(): readonly [CapsChoice, (change: Partial<CapsChoice>) => void] {
  const { kind = 'region', set, group, basis, holders, open, cell } = useSearch({ from: '/lofter' })
  const navigate = useNavigate({ from: '/lofter' })
  const choice: CapsChoice = {
    kind,
    set: set?.split(',') ?? [],
    group,
    basis,
    grandfathered: holders !== 'end',
    opened: open,
    proof: cell,
  }
  const change = (part: Partial<CapsChoice>) => {
    const next = { ...choice, ...part }
    void navigate({
      search: (was) => ({
        ...was,
        kind: next.kind === 'region' ? undefined : next.kind,
        set: next.set.length === 0 ? undefined : next.set.join(','),
        group: next.group,
        basis: next.basis,
        holders: next.grandfathered ? undefined : ('end' as const),
        open: next.opened,
        cell: next.proof,
      }),
      replace: true,
      resetScroll: false,
    })
  }
  return [choice, change]
}
