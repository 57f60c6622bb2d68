import { v5 as uuidV5 } from 'uuid'
import type { Command } from '#api/contract'
import { type DomainEvent, parse } from '#events/catalogue'
import type { Actor, Position } from '#events/envelope'
import type { CaseId } from '#events/identifiers'
import type { Clock } from './clock.ts'
import { Refusal } from './deciders/decider.ts'
import { knownInRegister } from './gatherRegister.ts'
import { createHandle, type Gather, streamOf } from './handle.ts'
import { branch } from './store/branch.ts'
import type { EventStore } from './store/eventStore.ts'
import { openSqliteStore } from './store/sqlite.ts'

/** Commands that somebody could send, all of them or none; each for itself where `oneByOne` says so. */
export interface Wish {
  /** The commands, by what the log says when their turn comes. */
  commands(log: Pick<EventStore, 'read'>): Promise<readonly Command[]>
  /** The case that they would come from. */
  readonly caseId?: CaseId
  /** A command that is refused is left out, and the others are obeyed. */
  readonly oneByOne?: true
}

const planner: Actor = { userId: 'scenario', role: 'system', organisation: null }
/** Namespace of the ids of hypothetical commands: a random UUID of our own. */
const namespace = '0d3f6f6e-8f0b-4f0a-9a55-0c6ac0b3a1de'

/**
 * What wishes would write if they were obeyed one after the other, decided by the deciders on the log up to the position;
 * the log itself is left as it is. For each wish its events, or the refusal it would meet; one that is refused halfway
 * counts as refused, and those after it are decided as if its first half had happened, so ask for them alone.
 */
export async function hypothetical(
  {
    store,
    clock,
    own: shared,
  }: {
    readonly store: EventStore
    readonly clock: Clock
    /** Where the scenario's own events go; one in memory, for this call alone, unless given. */
    readonly own?: EventStore
  },
  scenario: { readonly id: string; readonly at: Position | 'start' },
  wishes: readonly Wish[],
): Promise<readonly (readonly DomainEvent[] | Refusal)[]> {
  const own = shared ?? openSqliteStore({ file: ':memory:', now: clock.now })
  try {
    const branched = branch(store, scenario, own)
    const outcomes: (readonly DomainEvent[] | Refusal)[] = []
    for (const [index, wish] of wishes.entries())
      outcomes.push(await obeyed(branched, wish, `${scenario.id}/${index}`, scenario.id, clock))
    return outcomes
  } finally {
    if (shared === undefined) await own.close()
  }
}

async function obeyed(branched: EventStore, wish: Wish, name: string, scenarioId: string, clock: Clock) {
  const gather: Gather = (command) => knownInRegister(branched, command)
  const handle = createHandle({ store: branched, clock, gather })
  const made: DomainEvent[] = []
  for (const [index, command] of (await wish.commands(branched)).entries()) {
    const commandId = uuidV5(`${name}/${index}`, namespace)
    const from = wish.caseId === undefined ? {} : { caseId: wish.caseId }
    try {
      const { events } = await handle(command, { actor: planner, commandId, scenarioId, ...from })
      const ids = new Set(events.map((event) => event.id))
      for await (const raw of branched.read(streamOf(command))) if (ids.has(raw.id)) made.push(parse(raw))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      if (wish.oneByOne !== true) return error
    }
  }
  return made
}
