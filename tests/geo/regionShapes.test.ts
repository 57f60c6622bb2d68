import type { MultiPolygon, Polygon } from 'geojson'
import { merge } from 'topojson-client'
import { describe, expect, it } from 'vitest'
import { countyShapes, regionShapes } from '#geo/regionShapes'
import { sideOfPolygon } from '#geo/ring'
import { toUtm } from '#geo/utm'
import { areas, shapes, topology } from './files.ts'

/** Area in km2 on the UTM grid, holes taken out. */
function areaKm2({ type, coordinates }: Polygon | MultiPolygon): number {
  const polygons = type === 'Polygon' ? [coordinates] : coordinates
  const ringArea = (ring: number[][]) => {
    const points = ring.map(([lng = 0, lat = 0]) => toUtm([lng, lat]))
    const twice = points.slice(1).reduce((sum, [x, y], at) => {
      const [x0, y0] = points[at] ?? [0, 0]
      return sum + x0 * y - x * y0
    }, 0)
    return Math.abs(twice) / 2e6
  }
  return polygons.reduce(
    (sum, [outer = [], ...holes]) => sum + ringArea(outer) - holes.reduce((all, hole) => all + ringArea(hole), 0),
    0,
  )
}

const total = (list: readonly { geometry: Polygon | MultiPolygon }[]) =>
  list.reduce((sum, { geometry }) => sum + areaKm2(geometry), 0)

describe('areas drawn from the municipalities', () => {
  const whole = total(shapes.features)

  it('cover the land once: the areas sum to the area of the merge, 42.9 thousand km2', () => {
    const drawn = topology.objects.municipalities.geometries.flatMap((shape) =>
      shape.type === 'Polygon' || shape.type === 'MultiPolygon' ? [shape] : [],
    )
    expect(areaKm2(merge(topology, drawn))).toBeCloseTo(whole, 2)
    expect(Math.abs(whole - 42_900)).toBeLessThan(200)
  })

  it('are within 15 % of the published area but for three known municipalities', () => {
    const off = areas.municipalities.filter(({ code, areaKm2: published }) => {
      const shape = shapes.features.find(({ properties }) => properties.code === code)
      return shape === undefined || Math.abs(areaKm2(shape.geometry) / published - 1) > 0.15
    })
    expect(off.map(({ name }) => name)).toEqual(['Dragør', 'Herlev', 'Vallensbæk'])
  })

  it('make five regions in 2026 and four in 2027, without Christiansø', () => {
    const christiansoe = total(shapes.features.filter(({ properties }) => properties.code === '0411'))
    for (const [date, count] of [
      ['2026-12-31', 5],
      ['2027-01-01', 4],
    ] as const) {
      const regions = regionShapes(topology, areas, date).features
      expect(regions).toHaveLength(count)
      expect(total(regions)).toBeCloseTo(whole - christiansoe, 2)
    }
    const east = regionShapes(topology, areas, '2027-01-01').features.find(({ id }) => id === 'ost')
    const greve = [12.3, 55.58] as const
    expect(east?.geometry.coordinates.some((polygon) => sideOfPolygon(polygon, greve) === 'inside')).toBe(true)
    expect(regionShapes(topology, areas, '2006-12-31').features).toEqual([])
  })

  it('make sixteen counties in 2006 that name, and do not draw, the municipalities divided between two', () => {
    const counties = countyShapes(topology, areas, '2006-12-31').features
    expect(counties).toHaveLength(16)
    expect(counties.find(({ id }) => id === '60')?.properties).toMatchObject({
      municipalitiesPart: ['0530', '0621', '0746', '0756'],
    })
    const divided = shapes.features.filter(({ properties }) =>
      counties.some((county) => county.properties.municipalitiesPart.includes(properties.code)),
    )
    expect(divided).toHaveLength(15)
    const christiansoe = shapes.features.filter(({ properties }) => properties.code === '0411')
    expect(total(counties)).toBeCloseTo(whole - total(divided) - total(christiansoe), 2)
    expect(countyShapes(topology, areas, '2007-01-01').features).toEqual([])
  })
})
