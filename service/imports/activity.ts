import { createHash } from 'node:crypto'
import { v5 as uuidV5 } from 'uuid'
import type { ActivityCommand } from '#api/commands/activity'
import { activityStream, daysOf } from '#events/activity'
import type { Actor } from '#events/envelope'
import { EventId } from '#events/envelope'
import { refusalWords } from '#events/glossary'
import type { EffectiveDate } from '#events/time'
import { RecordedAt } from '#events/time'
import { fill } from '#events/words'
import type { AreaCatalogue } from '#geo/areaCatalogue'
import { inForce, regionOf } from '#geo/hierarchy'
import { type ActivityState, activity } from '../deciders/activity.ts'
import { Refusal } from '../deciders/decider.ts'
import { foldStream } from '../fold.ts'
import { type Handle, nothingGathered } from '../handle.ts'
import type { EventStore } from '../store/eventStore.ts'
import { type ActivityRow, type RowProblem, readActivityTable } from './activityTable.ts'

export interface ActivityImport {
  /** The file as it is. */
  readonly bytes: Uint8Array
  /** Why reports that stand with other figures are corrected; null when that is a problem to tell instead. */
  readonly correcting: string | null
}

interface ImportParts {
  readonly store: EventStore
  readonly handle: Handle
  readonly areas: AreaCatalogue
  readonly today: EffectiveDate
}

export type ActivityImported =
  | { readonly status: 'refused'; readonly problems: readonly RowProblem[] }
  | { readonly status: 'imported'; readonly rows: number; readonly written: number }

const actor: Actor = { userId: 'import-activity', role: 'registrar', organisation: null }
/** Namespace of the ids of imported commands: a random UUID of our own. */
const namespace = 'b8a1c0de-5c1e-4a53-9f6e-2d7f3f5f9a10'

/**
 * Takes a file of reported activity in. Every row is read, checked and decided against the log first, and everything that
 * is wrong is told at once; only when nothing is, the rows are written one by one. An import that was cut off is repeated
 * as a whole: what is already there changes nothing, because every command's id follows from what it says.
 */
export async function importActivity(
  { bytes, correcting }: ActivityImport,
  parts: ImportParts,
): Promise<ActivityImported> {
  const { rows, problems } = readActivityTable(bytes)
  const checked = await check(rows, correcting, parts)
  const all = [...problems, ...checked.problems].toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0))
  if (all.length > 0) return { status: 'refused', problems: all }
  for (const { command, revision } of checked.commands) {
    await parts.handle(command, { actor, commandId: idOf(command, revision) })
  }
  return { status: 'imported', rows: rows.length, written: checked.commands.length }
}

interface Checked {
  readonly commands: readonly { readonly command: ActivityCommand; readonly revision: number }[]
  readonly problems: readonly RowProblem[]
}

/** Decides every row without writing, so that a refusal of the last row is known before the first is written. */
async function check(rows: readonly ActivityRow[], correcting: string | null, parts: ImportParts): Promise<Checked> {
  const commands: Checked['commands'][number][] = []
  const problems: RowProblem[] = []
  const states = new Map<string, { state: ActivityState; revision: number }>()
  for (const { row, report } of rows) {
    const unknown = await unknownSubject(report, parts)
    if (unknown !== null) {
      problems.push({ row, ...unknown })
      continue
    }
    const stream = activityStream(report.about, report.period)
    const known = states.get(stream) ?? (await foldStream(parts.store, stream, activity))
    const { command, refused } = decided(report, correcting, known.state, parts.today)
    if (refused !== null) problems.push({ row, column: 'period', found: report.period, expected: refused })
    if (command === null) {
      states.set(stream, known)
      continue
    }
    commands.push({ command: command.command, revision: known.revision })
    states.set(stream, { state: command.after, revision: known.revision + 1 })
  }
  return { commands, problems }
}

type Report = ActivityRow['report']

/** The command that the row takes and the state after it; null when nothing is to be done or it is refused. */
function decided(report: Report, correcting: string | null, state: ActivityState, today: EffectiveDate) {
  const { published: _, source: __, ...rest } = report
  const stands = state.reports[report.specialty]
  const command: ActivityCommand =
    correcting === null || stands === undefined
      ? { type: 'ReportActivity', data: report }
      : { type: 'CorrectActivity', data: { ...rest, reason: correcting } }
  try {
    const events = activity.decide(command, state, { ...nothingGathered, today })
    const after = events.reduce(
      (before, event, index) =>
        activity.evolve(before, {
          ...event,
          // Stands in for the id that the log will give; nothing here keeps it.
          id: EventId.parse(uuidV5(`${index} ${report.specialty}`, namespace)),
          revision: index,
          recordedAt: RecordedAt.parse(`${today}T00:00:00.000Z`),
        }),
      state,
    )
    return { command: events.length === 0 ? null : { command, after }, refused: null }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { command: null, refused: fill(refusalWords[error.code].en, error.params) }
  }
}

/** A subject that the register or the map does not know, or a region that it was not in; null when both are right. */
async function unknownSubject({ about, region, period }: Report, { store, areas }: ImportParts) {
  const { from } = daysOf(period)
  if (about.level === 'municipality') {
    const actual = regionOf(areas, about.id, from)?.code ?? null
    if (actual === null) return { column: 'id', found: about.id, expected: `a municipality in force on ${from}` }
    if (actual !== region)
      return { column: 'region', found: region ?? '', expected: `${actual}, where the municipality was` }
  }
  if (about.level === 'region') {
    const exists = areas.regions.some((one) => one.code === about.id && inForce(one, from))
    if (!exists) return { column: 'id', found: about.id, expected: `a region in force on ${from}` }
    if (about.id !== region) return { column: 'region', found: region ?? '', expected: about.id }
  }
  if (about.level === 'provider' || about.level === 'clinic' || about.level === 'agreement') {
    for await (const _ of store.read(`${registers[about.level]}-${about.id}`)) return null
    return {
      column: 'id',
      found: about.id,
      expected: `${about.level === 'agreement' ? 'an' : 'a'} ${about.level} of the register`,
    }
  }
  return null
}

/** Streams of what a report can be about. */
const registers = { provider: 'providerNumber', clinic: 'clinic', agreement: 'ridingAgreement' } as const

/** The same words about the same revision are the same command. */
function idOf(command: ActivityCommand, revision: number): string {
  const text = JSON.stringify([command.type, command.data, command.type === 'ReportActivity' ? 0 : revision])
  return uuidV5(createHash('sha256').update(text).digest('hex'), namespace)
}
