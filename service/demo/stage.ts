import type { Position } from '#events/envelope'
import { createGather } from '../gather.ts'
import type { Geography } from '../geography.ts'
import { createHandle, type Handle } from '../handle.ts'
import { startProjector } from '../projections/projector.ts'
import { openViews } from '../projections/views.ts'
import { startReactors } from '../reactors/run.ts'
import { createScenarios } from '../scenarios.ts'
import type { EventStore } from '../store/eventStore.ts'
import type { DemoClock } from './clock.ts'

/** The service's own write path, set up over a log that is still being filled. */
export interface Stage {
  readonly handle: Handle
  /** Waits until the views hold the event, and until everything that follows from the log has been done. */
  settled(position: Position | null): Promise<void>
  /** Does what the calendar asks for on the clock's day, and waits as `settled` does. */
  newDay(): Promise<void>
  close(): Promise<void>
}

/** How long the views may take to reach an event, in milliseconds. */
const viewsWithinMs = 60_000

/** Starts views, scenarios and reactors. `views` is where the views are built, `bases` the folder of registers that scenarios
 * stand on. */
export async function openStage(parts: {
  readonly store: EventStore
  readonly clock: DemoClock
  readonly geography: Geography
  readonly views: string
  readonly bases: string
}): Promise<Stage> {
  const { store, clock, geography } = parts
  const ends = new AbortController()
  const views = openViews({ file: parts.views })
  const projector = startProjector({ store, views, signal: ends.signal, onCommit: () => undefined })
  const world = () => ({ today: clock.today(), now: clock.now(), geography })
  const scenarios = createScenarios({ store, views, clock, world, folder: parts.bases })
  // No answer of the demonstration encloses a file.
  const attachments = { find: () => undefined }
  const gather = createGather({ store, views, scenarios, world, attachments, seen: projector.waitFor })
  const handle = createHandle({ store, clock, gather })
  const reactors = startReactors({ store, handle, signal: ends.signal })
  await projector.caughtUp

  async function settled(position: Position | null): Promise<void> {
    if (position !== null && !(await projector.waitFor(position, viewsWithinMs))) {
      throw new Error(`The views did not reach position ${position}`)
    }
    await reactors.settled()
  }

  return {
    handle,
    settled,
    async newDay() {
      await reactors.tick(clock.today())
      await reactors.settled()
    },
    async close() {
      ends.abort()
      await Promise.all([projector.stopped, reactors.stopped])
      views.close()
    },
  }
}
