import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from '#events/catalogue'
import type { EventId, RecordedEvent } from '#events/envelope'
import type { ScenarioBase } from '#events/scenario'
import { forkViews, openViews, project, type Views, viewsFromImage } from '../projections/views.ts'
import { type EventStore, StoreUnavailable } from '../store/eventStore.ts'

type Base = Pick<ScenarioBase, 'event' | 'position'>

/** The register as it stood when scenarios were put on it. */
export interface Bases {
  /** Views of the register up to the base's last event, for the caller alone. */
  fork(base: Base): Promise<Views>
  /** Keeps the register as it is now in a file, for when it has gone on. Files of other bases than `used` are removed. */
  keep(base: Base, used: ReadonlySet<EventId>): Promise<void>
}

/** Events projected in one turn while a base is built again from the log. */
const batchSize = 1000
/** Milliseconds after which a copy is made beforehand: whoever waits for answers from the last one has got them by then. */
const restMs = 150

/**
 * Bases over the main views. A base that the main views stand on is copied from them; an older one comes from its file in
 * `folder`, and where that is missing or of other projections, from the log. A copy of the base asked for last is made
 * beforehand, so that the next one need not wait.
 */
export function createBases(parts: {
  readonly store: EventStore
  readonly views: Views
  readonly folder: string
}): Bases {
  const { store, views, folder } = parts
  let making: NodeJS.Timeout | undefined
  let spare: { readonly event: EventId; readonly copy: Promise<Views> } | null = null
  const fileOf = (event: string) => join(folder, `${event}.db`)

  async function copyOf(base: Base): Promise<Views> {
    // Reading a file is quicker than writing an image of the main views, and holds nobody up.
    const kept = await stored(base)
    if (kept !== null) return kept
    return views.registerPosition() === base.position ? forkViews(views) : await rebuilt(base)
  }

  async function stored({ event }: Base): Promise<Views | null> {
    // A file that cannot be read is as good as none: the log has all of it.
    const image = await readFile(fileOf(event)).catch(() => null)
    if (image === null) return null
    const copy = viewsFromImage(image)
    // A folder may hold the bases of another log.
    if (copy !== null && lastEvent(copy) === event) return copy
    copy?.close()
    return null
  }

  async function rebuilt(base: Base): Promise<Views> {
    const copy = openViews({ file: ':memory:' })
    try {
      for await (const batch of eventsUpTo(store, base)) project(copy, batch.map(parse))
      await write(base.event, copy.db.serialize())
      return copy
    } catch (error) {
      copy.close()
      throw error
    }
  }

  async function write(event: EventId, image: Buffer): Promise<void> {
    await mkdir(folder, { recursive: true })
    // Written beside its place and moved there: a file that is there is whole.
    const beside = `${fileOf(event)}.${randomUUID()}`
    await writeFile(beside, image)
    await rename(beside, fileOf(event))
  }

  return {
    async fork(base) {
      const ready = spare?.event === base.event ? spare.copy : null
      spare = null
      const copy = await (ready ?? copyOf(base))
      clearTimeout(making)
      making = setTimeout(() => {
        const next = copyOf(base).then(withRoom)
        spare = { event: base.event, copy: next }
        // Whoever asks next makes it anew, and is told why it cannot be made.
        next.catch(() => {
          if (spare?.copy === next) spare = null
        })
      }, restMs)
      making.unref()
      return copy
    },
    async keep(base, used) {
      const names = await readdir(folder).catch((): string[] => [])
      const unused = names.filter((name) => ![...used, base.event].some((event) => name.startsWith(event)))
      await Promise.all(unused.map((name) => rm(join(folder, name), { force: true })))
      if (names.includes(`${base.event}.db`) || views.registerPosition() !== base.position) return
      await write(base.event, views.db.serialize())
    },
  }
}

/** A database in memory is copied whole when it first grows; this has it happen while nobody waits. */
function withRoom(views: Views): Views {
  views.db.exec('CREATE TABLE room (filler BLOB); INSERT INTO room VALUES (zeroblob(1000000)); DROP TABLE room')
  return views
}

function lastEvent(views: Views): string | undefined {
  return views.statement<{ id: string }>('SELECT id FROM event ORDER BY number DESC LIMIT 1').get({})?.id
}

/** The log from its beginning to the base, in batches. Throws when the log ends before that. */
async function* eventsUpTo(store: EventStore, { event, position }: Base): AsyncIterable<readonly RecordedEvent[]> {
  const end = new AbortController()
  let batch: RecordedEvent[] = []
  try {
    for await (const item of store.subscribe('start', end.signal)) {
      if ('caughtUp' in item) throw new StoreUnavailable(`The log ends before the event ${event}`)
      if (!item.stream.startsWith('scenario')) batch.push(item)
      if (item.position === position || batch.length >= batchSize) {
        yield batch
        batch = []
      }
      if (item.position === position) return
    }
  } finally {
    end.abort()
  }
}
