import { z } from 'zod'
import type { Command } from '#api/contract'
import { type Field, fieldsOf } from '#api/fields'
import { ChangeTold } from '#api/views/changeTold'
import { ScenarioFile, type ScenarioImportReport, scenarioFileFormat, type Touches } from '#api/views/scenario'
import type { PlannedChange, PlannedCommand } from '#events/scenario'
import { Refusal } from '../deciders/decider.ts'
import { readPlanned } from '../deciders/plannedCommand.ts'
import type { Views } from '../projections/views.ts'
import type { World } from '../queries/query.ts'
import { dataVersionsFor, differences } from './dataVersions.ts'
import { baseAt, type ScenarioRecord } from './records.ts'
import { touchesOf } from './touches.ts'

/** The scenario as a file. It names the data that its figures rest on, and holds none of it. */
export function scenarioFile({ state }: ScenarioRecord): ScenarioFile {
  const { name, note, asOf, base, dataVersions, changes, locks } = state
  return {
    format: scenarioFileFormat.name,
    version: scenarioFileFormat.version,
    name,
    note,
    asOf,
    base: { event: base.event, recordedAt: base.recordedAt, events: base.events },
    dataVersions,
    changes: [...changes],
    locks: [...locks],
  }
}

const Head = z.object({ format: z.string(), version: z.int() })

/** Everything that is wrong with a file's own fields. Throws `Refusal` for a file of another format or version. */
export function readScenarioFile(content: unknown): ScenarioFile | { readonly fields: readonly Field[] } {
  const head = Head.safeParse(content)
  const reads = { reads: scenarioFileFormat.name, readsVersion: scenarioFileFormat.version }
  if (head.success && (head.data.format !== reads.reads || head.data.version !== reads.readsVersion))
    throw new Refusal('scenario.fileVersion', { ...head.data, ...reads })
  const file = ScenarioFile.safeParse(content)
  return file.success ? file.data : { fields: fieldsOf(file.error.issues, 'body.file') }
}

/** What a file would become here, and the command that makes it, for everything in it that can be read. */
export function importOf(
  file: ScenarioFile,
  main: Views,
  world: Pick<World, 'geography'>,
): {
  readonly report: Omit<ScenarioImportReport, 'scenario'>
  commandFor(scenario: string): Pick<Extract<Command, { type: 'CreateScenario' }>, 'type'> & { readonly data: object }
} {
  const here = baseAt(main, file.base.event)
  const base = here ?? baseAt(main, null)
  if (base === null) throw new Refusal('scenario.emptyRegister')
  const { name, note, asOf, locks } = file
  const { changes, unreadable } = readable(file.changes, (command) =>
    touchesOf(command, main, { effectiveOn: asOf, recordedAt: 'now' }),
  )
  return {
    report: {
      name,
      asOf,
      changes: changes.length,
      base: here === null ? 'newest' : 'same',
      dataDiffers: differences(file.dataVersions, dataVersionsFor(main, world, asOf, base)),
      unreadable,
    },
    commandFor: (scenario) => ({
      type: 'CreateScenario',
      data: { scenario, name, note, asOf, copiedFrom: null, baseEvent: here?.event ?? null, changes, locks },
    }),
  }
}

/** The changes that this service can take, and what is wrong with each of the others. */
function readable(all: readonly PlannedChange[], touchesOfIt: (command: PlannedCommand) => Touches) {
  const unreadable: ScenarioImportReport['unreadable'] = []
  const changes: PlannedChange[] = []
  for (const [index, one] of all.entries()) {
    const { change, command } = one
    const read = readPlanned(command)
    const fault =
      'reason' in read
        ? { reason: read.reason, fields: [...read.fields] }
        : changes.some((other) => other.change === change)
          ? { reason: 'taken' as const, fields: [] }
          : null
    if (fault === null) changes.push(one)
    else {
      const told = ChangeTold.parse(command.data)
      unreadable.push({
        change,
        place: index + 1,
        command: command.type,
        told,
        touches: touchesOfIt(command),
        ...fault,
      })
    }
  }
  return { changes, unreadable }
}
