import type { Command } from '#api/contract'
import type { PlannedChange, ScenarioBase, ScenarioConflict } from '#events/scenario'
import type { Clock } from '../clock.ts'
import { type Context, Refusal } from '../deciders/decider.ts'
import { readPlanned } from '../deciders/plannedCommand.ts'
import type { KnownScenario } from '../deciders/scenario.ts'
import { inherit } from '../momentary.ts'
import { nameContent, project, type Views } from '../projections/views.ts'
import type { World } from '../queries/query.ts'
import type { EventStore } from '../store/eventStore.ts'
import { createBases } from './bases.ts'
import { dataVersionsFor } from './dataVersions.ts'
import { contentKey, createDeciding, isRefused, type Outcome, written } from './decided.ts'
import { baseAt, scenarioRecord, scenarioRecords } from './records.ts'

type Ground = NonNullable<Context['scenarioGround']>

/** A scenario that is open: its views, what names them, and what became of each change that is on. */
export interface Opened {
  readonly key: string
  readonly views: Views
  readonly outcomes: ReadonlyMap<string, Outcome>
}

/** Planners' scenarios on the log. */
export interface Planned {
  /** The scenario with its changes done. Throws `Refusal` when there is none of that name. */
  open(id: string): Promise<Opened>
  /** A scenario as it was at one of its revisions, with its changes done or, with none, the register that it stood on. */
  openAt(state: KnownScenario): Promise<Opened>
  /** The register that it stands on, without its changes. */
  openBase(id: string): Promise<Views>
  /** What each change would write or meet if it were the only one. */
  alone(base: ScenarioBase, changes: readonly PlannedChange[]): Promise<readonly Outcome[]>
  /** What changes meet one after the other. */
  inTurn(base: ScenarioBase, changes: readonly PlannedChange[]): Promise<readonly Outcome[]>
  /** What a command that puts a scenario on a register must know. Throws the `Refusal` that it meets. */
  ground(command: Extract<Command, { type: 'CreateScenario' | 'RebaseScenario' }>): Promise<Ground>
}

/** Copies kept at a time: each is a whole database in memory. */
const kept = 4

/** Scenarios over the main views; `folder` keeps the registers that they stand on. */
export function createPlanned(parts: {
  readonly store: EventStore
  readonly views: Views
  readonly clock: Clock
  readonly world: () => Pick<World, 'geography'>
  readonly folder: string
}): Planned {
  const { store, views, clock, world, folder } = parts
  const bases = createBases({ store, views, folder })
  const deciding = createDeciding({ store, clock })
  const opened = new Map<string, Promise<Views>>()

  function known(id: string): KnownScenario {
    const record = scenarioRecord(views, id)
    if (record === null) throw new Refusal('scenario.unknown', { scenario: id })
    return record.state
  }

  const inTurn: Planned['inTurn'] = async (base, changes) =>
    await deciding.inTurn(
      base,
      changes.map(({ command }) => command),
    )

  async function withChanges({ base, changes }: KnownScenario, key: string): Promise<Views> {
    const on = changes.filter((change) => change.on)
    const [outcomes, copy] = await Promise.all([inTurn(base, on), bases.fork(base)])
    const { projections } = project(copy, outcomes.flatMap(written))
    nameContent(copy, key)
    // What the changes leave alone has been read from the register already.
    if (views.registerPosition() === base.position) inherit(copy, views, new Set(projections))
    return copy
  }

  async function openState(state: KnownScenario): Promise<Opened> {
    const key = contentKey(state.base, dataVersionsFor(views, world(), state.asOf, state.base), state.changes)
    const there = opened.get(key)
    const made = there ?? withChanges(state, key)
    opened.delete(key)
    opened.set(key, made)
    // Dropped copies are freed with their last reader, who may still be in the middle of a query.
    for (const old of [...opened.keys()].slice(0, -kept)) opened.delete(old)
    made.catch(() => opened.delete(key))
    return { key, views: await made, outcomes: new Map(await outcomesOf(state)) }
  }

  /** By this scenario's own names of its changes: another of the same content may call them otherwise. */
  async function outcomesOf({ base, changes }: KnownScenario) {
    const on = changes.filter((change) => change.on)
    const outcomes = await inTurn(base, on)
    return on.map(({ change }, index): [string, Outcome] => [change, outcomes[index] ?? []])
  }

  async function conflictsOn(base: ScenarioBase, state: KnownScenario): Promise<readonly ScenarioConflict[]> {
    const on = state.changes.filter((change) => change.on)
    const [before, after] = [await inTurn(state.base, on), await inTurn(base, on)]
    return on.flatMap(({ change, command }, index): ScenarioConflict[] => {
      const outcome = after[index] ?? []
      if (isRefused(outcome) && !isRefused(before[index] ?? []))
        return [{ change, kind: 'refused', code: outcome.code, params: { ...outcome.params } }]
      const read = readPlanned(command)
      const moved = 'stream' in read && hasMoved(views, read.stream, state.base.events)
      return moved ? [{ change, kind: 'moved', code: null, params: {} }] : []
    })
  }

  return {
    inTurn,
    open: async (id) => await openState(known(id)),
    openAt: openState,
    async openBase(id) {
      const state = known(id)
      const isHere = views.registerPosition() === state.base.position
      return isHere ? views : (await openState({ ...state, changes: [] })).views
    },
    alone: async (base, changes) => {
      const outcomes = await Promise.all(changes.map(({ command }) => deciding.inTurn(base, [command])))
      return outcomes.map(([outcome]) => outcome ?? [])
    },
    async ground(command) {
      const isNew = command.type === 'CreateScenario'
      const own = isNew ? null : known(command.data.scenario)
      const base = isNew ? baseFor(views, command.data) : baseAt(views, null)
      if (base === null) throw new Refusal('scenario.emptyRegister')
      const { asOf } = isNew ? command.data : known(command.data.scenario)
      const used = scenarioRecords(views).filter(({ state }) => state.status === 'open')
      await bases.keep(base, new Set(used.map(({ state }) => state.base.event)))
      const dataVersions = dataVersionsFor(views, world(), asOf, base)
      return { base, dataVersions, conflicts: own === null ? [] : await conflictsOn(base, own) }
    },
  }
}

type Create = Extract<Command, { type: 'CreateScenario' }>['data']

/** The register that a new scenario stands on: what it asks for, that of the one it copies, or the newest. */
function baseFor(views: Views, { baseEvent, copiedFrom }: Create): ScenarioBase | null {
  if (baseEvent !== null) {
    const base = baseAt(views, baseEvent)
    if (base === null) throw new Refusal('scenario.unknownBase', { event: baseEvent })
    return base
  }
  if (copiedFrom === null) return baseAt(views, null)
  const copied = scenarioRecord(views, copiedFrom)
  if (copied === null) throw new Refusal('scenario.unknown', { scenario: copiedFrom })
  return copied.state.base
}

/** True when the register has got events of the stream after the first `events` ones. */
function hasMoved(views: Views, stream: string, events: number): boolean {
  return (
    views
      .statement('SELECT 1 FROM event WHERE stream = :stream AND number > :events LIMIT 1')
      .get({ stream, events }) !== undefined
  )
}
