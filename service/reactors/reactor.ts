import { v5 as uuidV5 } from 'uuid'
import type { Command } from '#api/contract'
import type { DomainEvent } from '#events/catalogue'
import type { Actor } from '#events/envelope'
import { Refusal } from '../deciders/decider.ts'
import { type Handle, streamOf } from '../handle.ts'
import type { EventStore } from '../store/eventStore.ts'

/** What a reactor works with. */
export interface Tools {
  readonly store: Pick<EventStore, 'read'>
  /**
   * Sends a command with the event as its cause. Answers the refusal when the domain says no. `mark` tells apart two
   * commands of one type to one stream.
   */
  send(command: Command, mark?: string): Promise<Refusal | null>
}

/** Turns one event into commands to other streams. Doing so twice is harmless: the commands' ids are derived. */
export interface Reactor {
  readonly name: string
  on(event: DomainEvent, tools: Tools): Promise<void>
}

const system: Actor = { userId: 'system', role: 'system', organisation: null }

/** Tools for one event and one reactor: commands carry the event as their cause, and an id derived from both. */
export function toolsFor(
  { name }: Pick<Reactor, 'name'>,
  event: DomainEvent,
  parts: { readonly store: Pick<EventStore, 'read'>; readonly handle: Handle },
): Tools {
  return {
    store: parts.store,
    async send(command, mark) {
      try {
        await parts.handle(command, {
          actor: system,
          commandId: uuidV5(`${mark ?? name}/${command.type}/${streamOf(command)}`, event.id),
          correlationId: event.metadata.correlationId,
          causationId: event.id,
          ...(event.metadata.caseId === undefined ? {} : { caseId: event.metadata.caseId }),
          // What follows from demonstration data is demonstration data.
          ...(event.metadata.synthetic === undefined ? {} : { synthetic: event.metadata.synthetic }),
        })
        return null
      } catch (error) {
        if (error instanceof Refusal) return error
        throw error
      }
    },
  }
}
