import type { DomainEvent } from '#events/catalogue'
import { applicationCase } from '../deciders/case.ts'
import { effectOf } from '../effects/effects.ts'
import { knownFor } from '../effects/known.ts'
import { foldStream } from '../fold.ts'
import { streamOf } from '../handle.ts'
import { adopt } from './adoption.ts'
import type { Reactor } from './reactor.ts'

/**
 * Carries out a ruling that grants: the register changes from the ruling's date, with the ruling as the cause. When the
 * world has moved, or the application lacks something, the case says so, with the register's own refusal.
 */
export const effect: Reactor = {
  name: 'effect',
  async on(event, { store, send }) {
    const decision = decisionOf(event)
    if (decision === null || decision.outcome === 'refused') return
    const { case: id, number, effectiveFrom } = decision
    const { state } = await foldStream(store, `case-${id}`, applicationCase)
    // Recorded already: a later change of the same thing must not make this one look refused.
    if (state.status !== 'ruled' || state.file.ruling?.number !== number) return
    const { subject, receivedOn, region } = state.file
    if (subject.type === 'A16') return await adopt({ ...state.file, subject, effectiveFrom }, { store, send })
    const occasion = { from: effectiveFrom, receivedOn, region, ruling: number }
    const change = effectOf(subject, occasion, await knownFor(store, subject, occasion))
    const refused = (code: string, params: Readonly<Record<string, unknown>>) =>
      send({ type: 'RecordEffectRefused', data: { case: id, code, params: { ...params } } })
    if ('lacks' in change) return void (await refused('case.effectLacks', { fields: change.lacks }))
    const [first] = change.commands
    // What the first commands wrote stays: each is right by itself, and the case tells where it stopped.
    for (const command of change.commands) {
      const refusal = await send(command)
      if (refusal !== null) return void (await refused(refusal.code, refusal.params))
    }
    if (first !== undefined) await send({ type: 'RecordEffectApplied', data: { case: id, stream: streamOf(first) } })
  },
}

/** A decision that the register may follow: the committee's, or the national committee's in its stead. */
function decisionOf(event: DomainEvent) {
  switch (event.type) {
    case 'RulingIssued':
      return event.data
    case 'NationalCommitteeDecided':
      return { ...event.data, number: event.data.reference }
    default:
      return null
  }
}
