import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Position } from '#events/envelope'
import type { RecordedAt } from '#events/time'
import { loadGeography } from '../geography.ts'
import type { EventStore } from '../store/eventStore.ts'
import { openSqliteStore } from '../store/sqlite.ts'
import { capacityCases } from './capacityCases.ts'
import { castOf } from './caseCast.ts'
import { play, scenes } from './cases.ts'
import { type DemoClock, demoClock } from './clock.ts'
import { closedCases } from './closedCases.ts'
import { importDay, instant } from './days.ts'
import type { Entry } from './journal.ts'
import { laterCases } from './laterCases.ts'
import { meetingCases } from './meetingCases.ts'
import { meetings } from './meetings.ts'
import { openCases } from './openCases.ts'
import { type Places, places } from './places.ts'
import { random } from './random.ts'
import { type DemoRegister, demoRegister } from './register.ts'
import { ridingCases } from './ridingCases.ts'
import { plannedAt, planScenarios } from './scenarios.ts'
import { openStage, type Stage } from './stage.ts'

export interface DemoProgress {
  readonly phase: 'register' | 'cases'
  /** First the appends of the register before the first case, then the steps of the cases with what lies between them. */
  readonly done: number
  readonly total: number
}

export interface LoadDemoOptions {
  /** Path of the SQLite log: missing or without events. */
  readonly log: string
  /** The same seed gives the same register. */
  readonly seed?: string
  /** Where to leave the views that the cases needed anyway, so that the service need not build them again. */
  readonly views?: string
  readonly progress?: (progress: DemoProgress) => void
}

/** The demonstration register cannot be written there. */
export class DemoRefused extends Error {
  override readonly name = 'DemoRefused'
}

/** Appends in flight at a time. */
const chunk = 1024

/**
 * Fills an empty log with the demonstration register, recorded over the years 2014 to 2026; every event is marked
 * `synthetic`. The log appears whole or not at all: it is written beside its place and moved there when it is done.
 * Throws `DemoRefused` for a log that has events, and for one that is no file of ours: a cluster sets recorded times
 * itself, so it cannot hold a past.
 */
export async function loadDemo(options: LoadDemoOptions): Promise<void> {
  const { log, seed = 'praksiskort', progress = () => {} } = options
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(log) || log === ':memory:') {
    throw new DemoRefused(
      `The demonstration register needs a log in a file of its own, not ${log.replace(/\/\/.*@/, '//')}`,
    )
  }
  if (existsSync(log) && !(await isEmpty(log))) {
    throw new DemoRefused(`The log ${log} has events; the demonstration register only goes into an empty one`)
  }
  const beside = `${log}.loading`
  const views = options.views === undefined ? ':memory:' : `${options.views}.loading`
  if (existsSync(beside)) removeLog(await released(beside))
  if (options.views !== undefined) mkdirSync(dirname(options.views), { recursive: true })
  removeDatabase(views)
  const clock = demoClock(instant(importDay, 0))
  const geography = loadGeography()
  const where = places(geography)
  const register = demoRegister(seed, where)
  const store = openSqliteStore({ file: beside, now: clock.now })
  try {
    const stage = await openStage({ store, clock, geography, views, bases: join(dirname(log), 'bases') })
    try {
      await fill(register, where, { store, clock, stage, seed, progress })
    } finally {
      await stage.close()
    }
  } catch (error) {
    await store.close()
    removeLog(beside)
    removeDatabase(views)
    throw error
  }
  await store.close()
  renameSync(beside, log)
  removeLog(beside)
  if (options.views === undefined) return
  removeDatabase(options.views)
  renameSync(views, options.views)
}

interface Filling {
  readonly store: EventStore
  readonly clock: DemoClock
  readonly stage: Stage
  readonly seed: string
  readonly progress: (progress: DemoProgress) => void
}

/** Register and cases in the order of recorded time: before each step of a case the log holds all that was known then. */
async function fill(
  { entries, steady, mobile, ridingCast }: DemoRegister,
  where: Places,
  filling: Filling,
): Promise<void> {
  const { store, clock, stage, seed, progress } = filling
  const cast = castOf(steady, where, random(`${seed}/cases`))
  const acts = scenes([
    ...closedCases(cast),
    ...openCases(cast),
    ...ridingCases(ridingCast),
    ...capacityCases(cast, mobile),
    ...laterCases(cast, ridingCast),
    ...meetings,
    ...meetingCases(castOf(steady, where, random(`${seed}/meetings`)), ridingCast),
  ])
  const before = (instant: RecordedAt) => entries.filter(({ recordedAt }) => recordedAt <= instant).length
  let done = acts[0] === undefined ? entries.length : before(acts[0].at)
  let position = await append(entries.slice(0, done), filling, (written) =>
    progress({ phase: 'register', done: written, total: done }),
  )
  for (const [index, scene] of acts.entries()) {
    progress({ phase: 'cases', done: index, total: acts.length })
    const next = before(scene.at)
    position = (await append(entries.slice(done, next), filling)) ?? position
    done = next
    clock.set(scene.at)
    await stage.settled(position)
    await stage.newDay()
    await play(scene, { store, handle: stage.handle, seed })
    await stage.settled(null)
  }
  await stage.settled(await append(entries.slice(done), filling))
  clock.set(plannedAt)
  await planScenarios(stage.handle, seed, async () => await stage.settled(null))
  progress({ phase: 'cases', done: acts.length, total: acts.length })
}

/** Appends register entries, many at a time; answers the position of the last. */
async function append(
  entries: readonly Entry[],
  { store, clock }: Filling,
  tell: (written: number) => void = () => undefined,
): Promise<Position | null> {
  let last: Position | null = null
  for (let done = 0; done < entries.length; done += chunk) {
    tell(done)
    const appends = entries.slice(done, done + chunk).map(({ recordedAt, stream, events, expected }) => {
      clock.announce(recordedAt)
      return store.append(stream, events, expected)
    })
    last = (await Promise.all(appends)).at(-1) ?? last
    // The log asks for the time once for each append. If it ever asked otherwise, every later date would be wrong.
    if (clock.pending() !== 0) throw new Error('The log and the demonstration clock have lost each other')
  }
  tell(entries.length)
  return last
}

async function isEmpty(file: string): Promise<boolean> {
  const store = openSqliteStore({ file, now: () => instant(importDay, 0) })
  try {
    for await (const delivered of store.subscribe('start', new AbortController().signal)) return 'caughtUp' in delivered
    return true
  } finally {
    await store.close()
  }
}

/** Throws `StoreUnavailable` while another process is writing it. */
async function released(file: string): Promise<string> {
  await openSqliteStore({ file, now: () => instant(importDay, 0) }).close()
  return file
}

function removeLog(file: string): void {
  removeDatabase(file)
  removeDatabase(`${file}.lock`)
}

function removeDatabase(file: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${suffix}`, { force: true })
}
