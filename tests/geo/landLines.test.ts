import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import { mesh } from 'topojson-client'
import { describe, expect, it } from 'vitest'
import { distanceM } from '#geo/distance'
import { areasInForce } from '#geo/hierarchy'
import { type LandLine, landLines } from '#geo/landLines'
import { encodeLayers, tileIndex } from '#geo/tiles'
import { areas, shapes, topology } from './files.ts'

const lines = landLines(topology, areas)

/** Kilometres of all lines that satisfy `keep`. */
function km(keep: (line: LandLine['properties']) => boolean): number {
  return lines.filter(({ properties }) => keep(properties)).reduce((sum, { geometry }) => sum + lengthKm(geometry), 0)
}

function lengthKm({ coordinates }: { coordinates: number[][][] }): number {
  return coordinates
    .flatMap((line) =>
      line.slice(1).map(([lng = 0, lat = 0], at) => {
        const [lng0 = 0, lat0 = 0] = line[at] ?? []
        return distanceM([lng0, lat0], [lng, lat]) / 1000
      }),
    )
    .reduce((sum, piece) => sum + piece, 0)
}

const regionKm = (date: string) => {
  const codes = areasInForce(areas, 'region', date).map(({ code }) => code)
  return km(({ regions }) => regions.split(' ').some((code) => codes.includes(code)))
}

describe('the lines of the ground', () => {
  it('are each drawn once, and all of them', () => {
    const once = mesh(topology, topology.objects.municipalities)
    expect(km(() => true)).toBeCloseTo(lengthKm(once), 3)
    const inland = km(({ kind }) => kind === 'border')
    expect(inland).toBeGreaterThan(2500)
    expect(inland).toBeLessThan(3500)
    expect(km(({ kind, regions, county }) => kind === 'coast' && (regions !== '' || county))).toBe(0)
  })

  it('part five regions in 2026, four in 2027, none in 2006', () => {
    const merged = km(({ regions }) => regions === '1084 1085')
    expect(merged).toBeGreaterThan(20)
    expect(regionKm('2026-12-31') - regionKm('2027-01-01')).toBeCloseTo(merged, 6)
    expect(regionKm('2006-12-31')).toBe(0)
  })

  it('part more counties than regions', () => {
    expect(km(({ county }) => county)).toBeGreaterThan(regionKm('2026-12-31'))
  })

  it('lie on the very corners of the municipalities in the last zoom, so that nothing shows between them', () => {
    const indexes = [
      ['municipalities', tileIndex(shapes, 10)],
      ['lines', tileIndex({ type: 'FeatureCollection', features: [...lines] }, 10)],
    ] as const
    // Around Copenhagen, where many small municipalities meet.
    const tile = new VectorTile(new PbfReader(encodeLayers(indexes, 10, 547, 320) ?? new Uint8Array()))
    const cornersOf = (layer: string, keep: (properties: Record<string, unknown>) => boolean) =>
      Array.from({ length: tile.layers[layer]?.length ?? 0 }, (_, at) => tile.layers[layer]?.feature(at)).flatMap(
        (feature) => {
          if (feature === undefined || !keep(feature.properties)) return []
          // What is cut off at the tile's edge ends there.
          const inside = feature
            .loadGeometry()
            .flat()
            .filter(({ x, y }) => Math.min(x, y) > 0 && Math.max(x, y) < 4096)
          return [new Set(inside.map(({ x, y }) => `${x} ${y}`))]
        },
      )
    const areasHere = cornersOf('municipalities', () => true)
    const borders = cornersOf('lines', ({ kind }) => kind === 'border').flatMap((corners) => [...corners])
    expect(borders.length).toBeGreaterThan(50)
    for (const corner of borders) expect(areasHere.filter((corners) => corners.has(corner)).length).toBeGreaterThan(1)
  })
})
