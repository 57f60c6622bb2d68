import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { EffectiveDate, RecordedAt } from '#events/time'
import { cellGrid, centreOf } from '#geo/cellGrid'
import { kilometreName } from '#geo/squareGrid'
import { loadGeography } from '#service/geography'
import { createHandle, nothingGathered } from '#service/handle'
import { readDelivered } from '#service/imports/deliveredPopulation'
import { importPopulation, type PopulationImport, reportPopulation } from '#service/imports/population'
import { readPlaces } from '#service/imports/populationPlaces'
import { problemsCsv, reportLines } from '#service/imports/populationReport'
import { readSquares } from '#service/imports/populationSquares'
import { knownMunicipalities } from '#service/imports/populationTotals'
import { startProjector } from '#service/projections/projector'
import { openViews } from '#service/projections/views'
import { groundInForce, populationInForce } from '#service/queries/groundInForce'
import { peopleIn } from '#service/reach/countedPopulation'
import { modelledPeople } from '#service/reach/modelledPeople'
import type { EventStore } from '#service/store/eventStore'
import { openSqliteStore } from '#service/store/sqlite'
import { program, root } from '../program.ts'
import { at, world } from '../queries/register.ts'

const run = promisify(execFile)
const geography = loadGeography()
const grid = cellGrid(geography.builtIn.shapes.features())
const { population: model } = modelledPeople(grid, geography)
const validFrom = EffectiveDate.parse('2026-07-01')
const known = knownMunicipalities(geography.areas, validFrom)
const land = { grid, model: () => model, within: 2000 }

const bytes = (text: string) => new TextEncoder().encode(text)
const csv = (lines: readonly string[], header = 'celle;personer;husstande;kommune') =>
  bytes([header, ...lines].join('\n'))
const read = (file: Uint8Array, crs: PopulationImport['crs'] = null) => {
  const delivered = readDelivered(file)
  const places = readPlaces(delivered, { crs, known })
  const squares = readSquares(places, land)
  return { ...squares, places, problems: [...delivered.problems, ...places.problems, ...squares.problems] }
}
const inSquares = ({ file }: { file: { squares: readonly (readonly (number | null)[])[] } }) =>
  file.squares.reduce((sum, [, , people]) => sum + (people ?? 0), 0)
const missing = ({ file }: { file: { leftOut: readonly { people: number | null }[] } }) =>
  file.leftOut.reduce((sum, { people }) => sum + (people ?? 0), 0)
const faults = ({ problems }: { problems: readonly { fault: string }[] }) => problems.map(({ fault }) => fault)
const squareOf = (cell: number) => kilometreName(grid.east[cell] ?? 0, grid.north[cell] ?? 0)
const cellIn = (code: string) => model.findIndex((people, cell) => people > 500 && codeOf(cell) === code)
const codeOf = (cell: number) => grid.municipalities[grid.municipality[cell] ?? 0] ?? ''

/** Synthetic: the model's people and some more, as if they had been counted. */
function wholeCountry(more = 1): string[] {
  return [...model.entries()].flatMap(([cell, people]) =>
    people === 0 ? [] : [`${squareOf(cell)};${people + more};${Math.ceil(people / 2)};${codeOf(cell)}`],
  )
}

