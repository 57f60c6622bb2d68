import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distanceM, distanceToSegmentM } from '#geo/distance'
import type { Position } from '#geo/position'
import { toUtm, toWgs84 } from '#geo/utm'

const position = fc.tuple(
  fc.double({ min: 7.5, max: 15.5, noNaN: true }),
  fc.double({ min: 54.4, max: 58, noNaN: true }),
)

describe('distances', () => {
  it('measures Aarhus to Odense', () => {
    expect(distanceM([10.21076, 56.15674], [10.38831, 55.39594])).toBeCloseTo(85_330, -3)
    expect(distanceM([10, 56], [10, 57])).toBeCloseTo(111_195, 0)
  })

  it('is a metric: symmetric, zero only for one place, and no detour is shorter', () => {
    fc.assert(
      fc.property(position, position, position, (a, b, c) => {
        expect(distanceM(a, b)).toBe(distanceM(b, a))
        expect(distanceM(a, a)).toBe(0)
        expect(distanceM(a, c)).toBeLessThanOrEqual(distanceM(a, b) + distanceM(b, c) + 1e-6)
      }),
    )
  })

  it('agrees with the kilometre grid within half a per cent over short ways', () => {
    fc.assert(
      fc.property(position, fc.double({ min: -0.1, max: 0.1, noNaN: true }), (a, step) => {
        const b: Position = [a[0] + step, a[1] + step / 2]
        const [x0, y0] = toUtm(a)
        const [x1, y1] = toUtm(b)
        const grid = Math.hypot(x1 - x0, y1 - y0)
        expect(Math.abs(distanceM(a, b) - grid)).toBeLessThanOrEqual(0.006 * grid + 0.001)
      }),
    )
  })

  it('to a line is never more than to its ends, and nothing on the line', () => {
    fc.assert(
      fc.property(position, fc.double({ min: 0, max: 1, noNaN: true }), (a, t) => {
        const b: Position = [a[0] + 0.05, a[1] + 0.03]
        const on: Position = [a[0] + 0.05 * t, a[1] + 0.03 * t]
        expect(distanceToSegmentM(on, a, b)).toBeLessThan(0.001)
        const off: Position = [a[0] - 0.02, a[1] + 0.01]
        expect(distanceToSegmentM(off, a, b)).toBeLessThanOrEqual(distanceM(off, a) * 1.01)
      }),
    )
  })
})

describe('EPSG:25832', () => {
  it('has the false easting on 9 degrees east and knows a place of the grid', () => {
    const [easting, northing] = toUtm([9, 56])
    expect(easting).toBeCloseTo(500_000, 6)
    // Meridian arc of GRS80 to 56 degrees north, integrated numerically (6,208,563.012 m), times the scale 0.9996.
    expect(northing).toBeCloseTo(6_206_079.588, 2)
  })

  it('comes back to where it started within a millimetre', () => {
    fc.assert(
      fc.property(position, (at) => {
        expect(distanceM(toWgs84(toUtm(at)), at)).toBeLessThan(0.001)
      }),
    )
  })
})
