import type { MunicipalityFeatures } from './position.ts'

/**
 * Number of the landmass of every polygon, by municipality and part: polygons that share a vertex are one piece of land.
 * Neighbours must have the very same vertices along their border, as shapes from one topology do.
 */
export function landmassesOf({ features }: MunicipalityFeatures): readonly (readonly number[])[] {
  const parent: number[] = []
  const root = (of: number): number => {
    let at = of
    while (parent[at] !== at) at = parent[at] ?? at
    return at
  }
  const holder = new Map<string, number>()
  const ids = features.map(({ geometry }) => {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
    return polygons.map((rings) => {
      const id = parent.push(parent.length) - 1
      for (const ring of rings)
        for (const vertex of ring) {
          const key = vertex.join()
          const other = holder.get(key)
          if (other === undefined) holder.set(key, id)
          else parent[root(id)] = root(other)
        }
      return id
    })
  })
  // Numbered from 0 in the order in which they are first met.
  const numbers = new Map<number, number>()
  return ids.map((parts) =>
    parts.map((id) => {
      const at = root(id)
      const number = numbers.get(at) ?? numbers.size
      numbers.set(at, number)
      return number
    }),
  )
}