describe('reading squares', () => {
  const cell = cellIn('0751')
  const [east, north] = [grid.east[cell] ?? 0, grid.north[cell] ?? 0]

  test('by name, by coordinates in metres and in degrees, with comma or point, in any encoding: the same people', () => {
    const [lng, lat] = centreOf(grid, cell)
    const [x, y] = [east * 1000, north * 1000]
    const square = {
      type: 'Polygon',
      coordinates: [
        [
          [x, y],
          [x + 1000, y],
          [x + 1000, y + 1000],
          [x, y + 1000],
          [x, y],
        ],
      ],
    }
    const feature = (geometry: unknown, properties: object) => ({ type: 'Feature', geometry, properties })
    const collection = (one: unknown, crs?: string) =>
      bytes(
        JSON.stringify({
          type: 'FeatureCollection',
          ...(crs && { crs: { properties: { name: crs } } }),
          features: [one],
        }),
      )
    const files = [
      csv([`${squareOf(cell)};1234;600;751`]),
      csv([`1km_${north}_0${east};1 234;600;0751`]),
      csv([`${x},5;${y},0;1234,0;600`], 'X;Y;Antal personer;Husstande'),
      csv([`"${x + 500},5",${y + 500}.25,1234,600`], 'easting,northing,people,households'),
      csv([`${lng};${lat};1234;600`], 'lng;lat;people;households'),
      // Windows-1252: ø is one byte.
      Uint8Array.from([
        ...bytes('Celle;Personer;Husstande;Omr'),
        0xe5,
        ...bytes(`de\n${squareOf(cell)};1234;600;B`),
        0xf8,
      ]),
      Uint8Array.from([0xef, 0xbb, 0xbf, ...csv([`${squareOf(cell)};1234;600;751`])]),
      collection(feature({ type: 'Point', coordinates: [lng, lat] }, { personer: 1234, husstande: 600 })),
      collection(feature(square, { personer: '1234', husstande: 600 }), 'urn:ogc:def:crs:EPSG::25832'),
      collection(feature(null, { KN1kmDK: squareOf(cell), personer: 1234, husstande: 600 })),
    ]
    for (const file of files) {
      const got = read(file)
      expect([got.problems, got.file.squares]).toEqual([[], [[east, north, 1234, 600]]])
    }
  })

  test('finer squares are summed into theirs, and their households with them', () => {
    const fine = (size: string, step: number, i: number, j: number) =>
      `${size}_${(north * 1000 + j) / step}_${(east * 1000 + i) / step}`
    const hundreds = [fine('100m', 100, 0, 0), fine('100m', 100, 900, 900), fine('100m', 100, 300, 500)]
    expect(read(csv(hundreds.map((name) => `${name};10;4;`))).file.squares).toEqual([[east, north, 30, 12]])
    const quarters = [fine('250m', 10, 0, 750), fine('250m', 10, 750, 0)]
    expect(read(csv([`${quarters[0]};10;4;`, `${quarters[1]};7;;`])).file.squares).toEqual([[east, north, 17, null]])
  })

  test('count in is count out, or the missing are listed with why (C5)', () => {
    const place = fc.oneof(
      { weight: 6, arbitrary: fc.nat({ max: grid.east.length - 1 }).map(squareOf) },
      // Anywhere in the box around the country, mostly sea.
      {
        weight: 2,
        arbitrary: fc
          .tuple(fc.integer({ min: 441, max: 890 }), fc.integer({ min: 6050, max: 6402 }))
          .map(([e, n]) => kilometreName(e, n)),
      },
      // Berlin's and Oslo's.
      { weight: 1, arbitrary: fc.constantFrom('1km_5820_800', '1km_6640_600') },
    )
    const people = fc.oneof(
      { weight: 6, arbitrary: fc.nat({ max: 25_000 }).map(String) },
      { weight: 1, arbitrary: fc.constantFrom('', '..', '-3', '12,5', '0,25') },
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(place, people), { maxLength: 60 }), (rows) => {
        const got = read(csv(rows.map(([name, count]) => `${name};${count};;`)))
        fc.pre(!faults(got).includes('repeated-with-another-count'))
        const sum = rows.reduce((all, [, count]) => all + Math.max(0, Number(count.replace(',', '.')) || 0), 0)
        const hasFractions = rows.some(([, count]) => count.includes(','))
        expect(got.delivered).toBeCloseTo(sum, 6)
        expect(Math.abs(inSquares(got) + missing(got) - sum)).toBeLessThanOrEqual(hasFractions ? 0.5 : 0)
        for (const { why, row } of got.file.leftOut) {
          expect(why).not.toBe('')
          expect(got.problems.some((problem) => problem.row === row)).toBe(true)
        }
        expect(got.inCells.reduce((all, count) => all + count, 0)).toBe(inSquares(got))
        expect(Buffer.compare(bytesOf(peopleIn(grid, got.file).population), bytesOf(got.inCells))).toBe(0)
      }),
      { numRuns: 100 },
    )
  })

  test('small squares stay off maps and in sums (R-40)', () => {
    const others = [cellIn('0101'), cellIn('0461'), cellIn('0851')]
    const homes = [19, 20, null]
    const rows = others.map((one, i) => `${squareOf(one)};54;${homes[i] ?? ''};`)
    const got = read(csv([...rows, `${squareOf(cell)};41;;`]))
    const { population, hidden } = peopleIn(grid, got.file)
    expect([...others, cell].map((one) => hidden[one])).toEqual([1, 0, 0, 1])
    expect(population.reduce((sum, count) => sum + count, 0)).toBe(203)
    expect(hidden.reduce((sum, one) => sum + one, 0)).toBe(2)
  })
})

