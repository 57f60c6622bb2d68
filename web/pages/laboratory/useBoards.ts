import { useQuery } from '@tanstack/react-query'
import { type Params, viewQuery } from '../../api.ts'
import type { Caps } from '../caps/capsAnswer.ts'
import type { FiguresAt } from '../caps/useMunicipalities.ts'
import type { Scenario } from './scenarioAnswer.ts'
import type { MatrixKind } from './useLaboratoryChoice.ts'

/** The board of the scenario (B) and the one that it is held against (A), with how each is doing. */
export interface Boards {
  readonly a: Caps | undefined
  readonly b: Caps | undefined
  readonly error: unknown
  readonly retry: () => void
}

/**
 * Both boards on the scenario's own date. A is the register as it was known at the scenario's base, or another scenario. The
 * last answer stays until the next is there, but never under the name of another kind of area. Nothing is asked while
 * `lacksRegion` says so.
 */
export function useBoards(
  scenario: Scenario,
  kind: MatrixKind,
  region: string | null,
  compare: string | undefined,
): Boards {
  const enabled = !lacksRegion(kind, region)
  const among = { kind, ...(region !== null && kind !== 'region' ? { region } : {}) }
  const { a: atA, b: atB } = boardsAt(scenario, compare)
  // Codes that the address bar and the answers have checked are plain text to the compiler.
  const b = useQuery({
    ...viewQuery('caps', { ...among, ...atB } as Params<'caps'>),
    placeholderData: (was) => was,
    enabled,
  })
  const a = useQuery({
    ...viewQuery('caps', { ...among, ...atA } as Params<'caps'>),
    placeholderData: (was) => was,
    enabled,
  })
  return {
    a: enabled && a.data?.kind === kind ? a.data : undefined,
    b: enabled && b.data?.kind === kind ? b.data : undefined,
    error: b.error ?? a.error,
    retry: () => {
      void a.refetch()
      void b.refetch()
    },
  }
}

/** Whether a region has to be chosen first: the municipalities are shown of one at a time. */
export function lacksRegion(kind: MatrixKind, region: string | null): boolean {
  return kind === 'municipality' && region === null
}

/** The times of both boards and the scenarios laid over them. */
export function boardsAt(
  { scenario, asOf, base, behind }: Pick<Scenario, 'scenario' | 'asOf' | 'base' | 'behind'>,
  compare: string | undefined,
): { readonly a: FiguresAt; readonly b: FiguresAt } {
  const before = compare === undefined ? (behind > 0 ? { asKnownAt: base.recordedAt } : {}) : { scenario: compare }
  // Codes that the address bar and the answers have checked are plain text to the compiler.
  return { a: { asOf, ...before } as FiguresAt, b: { asOf, scenario } as FiguresAt }
}
