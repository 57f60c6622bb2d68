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
