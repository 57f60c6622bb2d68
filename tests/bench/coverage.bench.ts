import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { airSearch } from '#geo/airSearch'
import { type Band, type BandedField, bandedField, twoStepByBands } from '#geo/bands'
import { kNearestByTravel } from '#geo/kNearest'
import { travelSearch } from '#geo/travelTime'
import { loadGeography } from '#service/geography'
import { type CoverageSet, coverageSet, writeSet } from './coverageSet.ts'
import { median, milliseconds, report, rounded } from './measure.ts'
import { type Scipy, startScipy } from './scipy.ts'

const rounds = 11
const resolutionMs = 5
const steps = [1, 0.68, 0.22]
const bandsOf = (limits: readonly number[]): Band[] => limits.map((upTo, band) => ({ upTo, weight: steps[band] ?? 0 }))
const byKilometres = bandsOf([10_000, 20_000, 30_000])
const byMinutes = bandsOf([10, 20, 30])

/**
 * Runs ours and the peer's in turns, both on one thread; answers our median processor time and the median of the ratios of
 * processor time, since other programs' load falls on both. Compares the results, too.
 */
async function beside(
  peer: Scipy | null,
  question: 'nearest' | 'e2sfca',
  ours: () => number,
): Promise<{ value: number; note: string; ratio?: number; peer?: string }> {
  const own: { wall: number; processor: number }[] = []
  const others: { wall: number; processor: number }[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const early = round % 2 === 0 ? await clocked(ours) : undefined
    const other = await peer?.ask(question)
    const took = early ?? (await clocked(ours))
    if (other !== undefined && Math.abs(other.total / took.result - 1) > 1e-9)
      throw new Error(`${question}: ours adds up to ${took.result}, the peer's to ${other.total}`)
    // The first round only warms up.
    if (round === 0) continue
    own.push(took)
    if (other !== undefined) others.push({ wall: other.seconds * 1000, processor: other.processor * 1000 })
  }
  const value = rounded(median(own.map(({ processor }) => processor)), 1)
  const wall = `${rounded(median(own.map((one) => one.wall)), 1)} ms on the clock`
  if (peer === null) return { value, note: `${wall}; no Python with scipy here: nothing to compare with` }
  const ratio = (clock: 'wall' | 'processor') =>
    rounded(median(others.map((other, i) => other[clock] / (own[i]?.[clock] ?? Number.NaN))))
  const least = (of: typeof own) => Math.min(...of.map(({ processor }) => processor))
  return {
    value,
    note: `${wall}, ${ratio('wall')} times by the clock; quickest to quickest ${rounded(least(others) / least(own))}`,
    ratio: ratio('processor'),
    peer: `scipy ${peer.version} cKDTree`,
  }
}

/** Milliseconds on the clock and of the processor. */
async function clocked(work: () => number): Promise<{ result: number; wall: number; processor: number }> {
  const from = process.cpuUsage()
  let result = 0
  const wall = await milliseconds(() => {
    result = work()
  })
  const { user, system } = process.cpuUsage(from)
  return { result, wall, processor: (user + system) / 1000 }
}

/** Scores of a group from the fields of its providers, each with a supply of 1. */
function scored(fields: readonly BandedField[], people: Float64Array, bands: readonly Band[]): Float64Array {
  return twoStepByBands(people.length, fields, bands, people, new Float64Array(fields.length).fill(1))
}

const sum = (values: ArrayLike<number>): number => {
  let all = 0
  for (let i = 0; i < values.length; i += 1) all += values[i] ?? 0
  return all
}

async function byAir({ cells, people, providers, groups }: CoverageSet, peer: Scipy | null): Promise<void> {
  const prepared: number[] = []
  for (let round = 0; round < rounds; round += 1) prepared.push(await milliseconds(() => void airSearch(cells)))
  report({
    bench: 'coverage: cells prepared for great circles, once',
    value: rounded(median(prepared), 1),
    unit: 'ms',
    runs: rounds,
    note:
      peer === null
        ? 'no Python with scipy here: nothing to compare with'
        : `scipy ${rounded(peer.prepared * 1000, 1)} ms`,
  })
  const search = airSearch(cells)
  const places = groups.map((group) => group.flatMap((provider) => [providers[provider] ?? ([0, 0] as const)]))
  const nearest = await beside(peer, 'nearest', () => {
    let total = 0
    for (const sites of places) {
      const { cost } = search.nearest(sites)
      total += (cost[0] ?? 0) + (cost[cost.length - 1] ?? 0)
    }
    return total
  })
  report({
    bench: 'coverage: nearest of 40 groups by great circle',
    unit: 'ms of processor',
    runs: rounds,
    ...nearest,
    note: `at least 5 times; ${nearest.note}`,
  })
  const used = [...new Set(groups.flat())]
  const e2sfca = await beside(peer, 'e2sfca', () => {
    const fields = new Map(used.map((one) => [one, search.banded(providers[one] ?? [0, 0], byKilometres)]))
    let total = 0
    for (const group of groups) {
      const own = group.flatMap((one) => fields.get(one) ?? [])
      total += sum(scored(own, people, byKilometres))
    }
    return total
  })
  report({
    bench: 'coverage: E2SFCA of 40 groups by great circle',
    unit: 'ms of processor',
    runs: rounds,
    ...e2sfca,
    note: `at least 2 times; ${e2sfca.note}`,
  })
}

