import { z } from 'zod'
import { EventId, Position, Role } from './envelope.ts'
import { CaseId, DiagnosisGroupId, ScenarioId } from './identifiers.ts'
import { AreaRef } from './quota.ts'
import type { EventOf, EventShapes, RecordedEventOf } from './shape.ts'
import { EffectiveDate, RecordedAt } from './time.ts'

/**
 * Stream `scenario-<id>`: changes to the register that a planner tries out. They are kept as commands, which are decided
 * again whenever the scenario is opened, so that nothing of a scenario is ever the register's.
 */

/** A planner's scenario: `sc-` and ten letters or digits. `case-<id>` is what an application would do. */
export const PlannedScenarioId = ScenarioId.refine((id) => /^sc-[a-z0-9]{10}$/.test(id), {
  error: 'expected sc- and ten lower-case letters or digits',
})

/** A change within its scenario; made by whoever makes the change. */
export const ChangeId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, { error: 'expected lower-case letters, digits and hyphens, at most 64' })
  .brand<'ChangeId'>()
export type ChangeId = z.infer<typeof ChangeId>

/** A command to the register as it was sent; its own definition says what fits, each time that it is decided. */
export const PlannedCommand = z.object({ type: z.string().min(1).max(80), data: z.record(z.string(), z.unknown()) })
export type PlannedCommand = z.infer<typeof PlannedCommand>

export const ChangeComment = z.string().trim().min(1).max(1000)

/** One change of a scenario. One that is off stays in the list and does nothing. */
export const PlannedChange = z.object({
  change: ChangeId,
  command: PlannedCommand,
  on: z.boolean(),
  comment: ChangeComment.nullable(),
})
export type PlannedChange = z.infer<typeof PlannedChange>

/** The change that another comes right after; null for the first place. */
const after = ChangeId.nullable()

/** What can be done to the list of changes. */
export const ScenarioEdit = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('add'),
    change: ChangeId,
    command: PlannedCommand,
    comment: ChangeComment.nullable(),
    after,
  }),
  z.object({ kind: z.literal('replace'), change: ChangeId, command: PlannedCommand }),
  z.object({ kind: z.literal('remove'), change: ChangeId }),
  z.object({ kind: z.literal('switch'), change: ChangeId, on: z.boolean() }),
  z.object({ kind: z.literal('move'), change: ChangeId, after }),
  z.object({ kind: z.literal('comment'), change: ChangeId, comment: ChangeComment.nullable() }),
])
export type ScenarioEdit = z.infer<typeof ScenarioEdit>

/** Caps that may not be changed: one cell, a whole area (`group` null) or a whole group (`area` null). */
export const ScenarioLock = z
  .object({ area: AreaRef.nullable(), group: DiagnosisGroupId.nullable() })
  .refine(({ area, group }) => area !== null || group !== null, { error: 'expected an area, a group or both' })
export type ScenarioLock = z.infer<typeof ScenarioLock>

/** The register that a scenario stands on: everything up to one event, and nothing after it. */
export const ScenarioBase = z.object({
  /** Position of that event in this log. */
  position: Position,
  event: EventId,
  recordedAt: RecordedAt,
  /** Events of the register up to and with that one. */
  events: z.int().positive(),
})
export type ScenarioBase = z.infer<typeof ScenarioBase>

/** What figures rest on besides the log, each with the version that was in use. */
export const DataVersions = z.array(z.object({ name: z.string().min(1), version: z.string().min(1) }))
export type DataVersions = z.infer<typeof DataVersions>

/** Who may look, besides its owner: a role, in one organisation or in all. */
export const ScenarioReader = z.object({
  role: Role.extract(['secretariat', 'committee', 'planner', 'municipality']),
  organisation: z.string().min(1).max(20).nullable(),
})
export type ScenarioReader = z.infer<typeof ScenarioReader>

/**
 * Why a change is not what it was on a newer base: the register now refuses it, or what it changes has been changed there
 * meanwhile.
 */
export const ScenarioConflict = z.object({
  change: ChangeId,
  kind: z.enum(['refused', 'moved']),
  /** Code of the refusal; null for `moved`. */
  code: z.string().nullable(),
  params: z.record(z.string(), z.unknown()),
})
export type ScenarioConflict = z.infer<typeof ScenarioConflict>

export const ScenarioName = z.string().trim().min(1).max(120)
export const ScenarioNote = z.string().trim().min(1).max(4000).nullable()
export const ScenarioReason = z.string().trim().min(1).max(2000)

export const scenarioEvents = {
  ScenarioCreated: {
    version: 1,
    data: z.object({
      scenario: PlannedScenarioId,
      name: ScenarioName,
      note: ScenarioNote,
      /** The date that its figures are for. */
      asOf: EffectiveDate,
      base: ScenarioBase,
      dataVersions: DataVersions,
      copiedFrom: PlannedScenarioId.nullable(),
      /** What a copy or a file brings with it. */
      changes: z.array(PlannedChange),
      locks: z.array(ScenarioLock),
    }),
  },
  ScenarioRenamed: { version: 1, data: z.object({ name: ScenarioName, note: ScenarioNote }) },
  /** What somebody did in one go: one step of undo. */
  ScenarioEdited: { version: 1, data: z.object({ edits: z.array(ScenarioEdit).min(1) }) },
  ScenarioEditUndone: { version: 1, data: z.object({ edit: EventId }) },
  ScenarioEditRedone: { version: 1, data: z.object({ edit: EventId }) },
  ScenarioLocked: { version: 1, data: z.object({ locks: z.array(ScenarioLock).min(1) }) },
  ScenarioUnlocked: { version: 1, data: z.object({ locks: z.array(ScenarioLock).min(1) }) },
  /** Everybody who may look from now on; none but the owner where it is empty. */
  ScenarioShared: { version: 1, data: z.object({ with: z.array(ScenarioReader) }) },
  ScenarioRebased: {
    version: 1,
    data: z.object({ base: ScenarioBase, dataVersions: DataVersions, conflicts: z.array(ScenarioConflict) }),
  },
  /** Handed in as a proposal: which case, and exactly which content. */
  ScenarioSubmitted: {
    version: 1,
    data: z.object({ case: CaseId, revision: z.int().min(0), key: z.string().min(1) }),
  },
  ScenarioArchived: { version: 1, data: z.object({ reason: ScenarioReason }) },
} as const satisfies EventShapes

export type ScenarioEvent = EventOf<typeof scenarioEvents>
export type RecordedScenarioEvent = RecordedEventOf<typeof scenarioEvents>
