import { v5 as uuidV5 } from 'uuid'
import { type DomainEvent, type DomainEventOf, parse } from '#events/catalogue'
import type { Position } from '#events/envelope'
import type { MessageFailure } from '#events/message'
import type { EffectiveDate, RecordedAt } from '#events/time'
import type { Clock } from '../clock.ts'
import type { Handle } from '../handle.ts'
import { toolsFor } from '../reactors/reactor.ts'
import { anythingAfter } from '../reactors/run.ts'
import type { EventStore } from '../store/eventStore.ts'
import type { Delivery } from './delivery.ts'
import { watchHearings } from './hearingWatch.ts'
import type { Letter } from './letter.ts'
import { laterBy } from './retry.ts'

type Queued = DomainEventOf<'MessageQueued'>

interface Tracked {
  readonly queued: Queued
  readonly attempts: number
  readonly isWaiting: boolean
  /** An attempt that a mail server was handed and that nothing is known of yet. */
  readonly begun: { readonly to: string; readonly attempt: number } | null
  /** When it may be tried next; null for at once. */
  readonly again: RecordedAt | null
}

export interface Postman {
  /** Tries what is due, and reminds of hearings that are near their last day. Twice on a day changes nothing. */
  tick(today: EffectiveDate): Promise<void>
  /** Everything in the log has been seen, and everything that was due has been tried. */
  settled(): Promise<void>
  readonly stopped: Promise<void>
}

export interface PostmanParts {
  readonly store: EventStore
  readonly handle: Handle
  readonly clock: Clock
  /** Where letters go at this moment. */
  readonly delivery: () => Delivery
  /** The letter, or null when the directory has no address for it. */
  readonly write: (queued: Queued) => Promise<Letter | null>
  readonly onError: (error: unknown) => void
  readonly signal: AbortSignal
}

/**
 * Writes letters about hearings and delivers them, following the log from its start. What is queued and not sent is tried
 * again after a restart. An attempt at a mail server whose end was never recorded is not: the letter may have arrived, so
 * that a person chooses.
 */
export function startPostman(parts: PostmanParts): Postman {
  const { store, clock, signal, onError } = parts
  const hearings = watchHearings()
  const letters = new Map<string, Tracked>()
  let catchingUp = true
  let processed: Position | 'start' = 'start'
  let work: Promise<unknown> = Promise.resolve()
  let waiting = 0
  const wakers = new Set<() => void>()

  function serially(task: () => Promise<void>): Promise<void> {
    waiting += 1
    const done = work.then(task).catch(onError)
    work = done.finally(() => {
      waiting -= 1
      wake()
    })
    return done
  }
  function wake(): void {
    for (const waker of wakers) waker()
    wakers.clear()
  }

  function see(event: DomainEvent): void {
    hearings.see(event)
    if (event.type === 'MessageQueued')
      letters.set(event.stream, { queued: event, attempts: 0, begun: null, isWaiting: true, again: null })
    const letter = letters.get(event.stream)
    if (letter === undefined) return
    if (event.type === 'MessageAttemptBegun') letters.set(event.stream, { ...letter, begun: event.data })
    if (event.type === 'MessageSent' || event.type === 'MessageDeliveryUnsure')
      letters.set(event.stream, { ...letter, attempts: event.data.attempt, begun: null, isWaiting: false })
    if (event.type === 'MessageDeliveryFailed') {
      const { attempt: attempts, again } = event.data
      letters.set(event.stream, { ...letter, attempts, begun: null, again, isWaiting: again !== null })
    }
    if (event.type === 'MessageResendAsked') letters.set(event.stream, { ...letter, isWaiting: true, again: null })
  }

  async function queueWanted(): Promise<void> {
    for (const { event, kind, sent } of hearings.wanted()) {
      const { case: id, municipality, round } = sent.data
      const data = { message: uuidV5('message', event.id), kind, case: id, municipality, round }
      await toolsFor({ name: 'postman' }, event, parts).send({ type: 'QueueMessage', data })
      hearings.queued(event)
    }
  }

  async function deliverDue(): Promise<void> {
    for (const [stream, letter] of [...letters]) {
      if (!letter.isWaiting || (letter.again !== null && letter.again > clock.now())) continue
      // Not again before its record has come back through the log, or else a while later.
      letters.set(stream, { ...letter, again: laterBy(clock.now(), 1) })
      await attempt(letter)
    }
  }

  async function attempt({ queued, attempts, begun }: Tracked): Promise<void> {
    const { message, case: id } = queued.data
    const { send } = toolsFor({ name: `postman.${attempts + 1}` }, queued, parts)
    const count = { message, case: id, attempt: attempts + 1 }
    if (begun !== null) return void (await send({ type: 'RecordMessageUnsure', data: { ...count, to: begun.to } }))
    const failed = (reason: MessageFailure, to: string | null, smtpCode: number | null, again: RecordedAt | null) =>
      send({ type: 'RecordMessageFailed', data: { ...count, reason, to, smtpCode, again } })
    const letter = await parts.write(queued)
    if (letter === null) return void (await failed('no-address', null, null, null))
    const delivery = parts.delivery()
    // A file that is laid down twice is one file; a mail is two.
    if (delivery.by === 'smtp') await send({ type: 'BeginMessageAttempt', data: { ...count, to: letter.to } })
    const outcome = await delivery.deliver(letter)
    const { to } = letter
    if (outcome.sent) return void (await send({ type: 'RecordMessageSent', data: { ...count, to, by: delivery.by } }))
    const again = outcome.later ? laterBy(clock.now(), attempts + 1) : null
    await failed(outcome.later ? 'unreachable' : 'rejected', to, outcome.smtpCode, again)
  }

  async function follow(): Promise<void> {
    for await (const item of store.subscribe('start', signal)) {
      const isOurs = 'caughtUp' in item || /^(consultation|message)-/.test(item.stream)
      if ('caughtUp' in item) catchingUp = false
      else {
        if (isOurs) see(parse(item))
        processed = item.position
      }
      if (catchingUp) continue
      wake()
      if (!isOurs) continue
      void serially(queueWanted)
      void serially(deliverDue)
    }
  }

  const stopped = follow()
  stopped.catch(() => undefined)
  return {
    async tick(today) {
      await serially(async () => {
        for (const { sent, dueOn } of hearings.toRemind(today)) {
          const { case: id, municipality, round } = sent.data
          const { send } = toolsFor({ name: 'postman' }, sent, parts)
          await send({ type: 'RemindConsultation', data: { case: id, municipality, round } }, `remind/${dueOn}`)
        }
        await deliverDue()
      })
    },
    async settled() {
      while (!signal.aborted) {
        const at = processed
        const next = new Promise<void>((resolve) => wakers.add(resolve))
        if (!catchingUp && waiting === 0 && !(await anythingAfter(store, at)) && at === processed && waiting === 0)
          return
        await Promise.race([next, stopped])
      }
    },
    stopped,
  }
}