async function byTravel({ providers, groups }: CoverageSet): Promise<void> {
  const search = travelSearch(surface)
  const people = Float64Array.from(ground.population)
  const cellOf = Int32Array.from(providers, (provider) => surface.cellAt(provider))
  const sitesOf = (group: readonly number[]) => group.map((one) => cellOf[one] ?? -1)
  const timed = async (bench: string, note: string, runs: number, work: () => void) => {
    const took: { wall: number; processor: number }[] = []
    for (let run = 0; run <= runs; run += 1)
      took.push(
        await clocked(() => {
          work()
          return 0
        }),
      )
    const middle = (clock: 'wall' | 'processor') => rounded(median(took.slice(1).map((one) => one[clock])), 1)
    const line = { bench: `coverage: ${bench}`, unit: 'ms of processor', runs }
    report({ ...line, value: middle('processor'), note: `${note}; ${middle('wall')} ms on the clock` })
  }
  await timed('nearest of 40 groups by travel', 'under 1000; one thread', rounds, () => {
    for (const group of groups) search.nearest(sitesOf(group))
  })
  await timed('the three nearest of one group of 61 by travel', 'label-setting with three labels', rounds, () => {
    kNearestByTravel(surface, sitesOf(groups.find((group) => group.length > 60) ?? []), 3)
  })
  const used = [...new Set(groups.flat().map((one) => cellOf[one] ?? -1))]
  let fields = new Map<number, BandedField>()
  const fromNothing = () => {
    fields = new Map(used.map((cell) => [cell, bandedField(search.field(cell, 30), byMinutes)]))
  }
  const score = (group: readonly number[], known: ReadonlyMap<number, BandedField>) =>
    scored(
      sitesOf(group).flatMap((cell) => known.get(cell) ?? []),
      people,
      byMinutes,
    )
  await timed(
    'E2SFCA of 40 groups by travel from nothing',
    `under 4000; ${used.length} cost fields; one thread`,
    3,
    () => {
      fromNothing()
      for (const group of groups) score(group, fields)
    },
  )
  await timed('E2SFCA of 40 groups by travel from cost fields', 'under 300', rounds, () => {
    for (const group of groups) score(group, fields)
  })
  const provider = busiest(groups)
  const own = groups.filter((group) => group.includes(provider))
  const before = own.map((group) => search.nearest(sitesOf(group)))
  const elsewhere = surface.cellAt([9.55, 55.71])
  const moved = new Map(fields)
  await timed(
    'one moved provider, all its groups again',
    `under 50; nearest and E2SFCA of ${own.length} groups`,
    rounds,
    () => {
      moved.set(elsewhere, bandedField(search.field(elsewhere, 30), byMinutes))
      for (const [i, group] of own.entries()) {
        const at = group.indexOf(provider)
        const sites = sitesOf(group).with(at, elsewhere)
        const was = before[i]
        if (was !== undefined) search.nearestAfter(was, sites, [at])
        scored(
          sites.flatMap((cell) => moved.get(cell) ?? []),
          people,
          byMinutes,
        )
      }
    },
  )
}

/** The same asked of the service's port: threads compute, and the event loop goes on. */
async function inThreads({ providers, groups }: CoverageSet): Promise<void> {
  const placesOf = (group: readonly number[]) => group.flatMap((one) => [providers[one] ?? ([0, 0] as const)])
  // What every request does once is not what is measured: a thread starts, and searches are made.
  await ground.reach.minutes(async (by) => await by.nearest([[9.5, 56]]))
  await ground.kilometres(1.3).nearest([[9.5, 56]])
  const asked = async (bench: string, note: string, ask: (group: readonly number[]) => Promise<unknown>) => {
    const loop = monitorEventLoopDelay({ resolution: resolutionMs })
    loop.enable()
    const wall = await milliseconds(async () => {
      await Promise.all(groups.map(async (group) => await ask(group)))
    })
    loop.disable()
    // The delay is counted from tick to tick: a loop with nothing to do shows the resolution itself.
    const longest = rounded(Math.max(0, loop.max / 1e6 - resolutionMs), 1)
    report({ bench: `coverage: ${bench} in threads`, value: rounded(wall, 0), unit: 'ms', note })
    report({
      bench: `coverage: longest block of the event loop, ${bench}`,
      value: longest,
      unit: 'ms',
      note: 'under 50',
    })
  }
  await asked('nearest of 40 groups by travel', 'under 1000; from nothing', async (group) => {
    await ground.reach.minutes(async (by) => await by.nearest(placesOf(group)))
  })
  await asked('fields of 40 groups by travel', 'within 30 minutes, from nothing', async (group) => {
    await ground.reach.minutes(async (by) => await by.fields(placesOf(group), 30))
  })
  await asked('nearest of 40 groups by great circle', 'with a detour, by shores', async (group) => {
    await ground.kilometres(1.3).nearest(placesOf(group))
  })
}

/** The provider that is competent for most groups. */
function busiest(groups: CoverageSet['groups']): number {
  const counts = new Map<number, number>()
  for (const provider of groups.flat()) counts.set(provider, (counts.get(provider) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

const ground = await loadGeography().ground()
const { surface } = ground
const set = coverageSet(ground)
const folder = mkdtempSync(join(tmpdir(), 'bench-coverage-'))
try {
  writeSet(folder, set)
  const peer = await startScipy(folder)
  const named = `${set.cells.length} cells, ${set.providers.length} providers, ${set.groups.length} groups, ${rounded(set.pairs / 1e6, 0)} million pairs`
  await byAir(set, peer)
  peer?.stop()
  await byTravel(set)
  await inThreads(set)
  report({
    bench: 'coverage: most memory',
    value: rounded(process.resourceUsage().maxRSS / 1024, 0),
    unit: 'MB',
    note: `under 500; ${named}; load ${rounded(loadavg()[0] ?? Number.NaN)}`,
  })
} finally {
  rmSync(folder, { recursive: true, force: true })
}
