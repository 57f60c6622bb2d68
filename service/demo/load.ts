import { existsSync, renameSync, rmSync } from 'node:fs'
import { loadGeography } from '../geography.ts'
import type { EventStore } from '../store/eventStore.ts'
import { openSqliteStore } from '../store/sqlite.ts'
import { type DemoClock, demoClock } from './clock.ts'
import { importDay, instant } from './days.ts'
import type { Entry } from './journal.ts'
import { places } from './places.ts'
import { demoRegister } from './register.ts'

export interface DemoProgress {
  readonly phase: 'register' | 'cases'
  /** Appends written so far, and in all; cases count one each. */
  readonly done: number
  readonly total: number
}

export interface LoadDemoOptions {
  /** Path of the SQLite log: missing or without events. */
  readonly log: string
  /** The same seed gives the same register. */
  readonly seed?: string
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
export async function loadDemo({ log, seed = 'praksiskort', progress = () => {} }: LoadDemoOptions): Promise<void> {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(log) || log === ':memory:') {
    throw new DemoRefused(
      `The demonstration register needs a log in a file of its own, not ${log.replace(/\/\/.*@/, '//')}`,
    )
  }
  if (existsSync(log) && !(await isEmpty(log))) {
    throw new DemoRefused(`The log ${log} has events; the demonstration register only goes into an empty one`)
  }
  const beside = `${log}.loading`
  if (existsSync(beside)) removeLog(await released(beside))
  const clock = demoClock(instant(importDay, 0))
  const store = openSqliteStore({ file: beside, now: clock.now })
  try {
    await fill(store, clock, demoRegister(seed, places(loadGeography())).entries, progress)
  } catch (error) {
    await store.close()
    removeLog(beside)
    throw error
  }
  await store.close()
  renameSync(beside, log)
  removeLog(beside)
}

async function fill(
  store: EventStore,
  clock: DemoClock,
  entries: readonly Entry[],
  progress: (progress: DemoProgress) => void,
): Promise<void> {
  for (let done = 0; done < entries.length; done += chunk) {
    progress({ phase: 'register', done, total: entries.length })
    const appends = entries.slice(done, done + chunk).map(({ recordedAt, stream, events, expected }) => {
      clock.announce(recordedAt)
      return store.append(stream, events, expected)
    })
    await Promise.all(appends)
    // The log asks for the time once for each append. If it ever asked otherwise, every later date would be wrong.
    if (clock.pending() !== 0) throw new Error('The log and the demonstration clock have lost each other')
  }
  progress({ phase: 'register', done: entries.length, total: entries.length })
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
  for (const suffix of ['', '-wal', '-shm', '.lock', '.lock-journal']) rmSync(`${file}${suffix}`, { force: true })
}
