import { z } from 'zod'
import { EventId } from '#events/envelope'
import {
  ChangeComment,
  ChangeId,
  PlannedChange,
  PlannedCommand,
  PlannedScenarioId,
  ScenarioEdit,
  ScenarioLock,
  ScenarioName,
  ScenarioNote,
  ScenarioReader,
  ScenarioReason,
  scenarioEvents,
} from '#events/scenario'
import { EffectiveDate } from '#events/time'
import { type CommandOf, command } from '../definitions.ts'

const stream = ({ scenario }: { scenario: string }) => `scenario-${scenario}`
const base = { scenario: PlannedScenarioId }
const action = 'scenario.use'

/** Changes in one scenario, and edits or locks in one command, at most. */
export const mostChanges = 2000
/** Letters of a command with that many, at most; below what a log takes as one event. */
export const scenarioBodyLimit = 900 * 1024

/** As it is sent: a new change comes last unless it says what it comes after (null: first). */
const Edit = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('add'),
    change: ChangeId,
    command: PlannedCommand,
    comment: ChangeComment.nullable().default(null),
    after: ChangeId.nullable().optional(),
  }),
  ...ScenarioEdit.options.slice(1),
])
const locks = z.array(ScenarioLock).min(1).max(mostChanges)

/** Commands to one scenario. The scenario's id is made by the sender. */
export const scenarioCommands = [
  command({
    type: 'CreateScenario',
    path: '/commands/create-scenario',
    action,
    bodyLimit: scenarioBodyLimit,
    body: z.object({
      ...base,
      name: ScenarioName,
      note: ScenarioNote,
      asOf: EffectiveDate,
      /** A copy stands on the same register as what it copies; the sender brings the changes. */
      copiedFrom: PlannedScenarioId.nullable().default(null),
      /** Last event of the register that it stands on; the newest when null. */
      baseEvent: EventId.nullable().default(null),
      changes: z.array(PlannedChange).max(mostChanges).default([]),
      locks: z.array(ScenarioLock).max(mostChanges).default([]),
    }),
    stream,
  }),
  command({
    type: 'RenameScenario',
    path: '/commands/rename-scenario',
    action,
    body: z.object({ ...base, name: ScenarioName, note: ScenarioNote }),
    stream,
  }),
  /** All edits or none; together they are one step of undo. */
  command({
    type: 'EditScenario',
    path: '/commands/edit-scenario',
    action,
    bodyLimit: scenarioBodyLimit,
    body: z.object({ ...base, edits: z.array(Edit).min(1).max(mostChanges) }),
    stream,
  }),
  /** `edit` is the step that the sender means: the last that was done. */
  command({
    type: 'UndoScenarioEdit',
    path: '/commands/undo-scenario-edit',
    action,
    body: z.object({ ...base, edit: EventId }),
    stream,
  }),
  /** `edit` is the step that the sender means: the last that was undone. */
  command({
    type: 'RedoScenarioEdit',
    path: '/commands/redo-scenario-edit',
    action,
    body: z.object({ ...base, edit: EventId }),
    stream,
  }),
  command({
    type: 'LockScenarioCells',
    path: '/commands/lock-scenario-cells',
    action,
    bodyLimit: scenarioBodyLimit,
    body: z.object({ ...base, locks }),
    stream,
  }),
  command({
    type: 'UnlockScenarioCells',
    path: '/commands/unlock-scenario-cells',
    action,
    bodyLimit: scenarioBodyLimit,
    body: z.object({ ...base, locks }),
    stream,
  }),
  /** Names everybody who may look; whoever is left out no longer may. */
  command({
    type: 'ShareScenario',
    path: '/commands/share-scenario',
    action,
    body: z.object({ ...base, with: z.array(ScenarioReader).max(50) }),
    stream,
  }),
  /** Puts the scenario on the register as it is now. */
  command({
    type: 'RebaseScenario',
    path: '/commands/rebase-scenario',
    action,
    body: z.object(base),
    stream,
  }),
  /** The case that was opened with it tells the scenario so. */
  command({
    type: 'MarkScenarioSubmitted',
    path: '/commands/mark-scenario-submitted',
    action: 'process.run',
    body: z.object({ ...base, ...scenarioEvents.ScenarioSubmitted.data.shape }),
    stream,
  }),
  command({
    type: 'ArchiveScenario',
    path: '/commands/archive-scenario',
    action,
    body: z.object({ ...base, reason: ScenarioReason }),
    stream,
  }),
] as const

export type ScenarioCommand = CommandOf<(typeof scenarioCommands)[number]>
