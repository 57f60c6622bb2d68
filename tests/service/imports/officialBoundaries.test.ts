import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { RegionCode } from '#events/identifiers'
import { placeAddress } from '#geo/placement'
import { loadGeography } from '#service/geography'
import { startProjector } from '#service/projections/projector'
import { openViews } from '#service/projections/views'
import { boundariesInForce } from '#service/queries/boundaries'
import { answers } from '#service/queries/catalogue'
import { openSqliteStore } from '#service/store/sqlite'
import { program, root } from '../program.ts'
import { at, publicScope, world } from '../queries/register.ts'

const run = promisify(execFile)
const truth = join(import.meta.dirname, '../../../../shared/geo/truth')

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'praksiskort-boundaries-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Runs the command as a user does; answers what it said. */
async function command(file: string, ...more: string[]): Promise<{ code: number; said: string }> {
  const given = [
    '--file',
    file,
    '--valid-from',
    '2026-01-01',
    '--accuracy',
    '150',
    '--version',
    'test-1',
    '--source',
    'Test',
    '--licence',
    'Test',
    ...more,
  ]
  try {
    const options = {
      env: { ...process.env, DATA_DIR: folder, NODE_ENV: 'test' },
      cwd: root,
    }
    const { stdout } = await run(process.execPath, [program('importBoundaries'), ...given], options)
    return { code: 0, said: stdout }
  } catch (error) {
    // A command that ends with another code than 0 rejects with what it wrote.
    const { code, stderr } = error as { code: number; stderr: string }
    return { code, said: stderr }
  }
}

async function viewsOfLog() {
  const store = openSqliteStore({ file: join(folder, 'log.db'), now: () => world.now })
  const views = openViews({ file: ':memory:' })
  const stop = new AbortController()
  const projector = startProjector({ store, views, signal: stop.signal, onCommit: () => undefined })
  await projector.caughtUp
  stop.abort()
  await projector.stopped
  await store.close()
  return views
}

/** The built-in shapes as somebody else would deliver them: GeoJSON in degrees. */
function geojson(change: (features: { properties: unknown }[]) => unknown[] = (features) => features): string {
  const { features } = world.geography.builtIn.shapes.features()
  const named = features.map(({ geometry, properties }) => ({
    type: 'Feature',
    geometry,
    properties: { kommunekode: properties.code, navn: properties.name },
  }))
  const file = join(folder, 'delivered.geojson')
  writeFileSync(file, JSON.stringify({ type: 'FeatureCollection', features: change(named) }))
  return file
}

describe('npm run import-boundaries', () => {
  // 98 municipalities, and Christiansø, which belongs to none.
  test('official shapes hold from their day on; older dates keep the built-in ones', async () => {
    expect(await command(geojson())).toMatchObject({ code: 0, said: expect.stringContaining('99 areas as test-1') })
    const views = await viewsOfLog()
    const geography = loadGeography({ folder: join(folder, 'boundaries') })
    const [old, current] = ['2025-12-31', '2026-01-01'].map((day) => boundariesInForce(views, at(day), geography))
    expect(old?.version).toBe(geography.builtIn.version)
    expect(current).toMatchObject({ version: 'test-1', accuracy: { confirmWithinM: 150 }, attribution: 'Test' })
    const answer = answers.areas(views, at('2026-01-01'), publicScope, {}, { ...world, geography })
    expect(geography.files.shapes(answer.boundaries.sha256)).toMatch(`${answer.boundaries.sha256}.topojson`)
    expect(RegionCode.safeParse(answer.regions[0]?.code).success).toBe(true)
    const lost = loadGeography({ folder: join(folder, 'elsewhere') })
    expect(boundariesInForce(views, at('2026-01-01'), lost).version).toBe(lost.builtIn.version)
    views.close()
  }, 60_000)

  test('a file with faults is refused with every fault, and nothing is written', async () => {
    const { code, said } = await command(geojson((features) => features.slice(1)))
    expect({ code, said }).toMatchObject({ code: 1, said: expect.stringContaining('missing-code') })
    expect(existsSync(join(folder, 'boundaries')) ? readdirSync(join(folder, 'boundaries')) : []).toEqual([])
    const views = await viewsOfLog()
    expect(views.position()).toBe('start')
    views.close()
  }, 60_000)

  test('says which option is wrong', async () => {
    const { code, said } = await command(geojson(), '--valid-from', '2026-02-30')
    expect({ code, said }).toMatchObject({ code: 1, said: expect.stringContaining('--valid-from') })
  }, 60_000)
})

// The official points and shapes lie beside the repository, for measuring only; they are never part of it.
describe.skipIf(!existsSync(truth))('after importing the official shapes as a user would', () => {
  test('at least 298 of 300 official points fall in the right municipality (A7)', async () => {
    expect(await command(join(truth, 'kommuner.topojson'))).toMatchObject({ code: 0 })
    const views = await viewsOfLog()
    const geography = loadGeography({ folder: join(folder, 'boundaries') })
    const { shapes, accuracy, version } = boundariesInForce(views, at('2026-06-01'), geography)
    expect(version).toBe('test-1')
    const { points } = JSON.parse(readFileSync(join(truth, 'testpoints.json'), 'utf8')) as {
      points: { lon: number; lat: number; code: string }[]
    }
    const right = points.filter(
      ({ lon, lat, code }) => placeAddress({ position: [lon, lat] }, shapes.index(), accuracy).municipality === code,
    )
    expect(points).toHaveLength(300)
    expect(right.length).toBeGreaterThanOrEqual(298)
    views.close()
  }, 60_000)
})
