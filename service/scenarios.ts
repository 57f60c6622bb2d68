import { v5 as uuidV5 } from 'uuid'
import type { AsOf } from '#api/asOf'
import { type DomainEvent, parse } from '#events/catalogue'
import type { Actor, Position } from '#events/envelope'
import type { CaseId } from '#events/identifiers'
import type { Clock } from './clock.ts'
import { applicationCase, type CaseFile, isOpen } from './deciders/case.ts'
import { Refusal } from './deciders/decider.ts'
import { effectOf } from './effects/effects.ts'
import { foldStream } from './fold.ts'
import { createHandle, nothingGathered, streamOf } from './handle.ts'
import { forkViews, project, type Supposing, supposing, type Views } from './projections/views.ts'
import { branch } from './store/branch.ts'
import type { EventStore } from './store/eventStore.ts'
import { openSqliteStore } from './store/sqlite.ts'

export interface Scenarios {
  /**
   * Views to ask at this moment: the main ones, or with `scenario: 'case-<id>'` a copy in which that case's change has
   * happened. A case that is closed, or whose change the register refuses, has no change to show. The copy is never
   * written to the log. Throws `Refusal` for a scenario that does not exist.
   */
  viewsFor(at: Pick<AsOf, 'scenario'>): Promise<Views>
  /**
   * Asks the main views as if the case's change had happened, without a copy: for one question, such as its findings.
   * Throws `Refusal` for a case that does not exist.
   */
  supposing(id: CaseId): Promise<Supposing>
}

/** Copies kept at a time: each is a whole database in memory. */
const kept = 4

const planner: Actor = { userId: 'scenario', role: 'system', organisation: null }
/** Namespace of the ids of hypothetical commands: a random UUID of our own. */
const namespace = '0d3f6f6e-8f0b-4f0a-9a55-0c6ac0b3a1de'

/** Scenarios that hold one case's change each; copies are kept by (position of the views, revision of the case). */
export function createScenarios(parts: {
  readonly store: EventStore
  readonly views: Views
  readonly clock: Clock
}): Scenarios {
  const { store, views, clock } = parts
  const cache = new Map<string, Promise<Views>>()

  /** The case as it stands; `asking` is its file while it is open and so has a change to show. */
  async function readCase(caseId: string): Promise<{ asking: CaseFile | null; revision: number }> {
    const { state, revision } = await foldStream(store, `case-${caseId}`, applicationCase)
    if (state.status === 'none') throw new Refusal('scenario.unknown', { scenario: `case-${caseId}` })
    return { asking: isOpen(state) ? state.file : null, revision }
  }

  async function viewsOf(caseId: string): Promise<Views> {
    const { asking, revision } = await readCase(caseId)
    if (asking === null) return views
    const key = `${caseId}@${revision}/${views.position()}`
    const known = cache.get(key)
    if (known) return await known
    const made = withChange(asking)
    cache.set(key, made)
    // Dropped copies are freed with their last reader, who may still be in the middle of a query.
    for (const old of [...cache.keys()].slice(0, -kept)) cache.delete(old)
    made.catch(() => cache.delete(key))
    return await made
  }

  async function withChange(file: CaseFile): Promise<Views> {
    const at = views.position()
    // Copied in the same turn as the position was read, so that both show the same log.
    const copy = forkViews(views)
    project(copy, await changeAt(at, file))
    return copy
  }

  /** What the case's change writes, decided on the log up to the position. */
  async function changeAt(at: Position | 'start', file: CaseFile): Promise<DomainEvent[]> {
    const id = `case-${file.case}`
    const own = openSqliteStore({ file: ':memory:', now: clock.now })
    try {
      return await changeIn(branch(store, { id, at }, own), file, id, clock)
    } finally {
      await own.close()
    }
  }

  return {
    async viewsFor({ scenario }) {
      if (scenario === undefined) return views
      const caseId = /^case-(.+)$/.exec(scenario)?.[1]
      if (caseId === undefined) throw new Refusal('scenario.unknown', { scenario })
      return await viewsOf(caseId)
    },
    async supposing(caseId) {
      const { asking } = await readCase(caseId)
      return supposing(views, asking === null ? [] : await changeAt(views.position(), asking))
    },
  }
}

/** Decides the case's change in the branch; answers its events, none when something is lacking or the register refuses. */
async function changeIn(branched: EventStore, file: CaseFile, id: string, clock: Clock): Promise<DomainEvent[]> {
  const change = effectOf(file.subject, { from: file.wantedFrom, receivedOn: file.receivedOn, ruling: null })
  if ('lacks' in change) return []
  const handle = createHandle({ store: branched, clock, gather: async () => nothingGathered })
  const made: DomainEvent[] = []
  for (const [index, command] of change.commands.entries()) {
    const by = { actor: planner, commandId: uuidV5(`${id}/${index}`, namespace), caseId: file.case, scenarioId: id }
    try {
      const { events } = await handle(command, by)
      const ids = new Set(events.map((event) => event.id))
      for await (const raw of branched.read(streamOf(command))) if (ids.has(raw.id)) made.push(parse(raw))
    } catch (error) {
      // A change that the register refuses in part is not half shown.
      if (error instanceof Refusal) return []
      throw error
    }
  }
  return made
}
