import { useNavigate, useSearch } from '@tanstack/react-router'
import type { CapBasis } from '#api/views/caps'
import { useSteady } from '../../parts/useSteady.ts'
import type { Caps } from '../caps/capsAnswer.ts'

/** Areas that caps are set for. */
export type MatrixKind = 'region' | 'council' | 'municipality' | 'planningArea'
/** What one map shows: before, now, or what differs. */
export type ComparedSide = 'a' | 'b' | 'difference'
/** `both`: before and now in one frame. */
export type MapSide = ComparedSide | 'both'
/** What the maps of both sides show: places under the caps, or who is covered. */
export type MapShows = 'caps' | 'coverage'

/** What the reader looks at in a scenario, as the address bar has it. */
export interface LaboratoryChoice {
  /** Undefined for the usual one of the reader's scope. */
  readonly kind: MatrixKind | undefined
  readonly group: string | undefined
  readonly basis: CapBasis | undefined
  /** Which board the matrix shows. */
  readonly side: 'a' | 'b'
  /** Undefined for the difference, or B where A is not known. */
  readonly map: MapSide | undefined
  /** Undefined for what the scenario's changes bear on. */
  readonly shows: MapShows | undefined
  /** The scenario that is A; undefined for the register that this one stands on. */
  readonly compare: string | undefined
  /** Area whose municipalities are shown, and area whose calculation is. */
  readonly opened: string | undefined
  readonly proof: string | undefined
}

/** The group that is looked at: the chosen one where the board has it, otherwise its first. */
export function groupShown(groups: Caps['groups'], { group }: Pick<LaboratoryChoice, 'group'>): string {
  return groups.find(({ id }) => id === group)?.id ?? groups[0]?.id ?? ''
}

/** The choice, and how to change parts of it. What is the usual one is left out of the address. */
export function useLaboratoryChoice(): readonly [LaboratoryChoice, (change: Partial<LaboratoryChoice>) => void] {
  const {
    kind,
    group,
    basis,
    side = 'b',
    map,
    shows,
    compare,
    open,
    cell,
  } = useSearch({
    from: '/lofter/$scenario',
  })
  const navigate = useNavigate({ from: '/lofter/$scenario' })
  const choice: LaboratoryChoice = { kind, group, basis, side, map, shows, compare, opened: open, proof: cell }
  const change = useSteady((part: Partial<LaboratoryChoice>) => {
    const next = { ...choice, ...part }
    void navigate({
      search: (was) => ({
        ...was,
        kind: next.kind,
        group: next.group,
        basis: next.basis,
        side: next.side === 'b' ? undefined : next.side,
        map: next.map,
        shows: next.shows,
        compare: next.compare,
        open: next.opened,
        cell: next.proof,
      }),
      replace: true,
      resetScroll: false,
    })
  })
  return [choice, change]
}