function bytesOf({ buffer }: Int32Array): Uint8Array {
  return new Uint8Array(buffer)
}

function kilometresOf(name: string): [number, number] {
  const [, north, east] = name.split('_')
  return [Number(east), Number(north)]
}

describe('what is wrong with a file', () => {
  const [a, b, c] = [cellIn('0751'), cellIn('0101'), cellIn('0461')].map(squareOf)

  test('is told all at once: row, column, value, what was expected, and a proposal', () => {
    const got = read(
      csv([
        `${a};-4;;`,
        `${b};;;`,
        `${c};12,5;;`,
        `${a};100;;9999`,
        `${b};200;many;655`,
        `${b};200;;`,
        `${c};1.234;;`,
        `${c};many;;`,
        'nowhere;5;;',
        '10km_617_72;5;;',
        '1km_6250_650;77;;',
        '1km_5820_800;8;;',
        '100m_61750_7240;3;;',
        `${a}`,
      ]),
    )
    const told = got.problems.map(({ row, fault, remedy }) => `${row} ${fault} ${remedy}`)
    expect(told.toSorted()).toEqual(
      [
        '2 negative-count confirm',
        '3 no-count confirm',
        '4 not-whole confirm',
        '5 unknown-municipality confirm',
        '6 bad-households confirm',
        '6 unknown-municipality confirm',
        '7 repeated confirm',
        '8 ambiguous-count file',
        '9 not-a-count file',
        '10 bad-place file',
        '11 bad-place file',
        '12 outside-denmark confirm',
        '13 outside-denmark confirm',
        '15 wrong-width file',
        'null mixed-sizes file',
      ].toSorted(),
    )
    for (const { found, expected, proposal } of got.problems) {
      expect(expected).not.toBe('')
      expect(proposal).not.toBe('')
      expect(typeof found).toBe('string')
    }
    expect(got.problems.find(({ row }) => row === 2)).toMatchObject({ column: 'personer', found: '-4' })
    expect(got.problems.find(({ row, fault }) => row === 6 && fault === 'unknown-municipality')?.proposal).toMatch(
      '0760',
    )
  })

  test('the same place with two numbers can only be put right in the file', () => {
    const { problems } = read(csv([`${a};10;;`, `${a};11;;`]))
    expect(problems).toMatchObject([{ row: 3, column: 'celle', fault: 'repeated-with-another-count', remedy: 'file' }])
  })

  test('metres where degrees were declared, and the other way: told once, and read as what they are', () => {
    const [east, north] = kilometresOf(a ?? '')
    const metres = read(
      csv([`${east}500;${north}500;10`, `${east + 1}500;${north}500;20`], 'x;y;personer'),
      'EPSG:4326',
    )
    expect(metres.problems).toMatchObject([
      {
        row: null,
        fault: 'wrong-crs',
        expected: 'degrees (EPSG:4326), as declared',
        proposal: expect.stringContaining('--crs EPSG:25832'),
      },
    ])
    expect(metres.problems[0]?.found).toMatch('2 of 2 rows')
    expect(metres.inCells[grid.at(east, north)]).toBe(10)
    const degrees = read(csv(['12,568;55,676;10'], 'x;y;personer'), 'EPSG:25832')
    expect(degrees.problems).toMatchObject([
      { row: null, fault: 'wrong-crs', proposal: expect.stringContaining('EPSG:4326') },
    ])
    expect(inSquares(degrees)).toBe(10)
    const named = read(csv([`${east}500;${north}500;10`], 'lng;lat;personer'))
    expect(faults(named)).toEqual(['wrong-crs'])
  })

  test('one row of the other kind, and swapped axes', () => {
    const [east, north] = kilometresOf(a ?? '')
    const rows = [`${east}500;${north}500;10`, `${north}500;${east + 1}500;20`, '12.568;55.676;30', '0;0;40']
    const got = read(csv(rows, 'x;y;personer'))
    expect(got.problems.map(({ row, fault }) => [row, fault])).toEqual([
      [3, 'axes-swapped'],
      [4, 'wrong-crs'],
      [5, 'outside-denmark'],
    ])
    expect([inSquares(got), missing(got)]).toEqual([60, 40])
    const all = read(csv([`${north}500;${east}500;10`], 'x;y;personer'))
    expect(all.problems).toMatchObject([{ row: null, fault: 'axes-swapped' }])
  })

  test('a square at sea by the coast is moved and told; farther out it is left out and listed', () => {
    const shore = grid.east.findIndex((e, i) => grid.at(e + 1, grid.north[i] ?? 0) < 0 && codeOf(i) === '0492')
    const off = kilometreName((grid.east[shore] ?? 0) + 1, grid.north[shore] ?? 0)
    const got = read(csv([`${off};7;3;492`, '1km_6250_650;5;;']))
    expect(got.problems.map(({ fault }) => fault)).toEqual(['at-sea', 'outside-denmark'])
    expect(got.problems[0]?.proposal).toMatch(/put its 7 people in 1km_\d+_\d+ \(0492\), 500 m away/)
    expect(got).toMatchObject({ moved: 7 })
    expect(got.file.leftOut).toEqual([{ row: 3, place: '1km_6250_650', people: 5, why: 'outside-denmark' }])
  })

  test('a file without the columns, or that is no file at all', () => {
    expect(faults(read(csv(['1;2'], 'a;b')))).toContain('no-column')
    expect(faults(read(csv([`${a};1;2`], 'celle;personer;antal')))).toContain('column-twice')
    expect(faults(read(bytes('{"type":"Feature"}')))).toContain('unreadable-file')
    expect(faults(read(csv([`"${a};1`], 'celle;personer')))).toContain('unreadable-file')
  })

  test('European squares, other coordinate systems and polygons that are no squares', () => {
    const european = read(csv(['CRS3035RES1000mN3658000E4321000;5;;']))
    expect(european.problems[0]?.proposal).toMatch('Danish grid')
    const far = { type: 'FeatureCollection', crs: { properties: { name: 'EPSG:3035' } }, features: [] }
    expect(faults(read(bytes(JSON.stringify(far))))).toContain('unknown-crs')
    const polygon = {
      type: 'Polygon',
      coordinates: [
        [
          [10, 56],
          [10.1, 56],
          [10.1, 56.1],
          [10, 56],
        ],
      ],
    }
    const features = [{ type: 'Feature', geometry: polygon, properties: { personer: 5 } }]
    expect(faults(read(bytes(JSON.stringify({ type: 'FeatureCollection', features }))))).toEqual(['not-a-square'])
  })
})

