import { describe, expect, it } from 'vitest'
import { areaIndex } from '#geo/areas'
import { type BoundaryAccuracy, placeAddress } from '#geo/placement'
import type { MunicipalityFeature, Position } from '#geo/position'

const accuracy: BoundaryAccuracy = { positionalAccuracyM: { coast: 200, internalBorder95: 1300 }, confirmWithinM: 1000 }

function box(code: string, west: number, east: number): MunicipalityFeature {
  const coordinates = [
    [
      [west, 56],
      [east, 56],
      [east, 56.2],
      [west, 56.2],
      [west, 56],
    ],
  ]
  return { type: 'Feature', properties: { code, name: code }, geometry: { type: 'Polygon', coordinates } }
}
/** 0001 and 0002 meet at 10.2 E (one hundredth of a degree is 621 m here); 0003 is an island 930 m to the east. */
const index = areaIndex({ features: [box('0001', 10, 10.2), box('0002', 10.2, 10.4), box('0003', 10.415, 10.5)] })

const place = (position: Position, registeredCode?: string) =>
  placeAddress({ position, registeredCode }, index, accuracy)

describe('placing an address', () => {
  it('takes the geometry where no code is registered and no border is near', () => {
    expect(place([10.1, 56.1])).toMatchObject({
      municipality: '0001',
      certainty: 'geometry',
      reasons: ['no-registered-code'],
    })
    expect(place([10.46, 56.1])).toMatchObject({ municipality: '0003', certainty: 'geometry', distanceToBorderM: null })
  })

  it('asks for confirmation nearer to a border than the boundaries are good for', () => {
    expect(place([10.19, 56.1])).toMatchObject({
      municipality: '0001',
      certainty: 'confirm',
      reasons: ['no-registered-code', 'near-border'],
      distanceToBorderM: expect.closeTo(620, -1),
    })
    expect(place([10.183, 56.1])).toMatchObject({ certainty: 'geometry' })
  })

  it('takes the registered code where the geometry agrees, near a border too', () => {
    expect(place([10.1, 56.1], '0001')).toMatchObject({ municipality: '0001', certainty: 'registered' })
    expect(place([10.199, 56.1], '0001')).toMatchObject({
      municipality: '0001',
      certainty: 'registered',
      reasons: ['register-and-geometry-agree', 'near-border'],
    })
  })

  it('proposes the registered code but asks where the geometry says otherwise', () => {
    const near = place([10.199, 56.1], '0002')
    expect(near).toMatchObject({
      municipality: '0002',
      certainty: 'confirm',
      disagreement: { registered: '0002', geometry: '0001' },
    })
    expect(near.reasons).toEqual(['disagreement-within-accuracy', 'near-border'])
    expect(place([10.1, 56.1], '0002').reasons).toEqual(['disagreement-beyond-accuracy'])
  })

  it('asks where the registered code is no municipality', () => {
    expect(place([10.1, 56.1], '0999')).toMatchObject({
      municipality: '0001',
      certainty: 'confirm',
      reasons: ['unknown-registered-code'],
    })
  })

  it('gives the water within the coast accuracy to the nearest land, and asks where two are near', () => {
    expect(place([9.998, 56.1])).toMatchObject({
      municipality: '0001',
      certainty: 'geometry',
      reasons: ['no-registered-code', 'off-coast'],
    })
    expect(place([10.414, 56.1])).toMatchObject({ municipality: '0003', certainty: 'confirm' })
    expect(place([10.2, 56.201])).toMatchObject({ municipality: '0001', certainty: 'confirm' })
  })

  it('knows no municipality out at sea, but keeps a registered one for confirmation', () => {
    expect(place([9.9, 56.1])).toEqual({
      municipality: undefined,
      certainty: 'confirm',
      reasons: ['no-registered-code', 'outside-every-municipality'],
      distanceToBorderM: null,
    })
    expect(place([9.9, 56.1], '0001')).toMatchObject({ municipality: '0001', certainty: 'confirm' })
  })

  it('asks less once better boundaries are stored', () => {
    const exact: BoundaryAccuracy = { positionalAccuracyM: { coast: 5, internalBorder95: 5 }, confirmWithinM: 5 }
    expect(placeAddress({ position: [10.199, 56.1] }, index, exact)).toMatchObject({
      municipality: '0001',
      certainty: 'geometry',
    })
    expect(placeAddress({ position: [9.998, 56.1] }, index, exact).municipality).toBeUndefined()
  })
})
