import { useQuery } from '@tanstack/react-query'
import { type Params, viewQuery } from '../../api.ts'
import type { Caps } from '../caps/capsAnswer.ts'
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
 * last answer stays until the next is there, but never under the name of another kind of area.
 */
export function useBoards(
  scenario: Scenario,
  kind: MatrixKind,
  region: string | null,
  compare: string | undefined,
): Boards {
  const { asOf, base, behind } = scenario
  const asked = { kind, asOf, ...(region !== null && kind !== 'region' ? { region } : {}) }
  const before = compare === undefined ? (behind > 0 ? { asKnownAt: base.recordedAt } : {}) : { scenario: compare }
  // Codes that the address bar and the answers have checked are plain text to the compiler.
  const b = useQuery({
    ...viewQuery('caps', { ...asked, scenario: scenario.scenario } as Params<'caps'>),
    placeholderData: (was) => was,
  })
  const a = useQuery({ ...viewQuery('caps', { ...asked, ...before } as Params<'caps'>), placeholderData: (was) => was })
  return {
    a: a.data?.kind === kind ? a.data : undefined,
    b: b.data?.kind === kind ? b.data : undefined,
    error: b.error ?? a.error,
    retry: () => {
      void a.refetch()
      void b.refetch()
    },
  }
}
