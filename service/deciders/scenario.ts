import { mostChanges, type ScenarioCommand } from '#api/commands/scenario'
import type { EventId } from '#events/envelope'
import type {
  ChangeId,
  DataVersions,
  PlannedChange,
  RecordedScenarioEvent,
  ScenarioBase,
  ScenarioConflict,
  ScenarioEdit,
  ScenarioEvent,
  ScenarioLock,
  ScenarioReader,
} from '#events/scenario'
import type { EffectiveDate } from '#events/time'
import { type Context, type Decider, Refusal } from './decider.ts'
import { equal } from './equal.ts'
import { afterEdits, type EditFault, lockedCells, readEdits } from './scenarioEdits.ts'

type Changes = readonly PlannedChange[]

/** One action of a user: what stood before it and after it. */
export interface ScenarioStep {
  readonly edit: EventId
  readonly kinds: readonly ScenarioEdit['kind'][]
  readonly touched: readonly ChangeId[]
  readonly before: Changes
  readonly after: Changes
}

/** A scenario that exists. */
export interface KnownScenario {
  readonly status: 'open' | 'archived'
  readonly scenario: string
  readonly name: string
  readonly note: string | null
  readonly asOf: EffectiveDate
  readonly base: ScenarioBase
  readonly dataVersions: DataVersions
  readonly copiedFrom: string | null
  readonly changes: Changes
  readonly locks: readonly ScenarioLock[]
  /** Steps that can be undone, the last one last. */
  readonly done: readonly ScenarioStep[]
  /** Steps that can be done again, the next one last. */
  readonly undone: readonly ScenarioStep[]
  readonly sharedWith: readonly ScenarioReader[]
  readonly conflicts: readonly ScenarioConflict[]
  readonly submitted: { readonly case: string; readonly revision: number; readonly key: string } | null
}

/** A planner's scenario, as its events tell it. */
export type ScenarioState = { readonly status: 'none' } | KnownScenario

export const scenario: Decider<ScenarioState, ScenarioCommand, ScenarioEvent, RecordedScenarioEvent> = {
  initial: { status: 'none' },

  evolve(state, event) {
    if (event.type === 'ScenarioCreated') {
      const fresh = { done: [], undone: [], sharedWith: [], conflicts: [], submitted: null }
      return { status: 'open', ...event.data, ...fresh }
    }
    if (state.status === 'none') return state
    switch (event.type) {
      case 'ScenarioRenamed':
        return { ...state, name: event.data.name, note: event.data.note }
      case 'ScenarioEdited': {
        const { edits } = event.data
        const after = afterEdits(state.changes, edits)
        const kinds = [...new Set(edits.map(({ kind }) => kind))]
        const touched = [...new Set(edits.map(({ change }) => change))]
        const step = { edit: event.id, kinds, touched, before: state.changes, after }
        return { ...state, changes: after, done: [...state.done, step], undone: [] }
      }
      case 'ScenarioEditUndone': {
        const step = state.done.at(-1)
        if (step === undefined) return state
        return { ...state, changes: step.before, done: state.done.slice(0, -1), undone: [...state.undone, step] }
      }
      case 'ScenarioEditRedone': {
        const step = state.undone.at(-1)
        if (step === undefined) return state
        return { ...state, changes: step.after, done: [...state.done, step], undone: state.undone.slice(0, -1) }
      }
      case 'ScenarioLocked':
        return { ...state, locks: [...state.locks, ...event.data.locks] }
      case 'ScenarioUnlocked':
        return { ...state, locks: without(state.locks, event.data.locks) }
      case 'ScenarioShared':
        return { ...state, sharedWith: event.data.with }
      case 'ScenarioRebased':
        return { ...state, ...event.data }
      case 'ScenarioSubmitted':
        return { ...state, submitted: event.data }
      case 'ScenarioArchived':
        return { ...state, status: 'archived' }
      default:
        return event satisfies never
    }
  },

  decide(command, state, context) {
    const effectiveFrom = context.today
    if (command.type === 'CreateScenario') return created(command.data, state, context)
    if (state.status === 'none') throw new Refusal('scenario.unknown', { scenario: command.data.scenario })
    if (command.type === 'ArchiveScenario') {
      const { reason } = command.data
      return state.status === 'archived' ? [] : [{ type: 'ScenarioArchived', effectiveFrom, data: { reason } }]
    }
    if (command.type === 'MarkScenarioSubmitted') {
      const { scenario: _, ...data } = command.data
      return equal(state.submitted, data) ? [] : [{ type: 'ScenarioSubmitted', effectiveFrom, data }]
    }
    if (state.status === 'archived') throw new Refusal('scenario.archived')
    switch (command.type) {
      case 'RenameScenario': {
        const { name, note } = command.data
        if (name === state.name && note === state.note) return []
        return [{ type: 'ScenarioRenamed', effectiveFrom, data: { name, note } }]
      }
      case 'EditScenario': {
        const { edits, faults } = readEdits(state.changes, command.data.edits)
        refuseFaults(faults)
        if (edits.length === 0) return []
        refuseUnlawful(state, afterEdits(state.changes, edits))
        return [{ type: 'ScenarioEdited', effectiveFrom, data: { edits: [...edits] } }]
      }
      case 'UndoScenarioEdit': {
        const { edit } = command.data
        const step = state.done.at(-1)
        if (state.undone.at(-1)?.edit === edit) return []
        if (step?.edit !== edit) throw new Refusal('scenario.notLastEdit')
        refuseUnlawful(state, step.before)
        return [{ type: 'ScenarioEditUndone', effectiveFrom, data: { edit } }]
      }
      case 'RedoScenarioEdit': {
        const { edit } = command.data
        const step = state.undone.at(-1)
        if (state.done.at(-1)?.edit === edit) return []
        if (step?.edit !== edit) throw new Refusal('scenario.notLastEdit')
        refuseUnlawful(state, step.after)
        return [{ type: 'ScenarioEditRedone', effectiveFrom, data: { edit } }]
      }
      case 'LockScenarioCells': {
        const locks = without(distinct(command.data.locks), state.locks)
        return locks.length === 0 ? [] : [{ type: 'ScenarioLocked', effectiveFrom, data: { locks } }]
      }
      case 'UnlockScenarioCells': {
        const locks = distinct(command.data.locks).filter((one) => state.locks.some((lock) => equal(lock, one)))
        return locks.length === 0 ? [] : [{ type: 'ScenarioUnlocked', effectiveFrom, data: { locks } }]
      }
      case 'ShareScenario': {
        const readers = distinct(command.data.with)
        if (equal(readers, state.sharedWith)) return []
        return [{ type: 'ScenarioShared', effectiveFrom, data: { with: readers } }]
      }
      case 'RebaseScenario': {
        const { base, dataVersions, conflicts } = foundIn(context)
        if (base.event === state.base.event && equal(dataVersions, state.dataVersions)) return []
        return [{ type: 'ScenarioRebased', effectiveFrom, data: { base, dataVersions, conflicts: [...conflicts] } }]
      }
      default:
        return command satisfies never
    }
  },
}

