import { z } from 'zod'
import type { ScenarioCommand } from '#api/commands/scenario'
import { type AreaRef, AreaRef as AreaRefShape, QuotaTarget } from '#events/quota'
import type { ChangeId, PlannedChange, PlannedCommand, ScenarioEdit, ScenarioLock } from '#events/scenario'
import { equal } from './equal.ts'
import { type PlannedFault, readPlanned } from './plannedCommand.ts'

type Changes = readonly PlannedChange[]
type AskedEdit = Extract<ScenarioCommand, { type: 'EditScenario' }>['data']['edits'][number]

/** Why an edit cannot be made to the list of changes. */
export interface EditFault {
  readonly change: string
  readonly reason: PlannedFault['reason'] | 'unknownChange' | 'taken' | 'unknownPlace'
  readonly command: string | null
  readonly fields: PlannedFault['fields']
}

/** The list after edits that were decided. */
export function afterEdits(changes: Changes, edits: readonly ScenarioEdit[]): Changes {
  return edits.reduce(afterEdit, changes)
}

function afterEdit(changes: Changes, edit: ScenarioEdit): Changes {
  const only = (update: (one: PlannedChange) => PlannedChange) =>
    changes.map((one) => (one.change === edit.change ? update(one) : one))
  switch (edit.kind) {
    case 'add': {
      const { change, command, comment } = edit
      return placed(changes, { change, command, on: true, comment }, edit.after)
    }
    case 'replace':
      return only((one) => ({ ...one, command: edit.command }))
    case 'remove':
      return changes.filter(({ change }) => change !== edit.change)
    case 'switch':
      return only((one) => ({ ...one, on: edit.on }))
    case 'comment':
      return only((one) => ({ ...one, comment: edit.comment }))
    case 'move': {
      const moved = changes.find(({ change }) => change === edit.change)
      const others = changes.filter((one) => one !== moved)
      return moved === undefined ? changes : placed(others, moved, edit.after)
    }
    default:
      return edit satisfies never
  }
}

/** With one more, right after another; first for null, last where that other is not there. */
function placed(changes: Changes, one: PlannedChange, after: ChangeId | null): Changes {
  const index = changes.findIndex(({ change }) => change === after)
  const at = after === null ? 0 : index === -1 ? changes.length : index + 1
  return [...changes.slice(0, at), one, ...changes.slice(at)]
}

/**
 * Reads edits as they were sent, one after the other: those that change something, with their commands as the register
 * reads them; and everything that is wrong with any of them.
 */
export function readEdits(
  before: Changes,
  asked: readonly AskedEdit[],
): { readonly edits: readonly ScenarioEdit[]; readonly faults: readonly EditFault[] } {
  const edits: ScenarioEdit[] = []
  const faults: EditFault[] = []
  let changes = before
  for (const one of asked) {
    const { edit, found } = readEdit(changes, one)
    faults.push(...found)
    if (edit === null || found.length > 0) continue
    const next = afterEdit(changes, edit)
    if (equal(next, changes)) continue
    edits.push(edit)
    changes = next
  }
  return { edits, faults }
}

function readEdit(
  changes: Changes,
  asked: AskedEdit,
): { readonly edit: ScenarioEdit | null; readonly found: readonly EditFault[] } {
  const found: EditFault[] = []
  const fault = (reason: EditFault['reason'], command: string | null = null, fields: EditFault['fields'] = []) =>
    found.push({ change: asked.change, reason, command, fields })
  const known = changes.find(({ change }) => change === asked.change)
  const read = (command: PlannedCommand): PlannedCommand => {
    const result = readPlanned(command)
    if ('reason' in result) fault(result.reason, command.type, result.fields)
    return 'reason' in result ? command : result.planned
  }
  const placeOf = (after: ChangeId | null) => {
    const isThere = after === null || (after !== asked.change && changes.some(({ change }) => change === after))
    if (!isThere) fault('unknownPlace')
    return after
  }
  if (asked.kind === 'add') {
    const { change, comment, after } = asked
    const command = read(asked.command)
    // The same change sent again is already there.
    if (known !== undefined && equal(known, { change, command, on: true, comment })) return { edit: null, found }
    if (known !== undefined) fault('taken')
    const last = changes.at(-1)?.change ?? null
    return {
      edit: { kind: 'add', change, command, comment, after: placeOf(after === undefined ? last : after) },
      found,
    }
  }
  // Removing what is not there leaves it not there.
  if (known === undefined && asked.kind !== 'remove') fault('unknownChange')
  if (asked.kind === 'replace') return { edit: { ...asked, command: read(asked.command) }, found }
  if (asked.kind === 'move') return { edit: { ...asked, after: placeOf(asked.after) }, found }
  return { edit: asked, found }
}

/** One cell of caps: an area and a group or family. */
export interface Cell {
  readonly area: AreaRef
  readonly group: string
}

/** Names a cell in maps: the same for the same area and group. */
export function cellKey({ area, group }: Cell): string {
  return `${area.kind}.${area.code}.${group}`
}

const Quota = z.object({ area: AreaRefShape, target: QuotaTarget })
const quotaCommands: ReadonlySet<string> = new Set(['ProposeQuota', 'AdoptQuota', 'SuspendQuota'])

/** The cell that a command sets the cap of; null for every other command. */
export function cellOf({ type, data }: PlannedCommand): Cell | null {
  if (!quotaCommands.has(type)) return null
  const read = Quota.safeParse(data)
  return read.success ? { area: read.data.area, group: read.data.target.id } : null
}

/** Locked cells whose changes are others, or come in another order, after than before. */
export function lockedCells(before: Changes, after: Changes, locks: readonly ScenarioLock[]): readonly Cell[] {
  if (locks.length === 0) return []
  const was = byCell(before)
  const is = byCell(after)
  const cells = new Map([...was, ...is].map(([key, { cell }]) => [key, cell]))
  return [...cells]
    .filter(([, cell]) => locks.some((lock) => covers(lock, cell)))
    .filter(([key]) => !equal(was.get(key)?.does ?? [], is.get(key)?.does ?? []))
    .map(([, cell]) => cell)
}

function covers({ area, group }: ScenarioLock, cell: Cell): boolean {
  return (area === null || equal(area, cell.area)) && (group === null || group === cell.group)
}

function byCell(changes: Changes) {
  const cells = new Map<string, { cell: Cell; does: { command: PlannedCommand; on: boolean }[] }>()
  for (const { command, on } of changes) {
    const cell = cellOf(command)
    if (cell === null) continue
    const key = cellKey(cell)
    const known = cells.get(key) ?? { cell, does: [] }
    known.does.push({ command, on })
    cells.set(key, known)
  }
  return cells
}
