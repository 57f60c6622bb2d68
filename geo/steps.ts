/** Steps of a directed graph over cells, in minutes. Those of cell `i` are `from[i]` to `from[i + 1]`, exclusive. */
export interface Steps {
  readonly from: Uint32Array
  readonly to: Uint32Array
  readonly minutes: Float32Array
}

/** Steps as they come; what does not lead from one cell to another is left out. */
export interface StepList {
  add(from: number, to: number, minutes: number): void
  both(a: number, b: number, minutes: number): void
  /** All of them by the cell where they start. */
  compact(cells: number): Steps
}

export function stepList(): StepList {
  const starts: number[] = []
  const ends: number[] = []
  const taking: number[] = []

  function add(from: number, to: number, minutes: number): void {
    if (from < 0 || to < 0 || from === to) return
    starts.push(from)
    ends.push(to)
    taking.push(minutes)
  }

  return {
    add,
    both(a, b, minutes) {
      add(a, b, minutes)
      add(b, a, minutes)
    },
    compact: (cells) => byStart(cells, starts, ends, taking),
  }
}

/** The same steps the other way round. */
export function reversed({ from, to, minutes }: Steps): Steps {
  const cells = from.length - 1
  const starts = new Uint32Array(to.length)
  for (let cell = 0; cell < cells; cell += 1) starts.fill(cell, from[cell], from[cell + 1])
  return byStart(cells, to, starts, minutes)
}

function byStart(cells: number, starts: ArrayLike<number>, ends: ArrayLike<number>, taking: ArrayLike<number>): Steps {
  const from = new Uint32Array(cells + 1)
  for (let step = 0; step < starts.length; step += 1) {
    const after = (starts[step] ?? 0) + 1
    from[after] = (from[after] ?? 0) + 1
  }
  for (let cell = 0; cell < cells; cell += 1) from[cell + 1] = (from[cell + 1] ?? 0) + (from[cell] ?? 0)
  const next = from.slice()
  const to = new Uint32Array(starts.length)
  const minutes = new Float32Array(starts.length)
  for (let step = 0; step < starts.length; step += 1) {
    const start = starts[step] ?? 0
    const at = next[start] ?? 0
    next[start] = at + 1
    to[at] = ends[step] ?? 0
    minutes[at] = taking[step] ?? 0
  }
  return { from, to, minutes }
}