describe('parishes', () => {
  const feature = (sogn: string, geometry: unknown, personer: number) => ({
    type: 'Feature',
    geometry,
    properties: { sogn, personer },
  })
  const file = (features: unknown[]) => bytes(JSON.stringify({ type: 'FeatureCollection', features }))
  const box = (lng: number, lat: number, side: number) => ({
    type: 'Polygon',
    coordinates: [
      [
        [lng, lat],
        [lng + side, lat],
        [lng + side, lat + side],
        [lng, lat + side],
        [lng, lat],
      ],
    ],
  })

  test('are spread over their land by the model, and add up exactly', () => {
    const place = fc.record({
      lng: fc.double({ min: 8.2, max: 12.4, noNaN: true }),
      lat: fc.double({ min: 54.9, max: 57.4, noNaN: true }),
      side: fc.double({ min: 0.01, max: 0.2, noNaN: true }),
      people: fc.nat({ max: 30_000 }),
    })
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 8 }), (parishes) => {
        const got = read(
          file(parishes.map(({ lng, lat, side, people }, i) => feature(`${7000 + i}`, box(lng, lat, side), people))),
        )
        expect(got.places.layout).toBe('parish')
        expect(inSquares(got) + missing(got)).toBe(parishes.reduce((sum, { people }) => sum + people, 0))
      }),
      { numRuns: 40 },
    )
  })

  test('known by a point only, they share the land of their municipality', () => {
    const rows = ['7001;10,2;56,15;30000;751', '7002;10,1;56,2;500;751', '7003;10,6;55,87;15;741']
    const got = read(csv(rows, 'sogn;lng;lat;personer;kommune'))
    expect(got.problems).toEqual([])
    const byCode = new Map<string, number>()
    for (const [cell, people] of got.inCells.entries())
      byCode.set(codeOf(cell), (byCode.get(codeOf(cell)) ?? 0) + people)
    expect([byCode.get('0751'), byCode.get('0741')]).toEqual([30_500, 15])
  })

  test('pieces of one parish that carry the same number are one parish', () => {
    const pieces = [feature('7001', box(10.1, 56.1, 0.02), 800), feature('7001', box(10.3, 56.3, 0.02), 800)]
    const got = read(file(pieces))
    expect(faults(got)).toEqual(['repeated'])
    expect(inSquares(got)).toBe(800)
    const used = got.file.squares.map(([, north]) => north)
    expect(Math.max(...used) - Math.min(...used)).toBeGreaterThan(15)
  })
})

