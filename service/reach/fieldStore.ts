import type { CostField } from '#geo/costField'

/** Cells in all the fields that are kept together: 64 MB of numbers. */
const most = 8_000_000

/** Cost fields by the cell of their site, the least recently used forgotten first. */
export interface FieldStore {
  /** What is within the limit of a site, if as much as that has been measured. */
  get(cell: number, within: number): CostField | undefined
  put(cell: number, within: number, field: CostField): void
}

export function fieldStore(limit = most): FieldStore {
  const kept = new Map<number, { readonly within: number; readonly field: CostField }>()
  let size = 0

  function forget(cell: number): void {
    size -= kept.get(cell)?.field.cells.length ?? 0
    kept.delete(cell)
  }

  return {
    get(cell, within) {
      const found = kept.get(cell)
      if (found === undefined || found.within < within) return undefined
      kept.delete(cell)
      kept.set(cell, found)
      return found.within === within ? found.field : cut(found.field, within)
    },
    put(cell, within, field) {
      forget(cell)
      kept.set(cell, { within, field })
      size += field.cells.length
      for (const oldest of kept.keys()) {
        if (size <= limit) break
        forget(oldest)
      }
    },
  }
}

/** The part of a field that is within a nearer limit. */
function cut({ cells, costs }: CostField, within: number): CostField {
  const inside = [...costs.keys()].filter((i) => (costs[i] ?? 0) <= within)
  return {
    cells: Uint32Array.from(inside, (i) => cells[i] ?? 0),
    costs: Float64Array.from(inside, (i) => costs[i] ?? 0),
  }
}
