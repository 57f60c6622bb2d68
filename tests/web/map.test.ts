import { bearing, distance, lineString, pointToLineDistance } from '@turf/turf'
import fc from 'fast-check'
import type { Polygon } from 'geojson'
import { describe, expect, it } from 'vitest'
import { distanceToBorderM, municipalityAt } from '#geo/areas'
import { labelPoint } from '#geo/labelPoint'
import { around, boxAround, holding } from '../../web/map/bounds.ts'
import { classOf, classRanges } from '../../web/map/classes.ts'
import { layersShown, layersText } from '../../web/map/layerNames.ts'
import { targetIn, targetText } from '../../web/map/selection.ts'
import { arc, headingAt } from '../../web/pages/cases/arc.ts'
import { parseSearch, stringifySearch } from '../../web/search.ts'
import { index, shapes } from '../geo/files.ts'

describe('classes of the choropleth', () => {
  const limits = [2.5, 2.7, 2.9]

  it('put a value that equals a limit into the lower class, and an unknown value into none', () => {
    expect([2.5, 2.51, 2.7, 3].map((value) => classOf(limits, value))).toEqual([0, 1, 1, 3])
    expect(classOf(limits, null)).toBeNull()
  })

  it('never fall as the value rises', () => {
    const value = fc.double({ min: 0, max: 5, noNaN: true })
    fc.assert(
      fc.property(value, value, (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a]
        return (classOf(limits, low) ?? 0) <= (classOf(limits, high) ?? 0)
      }),
    )
  })

  it('are one more than their limits, with open ends', () => {
    expect(classRanges(limits)).toEqual([
      { from: null, to: 2.5 },
      { from: 2.5, to: 2.7 },
      { from: 2.7, to: 2.9 },
      { from: 2.9, to: null },
    ])
    expect(classRanges([])).toEqual([{ from: null, to: null }])
  })
})

describe('a label', () => {
  it('stands inside the largest part, away from a hole', () => {
    const square = (west: number, south: number, size: number) => [
      [west, south],
      [west + size, south],
      [west + size, south + size],
      [west, south + size],
      [west, south],
    ]
    const shape: Polygon = { type: 'Polygon', coordinates: [square(0, 0, 10), square(1, 1, 5)] }
    const [x = 0, y = 0] = labelPoint(shape) ?? []
    expect(x > 0 && x < 10 && y > 0 && y < 10).toBe(true)
    expect(x > 1 && x < 6 && y > 1 && y < 6).toBe(false)
  })

  it('stands inside its own municipality, kilometres from the border where there is room', () => {
    for (const { properties, geometry } of shapes.features) {
      const [lng = 0, lat = 0] = labelPoint(geometry) ?? []
      expect(municipalityAt(index, [lng, lat]), properties.name).toMatchObject({
        status: 'inside',
        code: properties.code,
      })
    }
    const viborg = shapes.features.find(({ properties }) => properties.code === '0791')
    const [lng = 0, lat = 0] = (viborg && labelPoint(viborg.geometry)) ?? []
    expect(distanceToBorderM(index, [lng, lat], '0791')).toBeGreaterThan(10_000)
  })
})

describe('the way of a move', () => {
  const [from, to] = [
    [12.5, 55.6],
    [12.1, 55.9],
  ] as const
  const way = arc(from, to)

  it('starts and ends at the places themselves', () => {
    expect([way[0], way.at(-1)]).toEqual([from, to])
  })

  it('stays to the left, no farther than its bend, and points onward at its end', () => {
    const straight = lineString([[...from], [...to]])
    const length = distance([...from], [...to])
    for (const at of way.slice(1, -1)) {
      expect(pointToLineDistance(at, straight)).toBeLessThanOrEqual(length * 0.0901)
      const turn = (bearing([...from], at) - bearing([...from], [...to]) + 540) % 360
      expect(turn).toBeLessThan(180)
    }
    // It comes back to the straight line from the left, so it turns to the right at the end.
    const turn = headingAt(way) - bearing([...from], [...to])
    expect(turn).toBeGreaterThan(0)
    expect(turn).toBeLessThan(45)
  })
})

describe('the box of a map', () => {
  it('is widened to hold points, and some kilometres wide around one', () => {
    expect(holding([9, 55, 10, 56], [[9.5, 55.5], null, [11, 57]])).toEqual([9, 55, 11, 57])
    expect(around([null, [10, 56]])).toEqual([9.88, 55.94, 10.12, 56.06])
    expect(around([null])).toBeNull()
    expect(boxAround([])).toBeNull()
    expect(
      boxAround([
        [9, 55, 10, 56],
        [8, 55.5, 9, 57],
      ]),
    ).toEqual([8, 55, 10, 57])
  })
})

describe('the address bar', () => {
  it('keeps the zero of a municipality code and leaves colons and commas readable', () => {
    expect(stringifySearch({ sel: '0707', asKnownAt: '2026-03-12T09:41:00.000Z', layers: 'capacity,clinics' })).toBe(
      '?sel=0707&asKnownAt=2026-03-12T09:41:00.000Z&layers=capacity,clinics',
    )
    expect(parseSearch('?sel=0707')).toEqual({ sel: '0707' })
  })

  it('gives every text back as it was', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (text) => {
        expect(parseSearch(stringifySearch({ text }))).toEqual({ text })
      }),
    )
  })

  it('holds what is selected', () => {
    for (const text of ['0707', 'clinic:k-0033', 'school:r-12']) expect(targetText(targetIn(text))).toBe(text)
    expect(targetIn(undefined)).toBeNull()
  })

  it('holds the layers: nothing for all of them, none for the bare map', () => {
    expect(layersText(layersShown(undefined))).toBeUndefined()
    expect(layersText(layersShown('none'))).toBe('none')
    expect([...layersShown('clinics,unheardOf')]).toEqual(['clinics'])
  })
})
