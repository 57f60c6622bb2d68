import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { RecordedAt } from '#events/time'
import { loadGeography } from '#service/geography'
import { createHandle, nothingGathered } from '#service/handle'
import { importActivity } from '#service/imports/activity'
import { activityColumns, oereOf, readActivityTable } from '#service/imports/activityTable'
import { openSqliteStore } from '#service/store/sqlite'
import { on } from '../../given.ts'

const folder = mkdtempSync(join(tmpdir(), 'import-activity-'))
const { areas } = loadGeography()
const today = on('2026-11-22')
const now = () => RecordedAt.parse('2026-11-22T12:00:00.000Z')
let logs = 0

/** An empty log with the importer's own parts. */
function empty() {
  logs += 1
  const store = openSqliteStore({ file: join(folder, `log-${logs}.db`), now })
  opened.push(store)
  const handle = createHandle({ store, clock: { today: () => today, now }, gather: async () => nothingGathered })
  return { store, handle, areas, today }
}
const opened: { close(): Promise<void> }[] = []
afterAll(async () => {
  for (const store of opened) await store.close()
  rmSync(folder, { recursive: true })
})

const bytes = (text: string) => new TextEncoder().encode(text)
const head = activityColumns.join(';')
const row = (given: Partial<Record<(typeof activityColumns)[number], string>> = {}) => {
  const sound: Record<string, string> = {
    level: 'municipality',
    id: '0661',
    region: '1082',
    period: '2025',
    specialty: '62',
    patients: '140',
    groupServices: '640',
    individualServices: '960',
    homeServices: '',
    progressivePatients: '',
    progressiveIndividualServices: '',
    kr: '1813000,5',
    priceLevelYear: '2024',
    source: 'Udtræk',
  }
  return activityColumns.map((column) => given[column] ?? sound[column]).join(';')
}
const file = (...rows: readonly string[]) => bytes([head, ...rows, ''].join('\r\n'))

async function countEvents(store: ReturnType<typeof empty>['store']): Promise<number> {
  let count = 0
  for await (const item of store.subscribe('start', new AbortController().signal)) {
    if ('caughtUp' in item) return count
    count += 1
  }
  return count
}

describe('reading the table', () => {
  test('an empty figure is unknown, and kroner become øre without a float between', () => {
    const { rows, problems } = readActivityTable(file(row()))
    expect(problems).toEqual([])
    expect(rows[0]?.report.figures).toEqual({
      patients: 140,
      groupServices: 640,
      individualServices: 960,
      homeServices: null,
      progressivePatients: null,
      progressiveIndividualServices: null,
      oere: 181_300_050,
      priceLevelYear: 2024,
    })
    expect([oereOf('0,29'), oereOf('1'), oereOf('1.2'), oereOf('1,234'), oereOf('-1'), oereOf('1e3')]).toEqual([
      29,
      100,
      120,
      null,
      null,
      null,
    ])
  })

  test('every bad cell is named with its row, column and what was expected, all at once', () => {
    const { problems } = readActivityTable(
      file(
        row({ level: 'kommune' }),
        row({ patients: '-1', kr: '1,234', specialty: '61' }),
        row(),
        row({ id: '661', period: '2025-H3', priceLevelYear: '24', source: '' }),
        'municipality;0661',
        row(),
      ),
    )
    expect(problems.map(({ row: line, column }) => `${line} ${column}`)).toEqual([
      '2 level',
      '3 specialty',
      '3 patients',
      '3 kr',
      '5 id',
      '5 period',
      '5 priceLevelYear',
      '5 source',
      '6 null',
      '7 id',
    ])
    expect(problems.find(({ row: line, column }) => line === 3 && column === 'kr')).toMatchObject({ found: '1,234' })
    expect(problems.at(-1)?.expected).toContain('row 4')
  })

  test('a wrong header is told column by column, and no row is looked at', () => {
    const { rows, problems } = readActivityTable(bytes(`${head.replace('kr', 'oere')}\n${row({ level: 'x' })}`))
    expect(rows).toEqual([])
    expect(problems.map(({ column }) => column)).toEqual(['kr', 'oere'])
    expect(readActivityTable(bytes('')).problems).toHaveLength(activityColumns.length)
    expect(readActivityTable(bytes(`${head}\n"municipality`)).problems).toMatchObject([{ row: null }])
  })

  test('commas, a byte order mark and Windows-1252 are taken as they come', () => {
    const commas = `\uFEFF${[head, row({ kr: '100' })].join('\n').replaceAll(';', ',')}`
    expect(readActivityTable(bytes(commas)).problems).toEqual([])
    const text = [head, row({ source: 'Udtr\u00e6k' })].join('\n')
    const latin = Uint8Array.from(text, (character) => character.charCodeAt(0))
    expect(readActivityTable(latin).rows[0]?.report.source).toBe('Udtræk')
  })
})

