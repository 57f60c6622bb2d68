import { v5 as uuidV5 } from 'uuid'
import type { AsOf } from '#api/asOf'
import { type DomainEvent, parse } from '#events/catalogue'
import type { Actor } from '#events/envelope'
import type { Clock } from './clock.ts'
import { applicationCase, type CaseFile, isOpen } from './deciders/case.ts'
import { Refusal } from './deciders/decider.ts'
import { foldStream } from './fold.ts'
import { createHandle, nothingGathered, streamOf } from './handle.ts'
import { forkViews, project, type Views } from './projections/views.ts'
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
}

/** Copies kept at a time: each is a whole database in memory. */
const kept = 4

const planner: Actor = { userId: 'scenario', role: 'system', organisation: null }
/** Namespace of the ids of hypothetical commands: a random UUID of our own. */
const namespace = '0d3f6f6e-8f0b-4f0a-9a55-0c6ac0b3a1de'

/** Scenarios that hold one case's change each, kept by (position of the views, revision of the case). */
export function createScenarios(parts: {
  readonly store: EventStore
  readonly views: Views
  readonly clock: Clock
}): Scenarios {
  const { store, views, clock } = parts
  const cache = new Map<string, Promise<Views>>()

  async function viewsOf(caseId: string): Promise<Views> {
    const { state, revision } = await foldStream(store, `case-${caseId}`, applicationCase)
    if (state.status === 'none') throw new Refusal('scenario.unknown', { scenario: `case-${caseId}` })
    if (!isOpen(state) || state.file.subject.type !== 'A3') return views
    const key = `${caseId}@${revision}/${views.position()}`
    const known = cache.get(key)
    if (known) return await known
    const made = withChange(state.file)
    cache.set(key, made)
    // Dropped copies are freed with their last reader, who may still be in the middle of a query.
    for (const old of [...cache.keys()].slice(0, -kept)) cache.delete(old)
    made.catch(() => cache.delete(key))
    return await made
  }

  async function withChange(file: CaseFile): Promise<Views> {
    const id = `case-${file.case}`
    const own = openSqliteStore({ file: ':memory:', now: clock.now })
    try {
      const branched = branch(store, { id, at: views.position() }, own)
      // Copied in the same turn as the position was read, so that both show the same log.
      const copy = forkViews(views)
      project(copy, await changeIn(branched, file, id, clock))
      return copy
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
  }
}

/** Decides the case's move in the branch; answers its events, none when the register refuses it. */
async function changeIn(branched: EventStore, file: CaseFile, id: string, clock: Clock): Promise<DomainEvent[]> {
  if (file.subject.type !== 'A3') return []
  const { address: addressId, from, to, previousUntil } = file.subject
  const command = {
    type: 'MovePracticeAddress' as const,
    data: { addressId, effectiveFrom: file.wantedFrom, from, to, previousUntil, ruling: null },
  }
  const handle = createHandle({ store: branched, clock, gather: async () => nothingGathered })
  try {
    const by = { actor: planner, commandId: uuidV5(id, namespace), caseId: file.case, scenarioId: id }
    const { events } = await handle(command, by)
    const ids = new Set(events.map((event) => event.id))
    const made: DomainEvent[] = []
    for await (const raw of branched.read(streamOf(command))) if (ids.has(raw.id)) made.push(parse(raw))
    return made
  } catch (error) {
    if (error instanceof Refusal) return []
    throw error
  }
}
