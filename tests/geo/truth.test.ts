import { describe, expect, it } from 'vitest'
import { type AreaIndex, areaIndex } from '#geo/areas'
import { readOfficialBoundaries } from '#geo/officialBoundaries'
import { type BoundaryAccuracy, placeAddress } from '#geo/placement'
import { areas, index, manifest, truthJson, truthPresent } from './files.ts'

type Point = { lon: number; lat: number; code: string; kind: 'inside' | 'border' }

// The official points and shapes lie beside the repository, for measuring only; they are never part of it.
describe.skipIf(!truthPresent)('300 points whose municipality is official (A7)', () => {
  const points = () => (truthJson('testpoints.json') as { points: Point[] }).points

  const placed = (at: AreaIndex, accuracy: BoundaryAccuracy) =>
    points().map(({ lon, lat, code, kind }) => {
      const { municipality, certainty } = placeAddress({ position: [lon, lat] }, at, accuracy)
      return { kind, right: municipality === code, certain: certainty !== 'confirm' }
    })

  it('the built-in shapes are right for at least 275, and for 235 of the 240 inner ones', () => {
    const answers = placed(index, manifest)
    expect(answers).toHaveLength(300)
    expect(answers.filter(({ right }) => right).length).toBeGreaterThanOrEqual(275)
    expect(answers.filter(({ right, kind }) => right && kind === 'inside').length).toBeGreaterThanOrEqual(235)
  })

  it('answers given without asking for confirmation are right in 99 of 100', () => {
    const certain = placed(index, manifest).filter((answer) => answer.certain)
    expect(certain.length).toBeGreaterThan(100)
    expect(certain.filter(({ right }) => right).length / certain.length).toBeGreaterThanOrEqual(0.99)
  })

  it('official shapes read from their file are right for at least 298', () => {
    const expectedCodes = areas.municipalities.map(({ code }) => code)
    const official = readOfficialBoundaries(truthJson('kommuner.topojson'), { accuracyM: 150, expectedCodes })
    expect(official.status === 'refused' && official.problems).toBe(false)
    if (official.status === 'refused') return
    const answers = placed(areaIndex(official.shapes), official.accuracy)
    expect(answers.filter(({ right }) => right).length).toBeGreaterThanOrEqual(298)
  })
})
