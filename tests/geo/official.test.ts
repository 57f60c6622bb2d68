import { describe, expect, it } from 'vitest'
import { areaIndex, municipalityAt } from '#geo/areas'
import { municipalityFeatures, municipalityTopology, topologyOf } from '#geo/municipalityShapes'
import { readOfficialBoundaries } from '#geo/officialBoundaries'
import type { Position } from '#geo/position'
import { toUtm } from '#geo/utm'
import { shapes } from './files.ts'

const accuracyM = 5
const ring: Position[] = [
  [9, 56],
  [9.1, 56],
  [9.1, 56.1],
  [9, 56],
]
const inMetres = ring.map(toUtm)

function file(properties: object, coordinates: unknown, crs?: string) {
  return {
    type: 'FeatureCollection',
    ...(crs && { crs: { type: 'name', properties: { name: crs } } }),
    features: [{ type: 'Feature', properties, geometry: { type: 'Polygon', coordinates } }],
  }
}

function codesOf(json: unknown, options: Partial<Parameters<typeof readOfficialBoundaries>[1]> = {}) {
  const found = readOfficialBoundaries(json, { accuracyM, ...options })
  return found.status === 'refused' ? found.problems.map(({ feature, code }) => [feature, code]) : 'read'
}

describe('reading official boundaries', () => {
  it.each([
    ['kommunekode as text', { kommunekode: '0791', kommunenavn: 'Viborg' }],
    ['KOMKODE without the leading zero', { KOMKODE: '791', KOMNAVN: 'Viborg' }],
    ['kode as a number', { kode: 791, navn: 'Viborg' }],
    ['code beside other numbers', { id: 389175, code: '0791', name: 'Viborg' }],
  ])('knows %s', (_, properties) => {
    const found = readOfficialBoundaries(file(properties, [ring]), { accuracyM })
    expect(found).toMatchObject({
      status: 'read',
      crs: 'EPSG:4326',
      accuracy: { positionalAccuracyM: { coast: 5, internalBorder95: 5 }, confirmWithinM: 5 },
    })
    expect(found.status === 'read' && found.shapes.features[0]?.properties).toEqual({ code: '0791', name: 'Viborg' })
  })

  it('turns metres of UTM 32 into degrees, declared or seen', () => {
    for (const crs of ['urn:ogc:def:crs:EPSG::25832', undefined]) {
      const found = readOfficialBoundaries(file({ kode: '0791' }, [inMetres], crs), { accuracyM })
      expect(found).toMatchObject({ status: 'read', crs: 'EPSG:25832' })
      const numbers = found.status === 'read' ? found.shapes.features[0]?.geometry.coordinates.flat(3) : []
      expect(numbers).toEqual(ring.flat().map((degrees) => expect.closeTo(degrees, 8)))
    }
  })

  it('refuses metres where degrees are declared, and the other way round', () => {
    expect(codesOf(file({ kode: '0791' }, [inMetres], 'EPSG:4326'))).toEqual([[0, 'metres-where-degrees-expected']])
    expect(codesOf(file({ kode: '0791' }, [inMetres]), { crs: 'EPSG:4326' })).toEqual([
      [0, 'metres-where-degrees-expected'],
    ])
    expect(codesOf(file({ kode: '0791' }, [ring], 'EPSG:25832'))).toEqual([[0, 'degrees-where-metres-expected']])
    expect(codesOf(file({ kode: '0791' }, [ring.map(([x, y]) => [y, x])]))).toEqual([[0, 'axes-swapped']])
    expect(codesOf(file({ kode: '0791' }, [ring], 'EPSG:3857'))).toEqual([[null, 'unknown-crs']])
    expect(
      codesOf(
        file({ kode: '0791' }, [
          [
            [100, 10],
            [101, 10],
            [101, 11],
            [100, 10],
          ],
        ]),
      ),
    ).toEqual([[null, 'crs-not-recognised']])
  })

  it('lists all problems of all features at once', () => {
    const shape = (properties: unknown, geometry: unknown) => ({ type: 'Feature', properties, geometry })
    const square = { type: 'Polygon', coordinates: [ring] }
    const features = [
      shape({ kode: '0791' }, square),
      shape({ navn: 'Viborg' }, square),
      shape({ kode: 'DK-79' }, { type: 'Polygon', coordinates: [ring.slice(0, 3)] }),
      shape({ kode: '0657' }, { type: 'Point', coordinates: [9, 56] }),
      shape(
        { kode: '0657' },
        {
          type: 'Polygon',
          coordinates: [
            [
              [9, 56],
              [9.1, null],
              [9.1, 56.1],
              [9, 56.2],
              [9, 56.3],
            ],
          ],
        },
      ),
      { type: 'Fature' },
      shape(
        { kode: '0998' },
        {
          type: 'Polygon',
          coordinates: [
            [
              [9, 56],
              [20, 56],
              [9.1, 56.1],
              [9, 56],
            ],
          ],
        },
      ),
      shape({ kode: '0657' }, null),
    ]
    const found = codesOf({ type: 'FeatureCollection', features }, { expectedCodes: ['0791', '0657', '0101'] })
    expect(found).toEqual([
      [1, 'no-code'],
      [2, 'bad-code'],
      [2, 'ring-too-short'],
      [3, 'not-a-polygon'],
      [4, 'not-a-number'],
      [4, 'ring-not-closed'],
      [5, 'not-a-feature'],
      [6, 'outside-denmark'],
      [7, 'not-a-polygon'],
      [6, 'unknown-code'],
      [null, 'missing-code'],
    ])
  })

  it.each([[null], ['x'], [{}], [{ type: 'FeatureCollection' }], [[]]])('refuses %j as no GeoJSON', (json) => {
    expect(codesOf(json)).toEqual([[null, 'not-geojson']])
  })

  it('refuses an empty file, a broken topology and an object that is not there', () => {
    expect(codesOf({ type: 'FeatureCollection', features: [] })).toEqual([[null, 'no-features']])
    const geometries = [{ type: 'Polygon', arcs: [[3]], properties: { kode: '0791' } }]
    const broken = { type: 'Topology', arcs: [], objects: { kommuner: { type: 'GeometryCollection', geometries } } }
    expect(codesOf(broken)).toEqual([[null, 'not-geojson']])
    expect(codesOf(broken, { objectName: 'regioner' })).toEqual([[null, 'object-not-found']])
    expect(codesOf({ type: 'Topology', arcs: [], objects: { a: {}, b: {} } })).toEqual([[null, 'object-not-found']])
  })

  it('refuses a ring that crosses itself and one without area, but not a crossing smaller than the accuracy', () => {
    const bowTie = (size: number) => [
      [9, 56],
      [9 + size, 56 + size],
      [9 + size, 56],
      [9, 56 + size],
      [9, 56],
    ]
    expect(codesOf(file({ kode: '0791' }, [bowTie(0.1)]))).toEqual([[0, 'self-crossing']])
    expect(codesOf(file({ kode: '0791' }, [ring, bowTie(0.01)]))).toEqual([[0, 'self-crossing']])
    const flat = [ring[0], ring[1], ring[0], ring[0]]
    expect(codesOf(file({ kode: '0791' }, [flat]))).toEqual([[0, 'no-area']])
    // Two lines that cross within some metres of the western border: a loop of 17 square metres.
    const crossed = [
      [9, 56.05],
      [9.0001, 56.0499],
      [9.0001, 56.05],
      [9, 56.0499],
    ]
    const rounded = [[9, 56], [9.1, 56], [9.1, 56.1], [9, 56.1], ...crossed, [9, 56]]
    expect(codesOf(file({ kode: '0791' }, [rounded]), { accuracyM: 5 })).toBe('read')
    expect(codesOf(file({ kode: '0791' }, [rounded]), { accuracyM: 4 })).toEqual([[0, 'self-crossing']])
  })

  it('lets a ring touch itself', () => {
    const pinched = [
      [9, 56],
      [9.1, 56],
      [9.05, 56.05],
      [9.1, 56.1],
      [9, 56.1],
      [9.05, 56.05],
      [9, 56],
    ]
    expect(codesOf(file({ kode: '0791' }, [pinched]))).toBe('read')
  })

  it('joins the pieces of one municipality and allows Christiansø beside the expected codes', () => {
    const feature = (kode: string) => ({
      type: 'Feature',
      properties: { kode },
      geometry: { type: 'Polygon', coordinates: [ring] },
    })
    const json = { type: 'FeatureCollection', features: [feature('0791'), feature('0411'), feature('791')] }
    const found = readOfficialBoundaries(json, { accuracyM, expectedCodes: ['0791'] })
    expect(
      found.status === 'read' && found.shapes.features.map(({ id, geometry }) => [id, geometry.coordinates.length]),
    ).toEqual([
      ['0411', 1],
      ['0791', 2],
    ])
  })

  it('reads our own shapes back from GeoJSON in metres and from TopoJSON, with the same answers', () => {
    const metres = {
      type: 'FeatureCollection',
      features: shapes.features.map(({ properties, geometry }) => ({
        type: 'Feature',
        properties: { KOMKODE: properties.code, KOMNAVN: properties.name },
        geometry: {
          type: 'MultiPolygon',
          coordinates: (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).map((rings) =>
            rings.map((one) => one.map(([lng = 0, lat = 0]) => toUtm([lng, lat]))),
          ),
        },
      })),
    }
    const topology = JSON.parse(JSON.stringify(topologyOf(shapes)))
    const places: Position[] = [
      [10.21, 56.15],
      [12.57, 55.68],
      [14.9, 55.1],
      [9.4, 56.45],
    ]
    for (const json of [metres, topology]) {
      const found = readOfficialBoundaries(json, { accuracyM })
      expect(found.status === 'refused' && found.problems).toBe(false)
      if (found.status === 'refused') return
      const index = areaIndex(found.shapes)
      expect(places.map((place) => municipalityAt(index, place))).toMatchObject(
        ['0751', '0101', '0400', '0791'].map((code) => ({ status: 'inside', code })),
      )
    }
    expect(municipalityFeatures(municipalityTopology(topology)).features).toHaveLength(99)
  })
})
