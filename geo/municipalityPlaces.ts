import { labelPoint } from './labelPoint.ts'
import type { MunicipalityFeatures, Position } from './position.ts'

/** What a map must know of a municipality's shape without the shape. Degrees. */
export interface MunicipalityPlace {
  readonly code: string
  readonly name: string
  /** Where its label stands. */
  readonly label: Position
  readonly bounds: readonly [west: number, south: number, east: number, north: number]
}

/** Places of the municipalities, rounded to some ten metres; a shape without parts has none. */
export function municipalityPlaces({ features }: MunicipalityFeatures): readonly MunicipalityPlace[] {
  return features.flatMap(({ geometry, properties: { code, name } }) => {
    const point = labelPoint(geometry)
    if (point === null) return []
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
    const corners = polygons.flatMap(([outline = []]) => outline)
    const [lngs, lats] = [corners.map(([lng = 0]) => lng), corners.map(([, lat = 0]) => lat)]
    return [
      {
        code,
        name,
        label: [rounded(point[0]), rounded(point[1])],
        bounds: [
          rounded(lngs.reduce((a, b) => Math.min(a, b))),
          rounded(lats.reduce((a, b) => Math.min(a, b))),
          rounded(lngs.reduce((a, b) => Math.max(a, b))),
          rounded(lats.reduce((a, b) => Math.max(a, b))),
        ],
      },
    ]
  })
}

function rounded(degrees: number): number {
  return Math.round(degrees * 1e4) / 1e4
}