type Create = Extract<ScenarioCommand, { type: 'CreateScenario' }>['data']

function created({ baseEvent: _, ...asked }: Create, state: ScenarioState, context: Context): ScenarioEvent[] {
  if (state.status !== 'none') {
    const { name, note, asOf, copiedFrom } = asked
    const isSame = equal([name, note, asOf, copiedFrom], [state.name, state.note, state.asOf, state.copiedFrom])
    if (isSame) return []
    throw new Refusal('scenario.taken', { scenario: asked.scenario })
  }
  const { base, dataVersions } = foundIn(context)
  const adds = asked.changes.map(({ change, command, comment }) => ({ kind: 'add' as const, change, command, comment }))
  const { edits, faults } = readEdits([], adds)
  refuseFaults(faults)
  const off = new Set(asked.changes.filter(({ on }) => !on).map(({ change }) => change))
  const changes = afterEdits([], edits).map((one) => ({ ...one, on: !off.has(one.change) }))
  const data = { ...asked, base, dataVersions, changes, locks: distinct(asked.locks) }
  return [{ type: 'ScenarioCreated', effectiveFrom: context.today, data }]
}

/** What was gathered about the register for a scenario. */
function foundIn({ scenarioGround }: Context): NonNullable<Context['scenarioGround']> {
  if (scenarioGround === undefined) throw new Refusal('scenario.emptyRegister')
  return scenarioGround
}

function refuseFaults(faults: readonly EditFault[]): void {
  if (faults.length === 0) return
  const changes = [...new Set(faults.map(({ change }) => change))]
  throw new Refusal('scenario.changeInvalid', { changes, problems: faults })
}

/** Refuses more changes than a scenario may have, and any that touches a locked cap. */
function refuseUnlawful({ changes, locks }: KnownScenario, after: Changes): void {
  if (after.length > mostChanges && after.length > changes.length)
    throw new Refusal('scenario.tooManyChanges', { most: mostChanges, changes: after.length })
  const locked = lockedCells(changes, after, locks)
  if (locked.length > 0)
    throw new Refusal('scenario.locked', {
      cells: locked.map(({ area, group }) => `${area.code}/${group}`),
      locked,
    })
}

function distinct<Value>(values: readonly Value[]): Value[] {
  return values.filter((value, index) => values.findIndex((other) => equal(other, value)) === index)
}

function without<Value>(values: readonly Value[], others: readonly Value[]): Value[] {
  return values.filter((value) => !others.some((other) => equal(other, value)))
}
