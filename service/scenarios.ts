import type { AsOf } from '#api/asOf'
import type { Command } from '#api/contract'
import type { DomainEvent } from '#events/catalogue'
import type { Position } from '#events/envelope'
import type { CaseId } from '#events/identifiers'
import type { EffectiveDate, RecordedAt } from '#events/time'
import type { Clock } from './clock.ts'
import { applicationCase } from './deciders/case.ts'
import { type CaseFile, isOpen } from './deciders/caseState.ts'
import { Refusal } from './deciders/decider.ts'
import { effectOf } from './effects/effects.ts'
import { knownFor } from './effects/known.ts'
import { foldStream } from './fold.ts'
import { hypothetical, type Wish } from './hypothetical.ts'
import { forkViews, project, type Supposing, supposing, type Views } from './projections/views.ts'
import type { World } from './queries/query.ts'
import { createPlanned, type Planned } from './scenarios/planned.ts'
import type { EventStore } from './store/eventStore.ts'

export interface Scenarios {
  /**
   * Views to ask at this moment: the main ones, or with `scenario: 'case-<id>'` a copy in which that case's change has
   * happened. A case that is closed, or whose change the register refuses, has no change to show. With a planner's
   * scenario, the register that it stands on with its changes done. No copy is written to the log. Throws `Refusal` for
   * a scenario that does not exist.
   */
  viewsFor(at: Pick<AsOf, 'scenario'>): Promise<Views>
  /** Planners' scenarios. */
  readonly planned: Planned
  /**
   * Asks the main views as if the case's change had happened, without a copy: for one question, such as its findings.
   * Throws `Refusal` for a case that does not exist.
   */
  supposing(id: CaseId): Promise<Supposing>
  /** The same for an application that need not be the one that was opened. */
  supposingApplication(application: Asking): Promise<Supposing>
  /**
   * What the changes of several cases write when they happen one after the other, or the refusal that one of them meets;
   * what comes after a refusal rests on it and says nothing. Nothing for a case that is closed.
   */
  inTurn(ids: readonly CaseId[]): Promise<readonly Turn[]>
  /**
   * What an application's change would have written on a day when the log ended at the position; nothing where the
   * register refused it.
   */
  changeThen(application: Asking, then: Then): Promise<readonly DomainEvent[]>
  /** Asks the main views as if the command had been obeyed. Throws the `Refusal` that it would meet. */
  supposingThat(command: Command): Promise<Supposing>
}

/** What of an application decides what it changes. */
type Asking = Pick<CaseFile, 'case' | 'subject' | 'region' | 'wantedFrom' | 'receivedOn'>

/** A moment of the past to decide in. */
interface Then {
  readonly position: Position | 'start'
  readonly today: EffectiveDate
  readonly now: RecordedAt
}

/** What a case's change writes when its turn comes. */
export interface Turn {
  readonly case: CaseId
  readonly outcome: readonly DomainEvent[] | Refusal
}

/** Copies kept at a time: each is a whole database in memory. */
const kept = 4
/** Changes kept at a time: a few events each, of every case that is open. */
const keptChanges = 500

/**
 * Scenarios of both kinds: one case's change each, whose copies and changes are kept by the position of the views and the
 * revision of the case, and planners' own.
 */
