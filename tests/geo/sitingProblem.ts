import { expect } from 'vitest'
import type { Sited, SitingAnswer, SitingProblem } from '#geo/siting/problem'

/** Rows of costs and weights as plain numbers. */
export function problem(
  weights: readonly number[],
  candidates: readonly (readonly number[])[],
  existing: readonly (readonly number[])[] = [],
): SitingProblem {
  const rows = (all: readonly (readonly number[])[]) => all.map((row) => Float64Array.from(row))
  return { weights: Float64Array.from(weights), candidates: rows(candidates), existing: rows(existing) }
}

/** The answer to a question that can be solved. Throws with what was refused. */
export function solved(answer: SitingAnswer): Sited {
  if (answer.state !== 'solved') throw new Error(`Refused: ${answer.reason} ${JSON.stringify(answer.params)}`)
  return answer
}

/** Says that an answer is proven, is one of the best choices, and names another of them exactly when there are several. */
export function expectEquals(answer: Sited, bests: readonly (readonly number[])[]): void {
  expect(answer).toMatchObject({ proven: true, gap: 0, equalOptima: bests.length > 1 ? 'exist' : 'none' })
  expect(bests).toContainEqual(answer.chosen)
  if (bests.length === 1) expect(answer.other).toBeNull()
  else {
    expect(bests).toContainEqual(answer.other)
    expect(answer.other).not.toEqual(answer.chosen)
  }
}

/** Numbers from 0 to 1, the same each time. */
export function numbers(): () => number {
  let state = 7
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return (state >>> 8) / 2 ** 24
  }
}
