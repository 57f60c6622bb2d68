import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { areaIndex, areaIndexSteps, municipalityAt, nearestMunicipality } from '#geo/areas'
import type { MunicipalityFeature } from '#geo/position'
import { index, shapes, towns } from './files.ts'

/** A square of the given lower left corner and size in degrees. */
function square(
  code: string,
  lng: number,
  lat: number,
  size = 0.1,
  holes: [number, number, number][] = [],
): MunicipalityFeature {
  const ring = (x: number, y: number, s: number) => [
    [x, y],
    [x + s, y],
    [x + s, y + s],
    [x, y + s],
    [x, y],
  ]
  return {
    type: 'Feature',
    properties: { code, name: code },
    geometry: { type: 'Polygon', coordinates: [ring(lng, lat, size), ...holes.map(([x, y, s]) => ring(x, y, s))] },
  }
}

describe('which municipality holds a position', () => {
  const pair = areaIndex({ features: [square('0002', 10, 56), square('0001', 10.1, 56), square('0003', 11, 56)] })

  it('gives a point on a shared border to the lower code, whichever side it is asked from', () => {
    expect(municipalityAt(pair, [10.1, 56.05])).toMatchObject({
      status: 'inside',
      code: '0001',
      distanceToBorderM: expect.closeTo(0, 6),
    })
    expect(municipalityAt(pair, [10.0999999, 56.05])).toMatchObject({ code: '0002' })
  })

  it('counts the coast as inside, and measures only borders with neighbours', () => {
    expect(municipalityAt(pair, [10, 56.05])).toMatchObject({ status: 'inside', code: '0002' })
    const far = municipalityAt(pair, [10.01, 56.05])
    expect(far.status === 'inside' && far.distanceToBorderM).toBeCloseTo(5597, -2)
    expect(municipalityAt(pair, [11.05, 56.05])).toEqual({ status: 'inside', code: '0003', distanceToBorderM: null })
    expect(municipalityAt(pair, [10.5, 56.05])).toEqual({ status: 'outside' })
  })

  it('leaves a hole to the municipality that lies in it', () => {
    const nested = areaIndex({
      features: [square('0101', 12, 55, 0.3, [[12.1, 55.1, 0.1]]), square('0147', 12.1, 55.1)],
    })
    expect(municipalityAt(nested, [12.15, 55.15])).toMatchObject({ code: '0147' })
    expect(municipalityAt(nested, [12.05, 55.15])).toMatchObject({ code: '0101' })
    expect(municipalityAt(nested, [12.1, 55.15])).toMatchObject({
      code: '0101',
      distanceToBorderM: expect.closeTo(0, 6),
    })
  })

  it('sees a border where one neighbour has a vertex that the other lacks', () => {
    const tall = square('0001', 10.1, 56)
    const split: MunicipalityFeature = {
      type: 'Feature',
      properties: { code: '0002', name: '0002' },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [10, 56],
            [10.1, 56],
            [10.1, 56.033],
            [10.1, 56.1],
            [10, 56.1],
            [10, 56],
          ],
        ],
      },
    }
    const answer = municipalityAt(areaIndex({ features: [tall, split] }), [10.11, 56.07])
    expect(answer.status === 'inside' && answer.distanceToBorderM).toBeCloseTo(621, -1)
  })

  it('finds the nearest land of another municipality', () => {
    expect(nearestMunicipality(pair, [10.21, 56.05], { reach: 10_000 })).toMatchObject({ code: '0001' })
    expect(nearestMunicipality(pair, [10.21, 56.05], { reach: 10_000, other: '0001' })).toMatchObject({ code: '0002' })
  })

  it('refuses to index nothing', () => {
    expect(() => areaIndex({ features: [] })).toThrow(RangeError)
  })
})

describe('the built-in shapes', () => {
  it('are indexed in many steps just as in one go', () => {
    const steps = areaIndexSteps(shapes)
    let taken = 0
    let inSteps = steps.next()
    for (; inSteps.done !== true; inSteps = steps.next()) taken += 1
    expect(taken).toBeGreaterThan(100)
    expect(inSteps.value.outlines.edges).toEqual(index.outlines.edges)
    expect([...inSteps.value.borders.keys()]).toEqual([...index.borders.keys()])
    for (const { lng, lat } of towns)
      expect(municipalityAt(inSteps.value, [lng, lat])).toEqual(municipalityAt(index, [lng, lat]))
  })

  it('are the 98 municipalities and Christiansø', () => {
    expect(shapes.features).toHaveLength(99)
    expect(new Set(shapes.features.map(({ properties }) => properties.code)).size).toBe(99)
    expect(shapes.features.find(({ properties }) => properties.code === '0411')?.properties.name).toBe('Christiansø')
  })

  it('hold every town in its own municipality, or have its land nearest within the coast accuracy', () => {
    const astray = towns.filter(({ lng, lat, municipality }) => {
      const answer = municipalityAt(index, [lng, lat])
      if (answer.status === 'inside') return answer.code !== municipality
      return nearestMunicipality(index, [lng, lat], { reach: 200 })?.code !== municipality
    })
    expect(astray.map(({ name }) => name)).toEqual([])
    expect(towns).toHaveLength(478)
  })

  it('give every position at most one municipality, and the same one each time', () => {
    const position = fc.tuple(
      fc.double({ min: 8, max: 15.3, noNaN: true }),
      fc.double({ min: 54.5, max: 57.8, noNaN: true }),
    )
    fc.assert(
      fc.property(position, (at) => {
        const answer = municipalityAt(index, at)
        expect(municipalityAt(areaReversed, at)).toEqual(answer)
        if (answer.status === 'inside' && answer.distanceToBorderM !== null) {
          expect(answer.distanceToBorderM).toBeGreaterThanOrEqual(0)
        }
      }),
      { numRuns: 500 },
    )
  })
  const areaReversed = areaIndex({ features: shapes.features.toReversed() })

  it('give every vertex of every border to the lowest code that meets there', () => {
    const holders = new Map<string, string>()
    for (const { geometry, properties } of shapes.features) {
      const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()
      for (const [lng, lat] of rings.flat()) {
        const key = `${lng},${lat}`
        const held = holders.get(key)
        if (held === undefined || properties.code < held) holders.set(key, properties.code)
      }
    }
    const wrong = [...holders].filter(([key, code]) => {
      const [lng = 0, lat = 0] = key.split(',').map(Number)
      const answer = municipalityAt(index, [lng, lat])
      return answer.status !== 'inside' || answer.code !== code
    })
    expect(wrong).toEqual([])
  })
})
