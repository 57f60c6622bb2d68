import type { CapBasis, Told } from '#api/views/caps'
import type { Answer } from '../../api.ts'

export type Caps = Answer<'caps'>
export type CapArea = Caps['areas'][number]
export type CapCell = CapArea['cells'][number]
export type CapGroup = Caps['groups'][number]
export type Cap = CapCell['caps'][number]

/** The ways of counting a group, in the order in which they are shown. */
export const bases = ['prevalence', 'users', 'observed'] as const satisfies readonly CapBasis[]

/** The cell of an area for a group or family. */
export function cellOf(area: CapArea, group: string): CapCell | undefined {
  return area.cells.find((cell) => cell.group === group)
}

/** The cap by one way of counting. */
export function capBy(cell: CapCell | undefined, basis: CapBasis): Cap | undefined {
  return cell?.caps.find((cap) => cap.basis === basis)
}

/** What a cell is measured by: the cap that was set for it, where one governs, else the one that its group's size gives. */
export interface Measure extends Pick<Cap, 'cap' | 'excess' | 'between'> {
  /** The cap that was set; null where the formula's measures. */
  readonly set: Pick<NonNullable<CapCell['quota']>, 'status' | 'planRef'> | null
}

/** The measure of a cell by one way of counting; a cap that was set is the same by all of them. */
export function measureOf(cell: CapCell | undefined, basis: CapBasis): Measure | undefined {
  const quota = cell?.quota
  if (cell !== undefined && quota?.governs === true)
    return { cap: quota.cap, excess: cell.excess, between: null, set: quota }
  const cap = capBy(cell, basis)
  return cap === undefined ? undefined : { ...cap, set: null }
}

/** The cap that was adopted for a cell, with its plan; undefined where nobody has adopted one. */
export function adoptedIn(cell: CapCell | undefined): NonNullable<CapCell['quota']> | undefined {
  return cell?.quota?.status === 'adopted' ? cell.quota : undefined
}

/** Whether any cap of the board has been adopted. */
export function hasAdopted({ areas }: Caps): boolean {
  return areas.some(({ cells }) => cells.some((cell) => adoptedIn(cell) !== undefined))
}

/**
 * How many of those documented would have to end; null without a cap. The service says it for the basis of the plan, and for
 * a cap that was set.
 */
export function endingOf(area: CapArea, cell: CapCell, basis: CapBasis, grandfathered: boolean): number | null {
  const measure = measureOf(cell, basis)
  if (area.parameters?.capBasis === basis || measure?.set != null) return cell.toEnd
  const excess = measure?.excess ?? null
  return excess === null ? null : grandfathered ? 0 : excess
}

/** How the plan of the first area counts groups; expected users while no plan holds, as R-27 has it. */
export function planBasis(areas: readonly CapArea[]): CapBasis {
  return areas.find(({ parameters }) => parameters !== null)?.parameters?.capBasis ?? 'users'
}

/** Counts added up as they may be told: hidden when one is hidden, unknown when one is unknown. */
export function toldSum(counts: readonly Told[]): Told {
  const unknown = counts.find(({ state }) => state === 'unknown')
  if (unknown !== undefined) return unknown
  if (counts.some(({ state }) => state === 'hidden')) return { state: 'hidden' }
  return { state: 'value', value: counts.reduce((sum, one) => sum + (one.state === 'value' ? one.value : 0), 0) }
}

/** Whether a group's size by a way of counting is patients as reported, so that prevalence and uptake have no part in it. */
export function isReported({ members, sources }: CapGroup, basis: CapBasis): boolean {
  const reports = sources.filter((one) => one.basis === 'observed' && one.dataVersion !== null)
  return basis === 'observed' || (basis === 'users' && members.length > 0 && reports.length === members.length)
}
