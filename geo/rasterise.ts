import type { UtmPosition } from './utm.ts'

/**
 * Visits every square of `side` metres whose middle lies in the polygon, by its column and row from 0: even-odd along each
 * row, so that holes are left out. A polygon that holds no middle is visited once, at its first vertex.
 */
export function rasterise(
  rings: readonly (readonly UtmPosition[])[],
  side: number,
  visit: (column: number, row: number) => void,
): void {
  const crossings = new Map<number, number[]>()
  for (const ring of rings)
    for (const [i, [x1, y1]] of ring.entries()) {
      const [x2, y2] = ring[(i + 1) % ring.length] ?? [x1, y1]
      if (y1 === y2) continue
      const first = Math.ceil(Math.min(y1, y2) / side - 0.5)
      const last = Math.ceil(Math.max(y1, y2) / side - 0.5) - 1
      for (let row = first; row <= last; row += 1) {
        const y = (row + 0.5) * side
        const list = crossings.get(row) ?? []
        list.push(x1 + ((y - y1) / (y2 - y1)) * (x2 - x1))
        crossings.set(row, list)
      }
    }
  let visited = false
  for (const [row, xs] of crossings) {
    xs.sort((a, b) => a - b)
    for (let i = 0; i + 1 < xs.length; i += 2) {
      const first = Math.ceil((xs[i] ?? 0) / side - 0.5)
      const last = Math.ceil((xs[i + 1] ?? 0) / side - 0.5) - 1
      for (let column = first; column <= last; column += 1) {
        visited = true
        visit(column, row)
      }
    }
  }
  // An islet that no middle falls in still is land.
  const [x, y] = rings[0]?.[0] ?? [0, 0]
  if (!visited) visit(Math.floor(x / side), Math.floor(y / side))
}
