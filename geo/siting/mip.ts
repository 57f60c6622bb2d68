import type { Highs } from 'highs'

/** Rows of a mixed-integer problem, written one after the other. */
export interface Rows {
  readonly lower: number[]
  readonly upper: number[]
  readonly starts: number[]
  readonly columns: number[]
  readonly values: number[]
}

export function noRows(): Rows {
  return { lower: [], upper: [], starts: [0], columns: [], values: [] }
}

/** Adds a row between two limits; every column has the same factor. */
export function addRow(rows: Rows, lower: number, upper: number, columns: Iterable<number>, factor = 1): void {
  addEntries(rows, columns, factor)
  endRow(rows, lower, upper)
}

/** Adds to the row that is being written. */
export function addEntries(rows: Rows, columns: Iterable<number>, factor: number): void {
  for (const column of columns) {
    rows.columns.push(column)
    rows.values.push(factor)
  }
}

export function endRow(rows: Rows, lower: number, upper: number): void {
  rows.lower.push(lower)
  rows.upper.push(upper)
  rows.starts.push(rows.columns.length)
}

/** A mixed-integer problem: least cost; every column is from 0 to 1, or to its limit, and the first ones are whole. */
export interface Mip {
  readonly costs: Float64Array
  readonly wholes: number
  readonly rows: Rows
  readonly most?: Float64Array
  /** Only what costs less is looked for: with none, there is no answer, and the bound is at or above this. */
  readonly below?: number
  /** True when the caller has done what the solver's own reductions would do. */
  readonly isReduced?: boolean
  /** How long it may take, by the clock on the wall; then the search is stopped. */
  readonly seconds?: number
}

/** What the solver found. `stopped` has the best so far, if any. */
export interface MipAnswer {
  readonly state: 'optimal' | 'infeasible' | 'stopped'
  /** Null when nothing feasible was found. */
  readonly columns: Float64Array | null
  readonly bound: number
}

/** Solves by HiGHS to the optimum itself, not to a share of it. */
export function solvedMip(
  highs: Highs,
  { costs, wholes, rows, most, below, isReduced, seconds }: Mip,
  stop: () => boolean,
): MipAnswer {
  const numCols = costs.length
  const numRows = rows.lower.length
  const { variableType, modelStatus, callbackType, solutionStatus } = highs.constants
  return highs.withModel(
    {
      numCols,
      numRows,
      colCost: costs,
      colLower: new Float64Array(numCols),
      colUpper: most ?? new Float64Array(numCols).fill(1),
      rowLower: Float64Array.from(rows.lower),
      rowUpper: Float64Array.from(rows.upper),
      integrality: Int32Array.from(costs, (_, column) =>
        column < wholes ? variableType.integer : variableType.continuous,
      ),
      matrix: {
        format: 'csr',
        numRows,
        numCols,
        starts: Int32Array.from(rows.starts),
        indices: Int32Array.from(rows.columns),
        values: Float64Array.from(rows.values),
      },
    },
    (model): MipAnswer => {
      model.options.set({
        ...{ output_flag: false, mip_rel_gap: 0 },
        // Whoever knows what it must be better than has a good choice: there is no need to look for some.
        ...(below === undefined ? {} : { objective_bound: below, mip_heuristic_effort: 0 }),
        ...(isReduced === true ? { presolve: 'off' } : {}),
        ...(seconds === undefined ? {} : { time_limit: seconds }),
      })
      model.run({
        [callbackType.mipInterrupt]: (event) => {
          if (stop()) event.interrupt()
        },
      })
      const status = model.getModelStatus()
      if (status === modelStatus.infeasible || status === modelStatus.objectiveBound)
        return { state: 'infeasible', columns: null, bound: Number.POSITIVE_INFINITY }
      const isFeasible = model.info.get('primal_solution_status') === solutionStatus.feasible
      const columns = isFeasible ? Float64Array.from(model.getSolution().colValue) : null
      const bound = Number(model.info.get('mip_dual_bound'))
      if (status === modelStatus.optimal) return { state: 'optimal', columns, bound }
      if (status === modelStatus.interrupted || status === modelStatus.timeLimit)
        return { state: 'stopped', columns, bound }
      throw new Error(`HiGHS ended with status ${status}`)
    },
  )
}
