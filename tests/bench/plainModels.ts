import type { Highs } from 'highs'
import type { SitingProblem } from '#geo/siting/problem'

/** A model as it stands in the books, in rows. */
interface Model {
  readonly costs: Float64Array
  readonly wholes: number
  readonly lower: number[]
  readonly upper: number[]
  readonly starts: number[]
  readonly columns: number[]
  readonly factors: number[]
}

function modelOf(costs: Float64Array, wholes: number): Model {
  return { costs, wholes, lower: [], upper: [], starts: [0], columns: [], factors: [] }
}

function row(model: Model, lower: number, upper: number, entries: readonly (readonly [number, number])[]): void {
  for (const [column, factor] of entries) {
    model.columns.push(column)
    model.factors.push(factor)
  }
  model.lower.push(lower)
  model.upper.push(upper)
  model.starts.push(model.columns.length)
}

/** What a plain model has come to. */
export interface PlainAnswer {
  /** Least value that was found; infinite when none was. */
  readonly value: number
  /** No value is below; the value itself when the model was solved. */
  readonly bound: number
  /** False when the solver ran out of its time. */
  readonly proven: boolean
}

/** @param seconds that the solver may take, by the clock on the wall; null for as long as it likes. */
function solved(
  highs: Highs,
  { costs, wholes, lower, upper, starts, columns, factors }: Model,
  seconds: number | null,
): PlainAnswer {
  const [numCols, numRows] = [costs.length, lower.length]
  return highs.withModel(
    {
      numCols,
      numRows,
      colCost: costs,
      colLower: new Float64Array(numCols),
      colUpper: new Float64Array(numCols).fill(1),
      rowLower: Float64Array.from(lower),
      rowUpper: Float64Array.from(upper),
      integrality: Int32Array.from(costs, (_, column) => (column < wholes ? 1 : 0)),
      matrix: {
        format: 'csr',
        numRows,
        numCols,
        starts: Int32Array.from(starts),
        indices: Int32Array.from(columns),
        values: Float64Array.from(factors),
      },
    },
    (model) => {
      const { modelStatus, solutionStatus } = highs.constants
      model.options.set({ output_flag: false, mip_rel_gap: 0, ...(seconds === null ? {} : { time_limit: seconds }) })
      model.run()
      const status = model.getModelStatus()
      if (status !== modelStatus.optimal && status !== modelStatus.timeLimit)
        throw new Error(`The plain model ended with status ${status}`)
      const isFeasible = model.info.get('primal_solution_status') === solutionStatus.feasible
      const value = isFeasible ? model.getObjectiveValue() : Number.POSITIVE_INFINITY
      if (status === modelStatus.optimal) return { value, bound: value, proven: true }
      return { value, bound: Number(model.info.get('mip_dual_bound')), proven: false }
    },
  )
}

/** Church & ReVelle 1974: a demand point counts when one of its candidates is chosen. */
export function plainCover(
  highs: Highs,
  { weights, candidates }: SitingProblem,
  sites: number,
  limit: number,
): PlainAnswer {
  const count = candidates.length
  const costs = Float64Array.from({ length: count + weights.length }, (_, column) => -(weights[column - count] ?? 0))
  const model = modelOf(costs, count)
  row(
    model,
    sites,
    sites,
    candidates.map((_, site) => [site, 1]),
  )
  for (const point of weights.keys()) {
    const near = [...candidates.keys()].filter((site) => (candidates[site]?.[point] ?? Infinity) <= limit)
    row(model, 0, Number.POSITIVE_INFINITY, [...near.map((site) => [site, 1] as const), [count + point, -1]])
  }
  const { value, bound, proven } = solved(highs, model, null)
  return { value: -value, bound: -bound, proven }
}

/** ReVelle & Swain 1970: each demand point is sent to one site, which must be chosen. Answers the mean. */
export function plainMedian(
  highs: Highs,
  { weights, candidates }: SitingProblem,
  sites: number,
  seconds: number,
): PlainAnswer {
  const count = candidates.length
  const columnOf = (point: number, site: number) => count + point * count + site
  const costs = new Float64Array(count + weights.length * count)
  for (const [point, weight] of weights.entries())
    for (const [site, way] of candidates.entries()) costs[columnOf(point, site)] = weight * (way[point] ?? 0)
  const model = modelOf(costs, count)
  row(
    model,
    sites,
    sites,
    candidates.map((_, site) => [site, 1]),
  )
  for (const point of weights.keys()) {
    row(
      model,
      1,
      1,
      candidates.map((_, site) => [columnOf(point, site), 1]),
    )
    for (const site of candidates.keys())
      row(model, 0, Number.POSITIVE_INFINITY, [
        [site, 1],
        [columnOf(point, site), -1],
      ])
  }
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  const { value, bound, proven } = solved(highs, model, seconds)
  return { value: value / whole, bound: bound / whole, proven }
}
