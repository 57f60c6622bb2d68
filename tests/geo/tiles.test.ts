import type { FeatureCollection } from 'geojson'
import { describe, expect, it } from 'vitest'
import { encodeTile, MAX_TILE_ZOOM, tileIndex } from '#geo/tiles'
import { shapes } from './files.ts'
import { readTile } from './readTile.ts'

const clinics: FeatureCollection = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { name: 'Klinik Ø', capacity: 150, open: true },
      geometry: { type: 'Point', coordinates: [10.21, 56.15] },
    },
    {
      type: 'Feature',
      properties: { name: 'Rønne', capacity: null },
      geometry: { type: 'Point', coordinates: [14.7, 55.1] },
    },
  ],
}

describe('vector tiles', () => {
  const index = tileIndex(clinics)

  it('holds the features of the tile with their properties in one named layer', () => {
    const whole = readTile(encodeTile(index, 'clinics', 0, 0, 0) ?? new Uint8Array())
    expect(whole).toMatchObject([{ name: 'clinics', version: 2, extent: 4096 }])
    expect(whole[0]?.features).toEqual([{ name: 'Klinik Ø', capacity: 150, open: true }, { name: 'Rønne' }])
    const aarhus = readTile(encodeTile(index, 'clinics', 8, 135, 79) ?? new Uint8Array())
    expect(aarhus[0]?.features).toEqual([{ name: 'Klinik Ø', capacity: 150, open: true }])
  })

  it('is undefined where nothing is, and for an address that does not exist', () => {
    expect(encodeTile(index, 'clinics', 8, 0, 0)).toBeUndefined()
    for (const [z, x, y] of [
      [1, 2, 0],
      [1, 0, -1],
      [-1, 0, 0],
      [MAX_TILE_ZOOM + 1, 0, 0],
      [1.5, 0, 0],
    ] as const) {
      expect(encodeTile(index, 'clinics', z, x, y)).toBeUndefined()
    }
    expect(encodeTile(tileIndex({ type: 'FeatureCollection', features: [] }), 'empty', 0, 0, 0)).toBeUndefined()
  })

  it('gives the same bytes each time, also for all municipalities', () => {
    const once = encodeTile(tileIndex(shapes), 'municipalities', 5, 16, 9)
    expect(once).toEqual(encodeTile(tileIndex(shapes), 'municipalities', 5, 16, 9))
    const codes = readTile(encodeTile(tileIndex(shapes), 'municipalities', 0, 0, 0) ?? new Uint8Array())[0]?.features
    expect(codes?.length).toBeGreaterThan(50)
  })
})
