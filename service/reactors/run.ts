import { setTimeout as pause } from 'node:timers/promises'
import { type DomainEvent, parse } from '#events/catalogue'
import type { Position, RecordedEvent } from '#events/envelope'
import type { CaseId } from '#events/identifiers'
import type { EffectiveDate } from '#events/time'
import type { Handle } from '../handle.ts'
import { type CaughtUp, type EventStore, StoreUnavailable } from '../store/eventStore.ts'
import { consultationProposal } from './consultationProposal.ts'
import { createDeadlines } from './deadlines.ts'
import { effect } from './effect.ts'
import { createFindings } from './findings.ts'
import { handedIn } from './handedIn.ts'
import { heard } from './heard.ts'
import { meetingItem } from './meetingItem.ts'
import { type Reactor, toolsFor } from './reactor.ts'
import { ruling } from './ruling.ts'
import { seal } from './seal.ts'
import { staleHearing } from './staleHearing.ts'

export interface Reactors {
  /** Everything that was in the log is dealt with, and everything that followed from it. */
  settled(): Promise<void>
  /** Does what the calendar asks for on this day. Twice on the same day changes nothing. */
  tick(today: EffectiveDate): Promise<void>
  /** Resolves after the signal. Rejects when an event cannot be read or reacted to; the error names it. */
  readonly stopped: Promise<void>
}

/** Streams whose events anything follows from; the rest of the log is passed over unread. */
const followed = /^(case|consultation|docket)-/
/** Pause before an event is tried again when the log or the views do not answer, in milliseconds. */
const retryMs = 200

/**
 * Follows the log from its start and reacts, one event at a time, in log order. What was done in an earlier run is known
 * by its command ids and not done again, so two of these on one log are harmless.
 */
export function startReactors(parts: {
  readonly store: EventStore
  readonly handle: Handle
  readonly signal: AbortSignal
}): Reactors {
  const { store, handle, signal } = parts
  const findings = createFindings()
  const deadlines = createDeadlines()
  // Findings come last: a ruling's effect stands before the other cases are looked at.
  const reactors: readonly Reactor[] = [handedIn, ruling, meetingItem, effect, seal, consultationProposal, heard]
  /** While catching up, the findings of a case are computed once, for the last event that touched it. */
  const touched = new Map<CaseId, DomainEvent>()
  let catchingUp = true
  let processed: Position | 'start' = 'start'
  let work: Promise<unknown> = Promise.resolve()
  let pending = 0
  let wake: () => void = () => undefined
  let progress = new Promise<void>((resolve) => {
    wake = resolve
  })

  function progressed(): void {
    wake()
    progress = new Promise((resolve) => {
      wake = resolve
    })
  }

  /** One piece of work at a time. */
  function serially(task: () => Promise<void>): Promise<void> {
    pending += 1
    const done = work.then(task).finally(() => {
      pending -= 1
      progressed()
    })
    work = done.catch(() => undefined)
    return done
  }

  async function patiently(task: () => Promise<void>): Promise<void> {
    while (!signal.aborted) {
      try {
        return await task()
      } catch (error) {
        if (!(error instanceof StoreUnavailable)) throw error
        await pause(retryMs, undefined, { signal }).catch(() => undefined)
      }
    }
  }

  async function react(raw: RecordedEvent): Promise<void> {
    const event = parse(raw)
    deadlines.see(event)
    for (const reactor of reactors) await patiently(() => reactor.on(event, toolsFor(reactor, event, parts)))
    if (catchingUp) for (const id of findings.touched(event)) touched.set(id, event)
    else await patiently(() => findings.on(event, toolsFor(findings, event, parts)))
    // After the findings, which say whom the corrected application involves.
    await patiently(() => staleHearing.on(event, toolsFor(staleHearing, event, parts)))
  }

  async function catchUp(): Promise<void> {
    catchingUp = false
    for (const [id, event] of touched) {
      const { send } = toolsFor(findings, event, { store, handle })
      await patiently(async () => void (await send({ type: 'ComputeFindings', data: { case: id, unlessSame: true } })))
    }
    touched.clear()
  }

  async function follow(): Promise<void> {
    for await (const item of store.subscribe('start', signal)) {
      if (isCaughtUp(item)) {
        if (catchingUp) await serially(catchUp)
        continue
      }
      if (followed.test(item.stream)) await serially(() => react(item))
      processed = item.position
      if (!catchingUp) progressed()
    }
  }

  async function settled(): Promise<void> {
    while (!signal.aborted) {
      const at = processed
      const next = progress
      if (!catchingUp && !(await anythingAfter(store, at)) && at === processed && pending === 0) return
      await Promise.race([next, stopped])
    }
  }

  const stopped = follow()
  // Whoever started this looks at it; `settled` does too.
  stopped.catch(() => undefined)

  return {
    settled,
    async tick(today) {
      await serially(() =>
        patiently(() => deadlines.tick(today, (event) => toolsFor({ name: 'deadlines' }, event, parts))),
      )
    },
    stopped,
  }
}

function isCaughtUp(item: RecordedEvent | CaughtUp): item is CaughtUp {
  return 'caughtUp' in item
}

/** True when the log holds an event after the position. */
export async function anythingAfter(store: EventStore, position: Position | 'start'): Promise<boolean> {
  const probe = new AbortController()
  for await (const item of store.subscribe(position, probe.signal)) {
    probe.abort()
    return !isCaughtUp(item)
  }
  return false
}