describe('importing', () => {
  test('writes the reports, and the same file again changes nothing', async () => {
    const parts = empty()
    const given = file(
      row(),
      row({ specialty: '51' }),
      row({ level: 'region', id: '1082' }),
      row({ level: 'nation', id: 'dk', region: '' }),
    )
    expect(await importActivity({ bytes: given, correcting: null }, parts)).toEqual({
      status: 'imported',
      rows: 4,
      written: 4,
    })
    expect(await importActivity({ bytes: given, correcting: null }, parts)).toEqual({
      status: 'imported',
      rows: 4,
      written: 0,
    })
    expect(await countEvents(parts.store)).toBe(4)
  })

  test('one bad row and nothing is written; what was cut off is completed by the same file', async () => {
    const parts = empty()
    const bad = file(
      row(),
      row({ id: '0101' }),
      row({ id: '9999' }),
      row({ period: '2026' }),
      row({ level: 'clinic', id: 'klinik-9' }),
    )
    const refused = await importActivity({ bytes: bad, correcting: null }, parts)
    expect(refused).toMatchObject({
      status: 'refused',
      problems: [
        { row: 3, column: 'region', found: '1082', expected: '1084, where the municipality was' },
        { row: 4, column: 'id', found: '9999' },
        { row: 5, column: 'period', found: '2026' },
        { row: 6, column: 'id', expected: 'a clinic of the register' },
      ],
    })
    expect(await countEvents(parts.store)).toBe(0)
    await importActivity({ bytes: file(row()), correcting: null }, parts)
    expect(await importActivity({ bytes: file(row(), row({ id: '0657' })), correcting: null }, parts)).toEqual({
      status: 'imported',
      rows: 2,
      written: 1,
    })
  })

  test('other figures are a problem, unless the importer says why they are corrected', async () => {
    const parts = empty()
    await importActivity({ bytes: file(row()), correcting: null }, parts)
    const changed = file(row({ patients: '141' }))
    expect(await importActivity({ bytes: changed, correcting: null }, parts)).toMatchObject({
      status: 'refused',
      problems: [{ row: 2, column: 'period' }],
    })
    const written = { status: 'imported', rows: 1, written: 1 }
    expect(await importActivity({ bytes: changed, correcting: 'Talt forkert' }, parts)).toEqual(written)
    // There and back again are three different corrections.
    expect(await importActivity({ bytes: file(row()), correcting: 'Talt forkert' }, parts)).toEqual(written)
    expect(await importActivity({ bytes: changed, correcting: 'Talt forkert' }, parts)).toEqual(written)
    expect(await countEvents(parts.store)).toBe(4)
  })

  test('R-13: a column of hours is taken for riding agreements of the register, with a comma or a point, and for nothing else', async () => {
    const withHours = (...rows: readonly (readonly [string, string])[]) =>
      bytes([`${head};hours`, ...rows.map(([cells, hours]) => `${cells};${hours}`)].join('\n'))
    const of = (id: string, period = '2026-H1') => row({ level: 'agreement', id, period, specialty: '57' })
    const read = readActivityTable(withHours([of('ra-1'), '11,5'], [of('ra-2'), '8'], [of('ra-3'), '']))
    expect(read.problems).toEqual([])
    expect(read.rows.map(({ report }) => report.figures.hoursTenths)).toEqual([115, 80, null])
    const wrong = readActivityTable(withHours([of('ra-1'), '8,25'], [of('ra-2'), '169'], [row(), '8']))
    expect(wrong.problems).toMatchObject([
      { row: 2, column: 'hours', found: '8,25' },
      { row: 3, column: 'hours', found: '169' },
      { row: 4, column: 'hours', expected: 'nothing but for a riding agreement' },
    ])
    expect(await importActivity({ bytes: withHours([of('ra-1'), '8']), correcting: null }, empty())).toMatchObject({
      status: 'refused',
      problems: [{ row: 2, column: 'id', expected: 'an agreement of the register' }],
    })
  })
})
