import type { CapBasis } from '#api/views/caps'
import type { ApportionmentMethod } from '#events/quota'
import type { Lock } from './locks.ts'
import type { CapProposal } from './scenarioAnswer.ts'
import type { MatrixKind } from './useLaboratoryChoice.ts'

/** What a proposal is asked for with. */
export interface ProposalAsked {
  readonly method: ApportionmentMethod
  readonly basis: CapBasis
  readonly minimum: number
  /** Minutes of the floor "at least one within"; null while it is off. */
  readonly floorMinutes: number | null
  /** One group or family; null for all. */
  readonly group: string | null
  /** Another sum than the region's cap, for the one group. */
  readonly frame: number | null
  /** What a lot is drawn from; null while none was asked for. */
  readonly lot: string | null
}

/** The question as the service takes it. Locks travel as `<area>/<group>`, `*` for all. */
export function proposalParams(
  { method, basis, minimum, floorMinutes, group, frame, lot }: ProposalAsked,
  where: {
    readonly scenario: string
    readonly asOf: string
    readonly region: string | null
    readonly kind: Exclude<MatrixKind, 'region'>
    readonly locks: readonly Lock[]
  },
): Readonly<Record<string, string | number>> {
  const locked = where.locks.map(({ area, group }) => `${area ?? '*'}/${group ?? '*'}`).join(',')
  return {
    scenario: where.scenario,
    asOf: where.asOf,
    kind: where.kind,
    ...(where.region === null ? {} : { region: where.region }),
    method,
    basis,
    minimum,
    ...(floorMinutes === null ? {} : { floorMinutes }),
    ...(group === null ? {} : { groups: group }),
    ...(group === null || frame === null ? {} : { frames: `${group}:${frame}` }),
    ...(locked === '' ? {} : { locked }),
    ...(lot === null ? {} : { lot }),
  }
}

/** One line of the list of changes. */
export interface ProposedLine {
  readonly group: CapProposal['groups'][number]
  readonly cell: CapProposal['groups'][number]['cells'][number]
  readonly area: CapProposal['areas'][number]
  /** The cap of the cell as the matrix has it; null when it is not known. */
  readonly now: number | null
  /** What it would be; in a tie, what the area gets whoever the tie falls on. */
  readonly cap: number
}

/** The cells that the proposal would give another cap than they have, in the order of groups and areas. */
export function proposedLines(
  { groups, areas }: CapProposal,
  capNow: (area: string, group: string) => number | null,
): readonly ProposedLine[] {
  return groups.flatMap((group) =>
    group.cells.flatMap((cell) => {
      const area = areas.find(({ code }) => code === cell.area)
      const now = capNow(cell.area, group.group)
      const cap = cell.proposed ?? cell.certain
      if (area === undefined || area.ref === null || cap === null || cap === now) return []
      return cell.why === 'locked' ? [] : [{ group, cell, area, now, cap }]
    }),
  )
}

/** An area of a proposal by its name; what is left of a region is not the region, and is said so. */
export function proposalAreaName(
  areas: CapProposal['areas'],
  code: string,
  words: { readonly pool: string; readonly restOf: (region: string) => string },
): string {
  if (code === '*pool') return words.pool
  const area = areas.find((one) => one.code === code)
  if (area === undefined) return code
  return area.ref === null ? words.restOf(area.name) : area.name
}

/**
 * What keeps a proposal from changing anything: no area to share between, no frame to share, every size hidden or unknown in
 * the areas, limits that cannot be met together, everything locked; `same` when all is as proposed.
 */
export function nothingBecause({
  groups,
  areas,
}: CapProposal): 'noAreas' | 'noFrame' | 'hidden' | 'infeasible' | 'locked' | 'same' {
  if (areas.length === 0) return 'noAreas'
  const framed = groups.filter(({ frame }) => frame !== null)
  if (framed.length === 0) return 'noFrame'
  if (framed.every(({ infeasible }) => infeasible !== null)) return 'infeasible'
  const cells = framed.flatMap((group) => group.cells)
  if (cells.every(({ why }) => why === 'hidden' || why === 'unknown')) return 'hidden'
  return cells.every(({ why }) => why === 'locked' || why === 'hidden' || why === 'unknown') ? 'locked' : 'same'
}
