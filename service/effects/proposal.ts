import type { Command } from '#api/contract'
import type { PlannedChange, PlannedCommand } from '#events/scenario'
import type { EffectiveDate } from '#events/time'
import { readPlanned } from '../deciders/plannedCommand.ts'
import type { Effect, Occasion } from './effect.ts'

/** A16: every change of the scenario that is on and can be read, in its order. */
export function proposalEffect(changes: readonly PlannedChange[], { from }: Pick<Occasion, 'from'>): Effect {
  return {
    commands: changes.flatMap(({ command }): Command[] => {
      const read = readPlanned(notBefore(command, from))
      return 'command' in read ? [read.command] : []
    }),
  }
}

/** A change of a proposal from its own date on, and never from before the ruling's. */
export function notBefore({ type, data }: PlannedCommand, from: EffectiveDate): PlannedCommand {
  const own = data.effectiveFrom
  return typeof own === 'string' && own < from ? { type, data: { ...data, effectiveFrom: from } } : { type, data }
}
