import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { views as definitions } from '#api/contract'
import { CaseId, RegionCode } from '#events/identifiers'
import { EffectiveDate, RecordedAt } from '#events/time'
import { loadDemo } from '#service/demo/load'
import { createGather } from '#service/gather'
import { loadGeography } from '#service/geography'
import { openViews, type Views } from '#service/projections/views'
import { caseRecords, isOpen } from '#service/queries/caseRecords'
import { answers } from '#service/queries/catalogue'
import { addDays } from '#service/rules/calendar'
import { type Holding, hoursOn, increasesOf, totalOf } from '#service/rules/riding/ridingTimeline'
import { createScenarios } from '#service/scenarios'
import { openSqliteStore } from '#service/store/sqlite'
import { median, milliseconds, report, rounded } from './measure.ts'

/** The ledger of the B6: the timeline over 20 years, the riding page, and the findings of all open demo cases. */
const first = EffectiveDate.parse('2007-01-01')
const years = 20
const days = 365 * years
const today = EffectiveDate.parse('2026-11-22')
const now = RecordedAt.parse('2026-11-22T12:00:00.000Z')

/** So many agreements, each with a change a year: far more than a region has. */
function holdings(agreements: number): Holding[] {
  return Array.from({ length: agreements }, (_, agreement) =>
    Array.from({ length: years }, (_, year) => {
      const from = addDays(first, year * 365 + ((agreement * 37) % 365))
      return { from, to: addDays(from, 365), hoursTenths: 50 + ((agreement * 7 + year * 13) % 200) }
    }),
  ).flat()
}

async function timeline(): Promise<void> {
  const held = holdings(300)
  const dates = Array.from({ length: days }, (_, day) => addDays(first, day))
  const built: number[] = []
  for (let round = 0; round < 5; round += 1) built.push(await milliseconds(() => void totalOf(held)))
  const steps = totalOf(held)
  const all = await milliseconds(() => {
    for (const date of dates) hoursOn(steps, date)
  })
  const note = `${held.length} holdings, ${steps.length} steps over ${years} years`
  report({
    bench: 'riding: one date of the timeline',
    value: rounded(all / days, 5),
    unit: 'ms',
    note: `under 10; ${note}`,
  })
  report({ bench: 'riding: build the timeline', value: rounded(median(built)), unit: 'ms', runs: built.length, note })
  const more = totalOf([...held, { from: first, to: null, hoursTenths: 40 }])
  const compared = await milliseconds(() => {
    increasesOf({ before: steps, after: more, from: addDays(first, 3650), allowedTenths: 0 })
  })
  report({ bench: 'riding: R-14 on every date from a day on', value: rounded(compared), unit: 'ms', note })
}

function page(views: Views): number {
  const from = process.hrtime.bigint()
  const answer = answers.riding(
    views,
    { effectiveOn: today, recordedAt: 'now' },
    { role: 'secretariat', reach: 'region', organisation: '1082', regions: ['1082'] },
    { region: RegionCode.parse('1082') },
    { today, now, geography },
  )
  const took = Number(process.hrtime.bigint() - from) / 1e6
  definitions.riding.response.parse(answer)
  return took
}

const geography = loadGeography()

async function demo(folder: string): Promise<void> {
  const log = join(folder, 'log.db')
  await loadDemo({ log, views: join(folder, 'views.db') })
  const views = openViews({ file: join(folder, 'views.db') })
  const store = openSqliteStore({ file: log, now: () => now })
  const clock = { today: () => today, now: () => now }
  const world = () => ({ today, now, geography })
  const pages = Array.from({ length: 11 }, () => page(views)).slice(1)
  report({
    bench: 'riding: the page of a region',
    value: rounded(median(pages)),
    unit: 'ms',
    runs: 10,
    note: 'under 150',
  })
  const scenarios = createScenarios({ store, views, clock, world, folder: join(folder, 'bases') })
  const gather = createGather({
    store,
    views,
    scenarios,
    world,
    seen: async () => true,
    attachments: { find: () => undefined },
  })
  const open = caseRecords(views, { effectiveOn: today, recordedAt: 'now' }).filter(isOpen)
  const recompute = async () => {
    for (const record of open) await gather({ type: 'ComputeFindings', data: { case: CaseId.parse(record.case) } })
  }
  await recompute()
  const processor = process.cpuUsage()
  const took = await milliseconds(recompute)
  const { user, system } = process.cpuUsage(processor)
  report({
    bench: 'findings: all open demo cases again',
    value: rounded(took),
    unit: 'ms',
    note: `under 1000; ${open.length} cases; ${rounded((user + system) / 1e3)} ms of processor`,
  })
  views.close()
  await store.close()
}

const folder = mkdtempSync(join(tmpdir(), 'bench-riding-'))
try {
  await timeline()
  await demo(folder)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