export function createScenarios(parts: {
  readonly store: EventStore
  readonly views: Views
  readonly clock: Clock
  readonly world: () => Pick<World, 'geography'>
  /** Folder for the registers that planners' scenarios stand on. */
  readonly folder: string
}): Scenarios {
  const { store, views, clock } = parts
  const planned = createPlanned(parts)
  const cache = new Map<string, Promise<Views>>()
  const changes = new Map<string, Promise<readonly DomainEvent[]>>()

  const keyOf = (caseId: string, revision: number) => `${caseId}@${revision}/${views.registerPosition()}`

  /** The case as it stands; `asking` is its file while it is open and so has a change to show. */
  async function readCase(caseId: string): Promise<{ asking: CaseFile | null; revision: number }> {
    const { state, revision } = await foldStream(store, `case-${caseId}`, applicationCase)
    if (state.status === 'none') throw new Refusal('scenario.unknown', { scenario: `case-${caseId}` })
    return { asking: isOpen(state) ? state.file : null, revision }
  }

  async function viewsOf(caseId: string): Promise<Views> {
    const { asking, revision } = await readCase(caseId)
    if (asking === null) return views
    const key = keyOf(caseId, revision)
    const known = cache.get(key)
    if (known) return await known
    const made = withChange(asking, key)
    cache.set(key, made)
    // Dropped copies are freed with their last reader, who may still be in the middle of a query.
    for (const old of [...cache.keys()].slice(0, -kept)) cache.delete(old)
    made.catch(() => cache.delete(key))
    return await made
  }

  async function withChange(file: CaseFile, key: string): Promise<Views> {
    const change = changeOf(file, key)
    // Copied in the same turn as the position was read, so that both show the same log.
    const copy = forkViews(views)
    project(copy, await change)
    return copy
  }

  /** What the case's change writes, decided on the log as the views have it now; nothing when the register refuses it. */
  function changeOf(file: CaseFile, key: string): Promise<readonly DomainEvent[]> {
    const known = changes.get(key)
    if (known) return known
    const scenario = { id: `case-${file.case}`, at: views.registerPosition() }
    const made = hypothetical({ store, clock }, scenario, [wishOf(file)]).then(([outcome]) =>
      outcome === undefined || outcome instanceof Refusal ? [] : outcome,
    )
    changes.set(key, made)
    for (const old of [...changes.keys()].slice(0, -keptChanges)) changes.delete(old)
    made.catch(() => changes.delete(key))
    return made
  }

  return {
    planned,
    async viewsFor({ scenario }) {
      if (scenario === undefined) return views
      const caseId = /^case-(.+)$/.exec(scenario)?.[1]
      if (caseId !== undefined) return await viewsOf(caseId)
      return (await planned.open(scenario)).views
    },
    async supposing(caseId) {
      const { asking, revision } = await readCase(caseId)
      return supposing(views, asking === null ? [] : await changeOf(asking, keyOf(caseId, revision)))
    },
    async supposingApplication(application) {
      const scenario = { id: `case-${application.case}`, at: views.registerPosition() }
      const [outcome] = await hypothetical({ store, clock }, scenario, [wishOf(application)])
      return supposing(views, outcome === undefined || outcome instanceof Refusal ? [] : outcome)
    },
    async inTurn(ids) {
      const scenario = { id: `cases-${ids.join('-')}`, at: views.registerPosition() }
      const files = (await Promise.all(ids.map(readCase))).flatMap(({ asking }) => asking ?? [])
      const outcomes = await hypothetical({ store, clock }, scenario, files.map(wishOf))
      return files.map((file, index) => ({ case: file.case, outcome: outcomes[index] ?? [] }))
    },
    async changeThen(application, { position, today, now }) {
      const then = { today: () => today, now: () => now }
      const scenario = { id: `case-${application.case}`, at: position }
      const [outcome] = await hypothetical({ store, clock: then }, scenario, [wishOf(application)])
      return outcome === undefined || outcome instanceof Refusal ? [] : outcome
    },
    async supposingThat(command) {
      const scenario = { id: 'preview', at: views.registerPosition() }
      const [outcome] = await hypothetical({ store, clock }, scenario, [{ commands: async () => [command] }])
      if (outcome instanceof Refusal) throw outcome
      return supposing(views, outcome ?? [])
    },
  }
}

/** The case's change as commands; none where the application lacks what they need. */
function wishOf({ case: caseId, subject, region, wantedFrom: from, receivedOn }: Asking): Wish {
  const occasion = { from, receivedOn, region, ruling: null }
  return {
    caseId,
    ...(subject.type === 'A16' ? { oneByOne: true as const } : {}),
    async commands(log) {
      const change = effectOf(subject, occasion, await knownFor(log, subject, occasion))
      return 'lacks' in change ? [] : change.commands
    },
  }
}
