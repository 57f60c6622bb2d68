import { createHash } from 'node:crypto'
import type { DomainEvent } from '#events/catalogue'
import type { PlannedChange, PlannedCommand, ScenarioBase } from '#events/scenario'
import type { Clock } from '../clock.ts'
import { Refusal } from '../deciders/decider.ts'
import { type PlannedFault, readPlanned } from '../deciders/plannedCommand.ts'
import { hypothetical, type Wish } from '../hypothetical.ts'
import { remembering } from '../remembering.ts'
import type { EventStore } from '../store/eventStore.ts'
import { openSqliteStore } from '../store/sqlite.ts'

/** What became of a change: what it writes, what the register says no with, or why it cannot be read any more. */
export type Outcome = readonly DomainEvent[] | Refusal | PlannedFault

/** Decides changes on a base, one after the other, each by its own decider. */
export interface Deciding {
  /** The outcome of each change in its turn; one that is refused is left out for those that follow. */
  inTurn(base: ScenarioBase, changes: readonly PlannedCommand[]): Promise<readonly Outcome[]>
}

/** Streams whose outcomes are kept, of all scenarios together. */
const kept = 5000

interface Held {
  outcomes: Promise<readonly Outcome[]> | undefined
}

/**
 * Deciders see their own stream and no other, so changes to different streams are decided apart, and remembered: editing
 * one cell decides one cell anew. Shared pools of capacity are the exception; all of them are decided together.
 */
export function createDeciding({ store, clock }: { readonly store: EventStore; readonly clock: Clock }): Deciding {
  const remembered = remembering<Held>(kept)

  async function decide(base: ScenarioBase, key: string, wishes: readonly Wish[], own: EventStore) {
    // What a change writes is recorded when its base was: the same content is the same events, here and elsewhere.
    const frozen = { today: clock.today, now: () => base.recordedAt }
    return await hypothetical({ store, clock: frozen, own }, { id: `planned-${key}`, at: base.position }, wishes)
  }

  return {
    async inTurn(base, changes) {
      const units = new Map<string, { readonly indices: number[]; readonly wishes: Wish[]; said: string }>()
      const outcomes: (Outcome | undefined)[] = changes.map(() => undefined)
      for (const [index, change] of changes.entries()) {
        const read = readPlanned(change)
        if ('reason' in read) {
          outcomes[index] = read
          continue
        }
        const unit = read.stream.startsWith('krCapacity-') ? 'krCapacity' : read.stream
        const known = units.get(unit) ?? { indices: [], wishes: [], said: '' }
        known.indices.push(index)
        known.wishes.push({ commands: async () => [read.command] })
        known.said += `\n${JSON.stringify(read.planned)}`
        units.set(unit, known)
      }
      let own: EventStore | undefined
      try {
        for (const [unit, { indices, wishes, said }] of units) {
          const key = createHash('sha256').update(`${base.event} ${clock.today()} ${unit}${said}`).digest('base64url')
          const held = remembered(key, () => ({ outcomes: undefined }))
          if (held.outcomes === undefined) {
            own ??= openSqliteStore({ file: ':memory:', now: () => base.recordedAt })
            held.outcomes = decide(base, key.slice(0, 16), wishes, own)
            // The next who asks tries again.
            held.outcomes.catch(() => {
              held.outcomes = undefined
            })
          }
          const decided = await held.outcomes
          for (const [turn, index] of indices.entries()) outcomes[index] = decided[turn]
        }
      } finally {
        await own?.close()
      }
      return outcomes.map((outcome) => outcome ?? [])
    },
  }
}

/** Names what a scenario holds: the same key, the same figures. */
export function contentKey(
  base: ScenarioBase,
  dataVersions: readonly { readonly name: string; readonly version: string }[],
  changes: readonly PlannedChange[],
): string {
  const does = changes.filter(({ on }) => on).map(({ command }) => command)
  const content = JSON.stringify([base.event, dataVersions, does])
  return createHash('sha256').update(content).digest('base64url').slice(0, 16)
}

/** What an outcome writes; nothing when it was refused or cannot be read. */
export function written(outcome: Outcome): readonly DomainEvent[] {
  return isWritten(outcome) ? outcome : []
}

export function isWritten(outcome: Outcome): outcome is readonly DomainEvent[] {
  return Array.isArray(outcome)
}

export function isRefused(outcome: Outcome): outcome is Refusal {
  return outcome instanceof Refusal
}
