import type { ScenarioProblem } from '#api/views/scenario'
import type { PlannedChange } from '#events/scenario'
import { readPlanned } from '../deciders/plannedCommand.ts'
import type { KnownScenario } from '../deciders/scenario.ts'
import { isRefused, isWritten, type Outcome } from './decided.ts'
import type { Planned } from './planned.ts'
import { touchSame } from './touches.ts'

type Problems = ReadonlyMap<string, readonly ScenarioProblem[]>

/**
 * Everything there is to know about each change, of those that are off too. First each is decided alone on the base, then
 * those that are on in their order: a change that is refused alone may rest on another, and one that is accepted alone may
 * come too late.
 */
export async function changeProblems(planned: Planned, { base, changes }: KnownScenario): Promise<Problems> {
  const alone = await planned.alone(base, changes)
  const on = changes.filter((change) => change.on)
  const done = new Map((await planned.inTurn(base, on)).map((outcome, index) => [on[index]?.change, outcome]))
  const streams = byStream(on)
  const found = await Promise.all(
    changes.map(async (one, index): Promise<[string, ScenarioProblem[]]> => {
      const outcome = done.get(one.change) ?? alone[index] ?? []
      const own = outcomeProblem(one, outcome)
      const rests = isRefused(outcome) ? await restsOn(planned, { base, changes }, one) : null
      return [one.change, [...own, ...(rests === null ? [] : [rests]), ...sameThing(one, streams)]]
    }),
  )
  return new Map(found)
}

function outcomeProblem({ on, command: { type } }: PlannedChange, outcome: Outcome): ScenarioProblem[] {
  // What is off does no harm; that it would be refused is worth knowing before it is switched on.
  const severity = on ? 'error' : 'warning'
  if (isRefused(outcome)) return [{ severity, code: outcome.code, params: { ...outcome.params } }]
  if (!isWritten(outcome)) {
    const fields = outcome.fields.map(({ path }) => path)
    return [{ severity, code: 'scenario.unreadable', params: { type, fields, reason: outcome.reason } }]
  }
  return on && outcome.length === 0 ? [{ severity: 'information', code: 'scenario.noEffect', params: {} }] : []
}

/** The change that is off or comes later, and with which this one would not be refused. */
async function restsOn(
  planned: Planned,
  { base, changes }: Pick<KnownScenario, 'base' | 'changes'>,
  one: PlannedChange,
): Promise<ScenarioProblem | null> {
  const stream = streamOf(one)
  const at = changes.indexOf(one)
  const others = changes.filter(
    (other, index) => other !== one && (!other.on || index > at) && streamOf(other) === stream,
  )
  for (const other of others) {
    const [, outcome = []] = await planned.inTurn(base, [other, one])
    if (isWritten(outcome)) {
      return { severity: 'warning', code: 'scenario.dependsOn', params: { change: other.change } }
    }
  }
  return null
}

function sameThing(one: PlannedChange, streams: ReadonlyMap<string, readonly PlannedChange[]>): ScenarioProblem[] {
  const stream = streamOf(one)
  const others = stream === null || !one.on ? [] : (streams.get(stream) ?? [])
  const changes = others
    .filter((other) => other !== one && touchSame(one.command, other.command))
    .map(({ change }) => change)
  return changes.length === 0 ? [] : [{ severity: 'warning', code: 'scenario.sameThing', params: { changes } }]
}

function byStream(changes: readonly PlannedChange[]): ReadonlyMap<string, readonly PlannedChange[]> {
  const streams = new Map<string, PlannedChange[]>()
  for (const one of changes) {
    const stream = streamOf(one)
    if (stream === null) continue
    const known = streams.get(stream) ?? []
    known.push(one)
    streams.set(stream, known)
  }
  return streams
}

function streamOf({ command }: PlannedChange): string | null {
  const read = readPlanned(command)
  return 'stream' in read ? read.stream : null
}