describe('taking a population in', () => {
  let folder = ''
  let store: EventStore
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'praksiskort-population-'))
    // Recorded a second apart, as two imports are.
    let second = 0
    const now = () => {
      second += 1
      return RecordedAt.parse(`2026-07-01T10:00:${String(second).padStart(2, '0')}.000Z`)
    }
    store = openSqliteStore({ file: join(folder, 'log.db'), now })
  })
  afterEach(async () => {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const populations = () => join(folder, 'population')
  const handle = () =>
    createHandle({
      store,
      clock: { today: () => world.today, now: () => world.now },
      gather: async () => nothingGathered,
    })
  const said = { validFrom, populationVersion: 'prøve-1', source: 'Syntetisk prøve', licence: 'ingen' }
  const report = (lines = wholeCountry(), from = validFrom) =>
    reportPopulation({ bytes: csv(lines), crs: null, validFrom: from, within: 2000 }, geography)

  async function viewsOfLog() {
    const views = openViews({ file: ':memory:' })
    const stop = new AbortController()
    const projector = startProjector({ store, views, signal: stop.signal, onCommit: () => undefined })
    await projector.caughtUp
    stop.abort()
    await projector.stopped
    return views
  }

  test('the report compares every municipality with FOLK1A, and changes nothing', () => {
    const made = report()
    expect(made).toMatchObject({ canImport: true, problems: [], leftOut: [], moved: 0 })
    expect(made.inhabitants).toBe(made.delivered)
    expect(made.totals.municipalities).toHaveLength(98)
    expect(made.totals.municipalities.find(({ code }) => code === '0101')).toMatchObject({ official: 671_714 })
    for (const { official, onMap, inFile } of made.totals.municipalities) {
      expect(inFile).toBe(onMap)
      expect(onMap).toBeGreaterThan(official ?? Number.NaN)
    }
    const lines = reportLines(made).join('\n')
    for (const words of [
      'Nothing is wrong.',
      '0101  København',
      `People delivered: ${made.delivered}`,
      'fewer than 20 households',
    ])
      expect(lines).toContain(words)
    expect(existsSync(populations())).toBe(false)
  }, 60_000)

  test('part of the country is never mixed with the model', async () => {
    const made = report(wholeCountry().filter((line) => !line.endsWith(';0741')))
    expect(made.problems).toMatchObject([{ fault: 'municipality-without-people', remedy: 'file' }])
    expect(made.problems[0]?.found).toMatch('0741 Samsø')
    await expect(importPopulation(made, said, { folder: populations(), handle: handle() })).rejects.toThrow(RangeError)
    expect(existsSync(populations())).toBe(false)
    expect(problemsCsv(made)).toMatch('municipality-without-people')
  }, 60_000)

  test('holds from its day on and as it is known; older dates keep the model; the same again changes nothing', async () => {
    const made = report()
    const parts = { folder: populations(), handle: handle() }
    expect((await importPopulation(made, said, parts)).events).toHaveLength(1)
    expect((await importPopulation(report(), said, parts)).events).toHaveLength(0)
    await expect(importPopulation(report(wholeCountry(2)), said, parts)).rejects.toMatchObject({
      code: 'geography.versionTaken',
    })

    const views = await viewsOfLog()
    const own = loadGeography({ populations: populations() })
    const sum = async (on: string, of = own) => {
      const ground = await groundInForce(views, at(on), { geography: of })
      return {
        sum: ground.population.reduce((all, count) => all + count, 0),
        from: ground.populationAsOf,
        by: ground.populationSource,
      }
    }
    expect(await sum('2026-06-30')).toEqual({ sum: 6_025_511, from: '2026-01-01', by: null })
    expect(await sum('2026-07-01')).toEqual({ sum: made.inhabitants, from: '2026-07-01', by: 'Syntetisk prøve' })
    const earlier = { ...at('2026-07-01'), recordedAt: '2020-01-01T00:00:00.000Z' as typeof world.now }
    expect((await groundInForce(views, earlier, { geography: own })).populationSource).toBeNull()
    const same = groundInForce(views, at('2026-08-01'), { geography: own })
    expect(await same).toBe(await groundInForce(views, at('2026-07-01'), { geography: own }))
    // Its file is somewhere else: the model, and said so.
    expect((await sum('2026-07-01', loadGeography({ populations: join(folder, 'elsewhere') }))).by).toBeNull()
    // Somebody has written in it: never silently other people.
    writeFileSync(join(populations(), `${made.sha256}.json`), made.text.replace(/\d+\]/, '7]'))
    const changed = groundInForce(views, at('2026-07-01'), { geography: loadGeography({ populations: populations() }) })
    await expect(changed.then(() => 'read')).rejects.toThrow(/not the one/)
    views.close()
  }, 120_000)

  test('cut off half-way, the old version holds, and the import can be repeated', async () => {
    const parts = { folder: populations(), handle: handle() }
    await importPopulation(report(), { ...said, populationVersion: 'prøve-0' }, parts)
    const made = report(wholeCountry(2))
    const cut = async () => {
      throw new Error('power cut')
    }
    await expect(importPopulation(made, said, { ...parts, handle: cut })).rejects.toThrow('power cut')
    writeFileSync(join(populations(), `${made.sha256}.json.part`), 'half')
    const own = loadGeography({ populations: populations() })
    const inForce = async () => {
      const views = await viewsOfLog()
      const found = populationInForce(views, at('2026-07-01'), own)
      views.close()
      return found
    }
    expect((await inForce())?.sha256).toBe(report().sha256)
    expect((await importPopulation(made, said, parts)).events).toHaveLength(1)
    expect(await inForce()).toMatchObject({ sha256: made.sha256, source: 'Syntetisk prøve', asOf: '2026-07-01' })
  }, 60_000)

  test('npm run import-population reports, and publishes only when confirmed', async () => {
    await store.close()
    const file = join(folder, 'befolkning.csv')
    const lines = wholeCountry()
    writeFileSync(file, csv([...lines, lines[0] ?? '', '1km_6250_650;77;;']))
    const given = { file, 'valid-from': '2026-07-01', version: 'prøve-1', source: 'Prøve', licence: 'Prøve' }
    const named = Object.entries(given).flatMap(([name, value]) => [`--${name}`, value])
    const command = async (...more: string[]) => {
      const env = { ...process.env, DATA_DIR: folder, NODE_ENV: 'test' }
      return (await run(process.execPath, [program('importPopulation'), ...named, ...more], { env, cwd: root })).stdout
    }
    const dry = await command('--report', join(folder, 'problems.csv'))
    expect(dry).toMatch('Nothing was imported. Add --confirm')
    expect(dry).toMatch(/row \d+, celle: found 1km_6250_650; expected land within 2000 m; proposal: leave the row out/)
    expect(readFileSync(join(folder, 'problems.csv'), 'utf8').split('\r\n')).toHaveLength(4)
    expect(existsSync(populations())).toBe(false)
    expect(await command('--confirm')).toMatch('prøve-1 published: ')
    expect(await command('--confirm')).toMatch('prøve-1 was there already: ')
    writeFileSync(file, csv(['1km_6250_650;x1;;']))
    await expect(command('--confirm')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('put the file right'),
    })
    store = openSqliteStore({ file: join(folder, 'log.db'), now: () => world.now })
    const views = await viewsOfLog()
    const own = loadGeography({ populations: populations() })
    expect(populationInForce(views, at('2026-07-01'), own)).toMatchObject({ source: 'Prøve' })
    views.close()
  }, 120_000)
})
