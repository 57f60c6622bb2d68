import { useQuery } from '@tanstack/react-query'
import { type Params, viewQuery } from '../../api.ts'
import type { Comparison, Scenario } from './scenarioAnswer.ts'

/** A and B for one group as the screen has them: A is before, B this scenario. */
export interface Compared {
  readonly figures: readonly ComparedFigure[]
  readonly rows: readonly ComparedRow[]
  readonly max: number
  readonly unit: Comparison['unit']
  readonly sameBase: boolean
}

export type ComparedFigure = Pick<Comparison['figures'][number], 'figure' | 'unit' | 'base' | 'a' | 'b'>

export interface ComparedRow {
  readonly municipality: string
  readonly name: string
  readonly people: number
  readonly a: number | null
  readonly b: number | null
  /** Percentage points. */
  readonly difference: number | null
}

/**
 * The service's answer turned to the screen: it puts the scenario first and its base second, where here the register is A;
 * held against another scenario, that one is A on both.
 */
export function compared(answer: Omit<Comparison, 'at' | 'proof'>): Compared {
  const { max, unit, sameBase, b } = answer
  if (b !== null) return { figures: answer.figures, rows: answer.rows, max, unit, sameBase }
  return {
    figures: answer.figures.map((figure) => ({ ...figure, a: figure.base, b: figure.a })),
    rows: answer.rows.map((row) => ({
      ...row,
      a: row.base,
      b: row.a,
      // The service counts from the scenario to the base; 0 has no sign.
      difference: row.difference === null || row.difference === 0 ? row.difference : -row.difference,
    })),
    max,
    unit,
    sameBase,
  }
}

/** The comparison for one group; the last one stays while the next is on its way. */
export function useComparison(
  scenario: Scenario,
  compare: string | undefined,
  group: string,
  region: string | null,
  asked: boolean,
) {
  const sides = compare === undefined ? { a: scenario.scenario, b: 'base' } : { a: compare, b: scenario.scenario }
  return useQuery({
    // Codes that the address bar and the answers have checked are plain text to the compiler.
    ...viewQuery('scenarioComparison', {
      ...sides,
      group,
      ...(region === null ? {} : { region }),
    } as Params<'scenarioComparison'>),
    enabled: asked,
    placeholderData: (was, query) => (query?.queryKey[2].group === group ? was : undefined),
  })
}
