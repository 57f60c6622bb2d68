import type { Command } from '#api/contract'
import type { EffectiveDate } from '#events/time'
import { applicationCase } from '../deciders/case.ts'
import { foldStream } from '../fold.ts'
import { streamOf } from '../handle.ts'
import type { Reactor } from './reactor.ts'

/**
 * Applies a ruling that grants a relocation: the address moves from the ruling's date, with the ruling as the cause. When
 * the world has moved, the case says so, with the register's own refusal.
 */
export const relocation: Reactor = {
  name: 'relocation',
  async on(event, { store, send }) {
    if (event.type !== 'RulingIssued' || event.data.outcome === 'refused') return
    const { case: id, number, effectiveFrom } = event.data
    const { state } = await foldStream(store, `case-${id}`, applicationCase)
    // Recorded already: a later move of the same address must not make this one look refused.
    if (state.status !== 'ruled' || state.file.ruling?.number !== number || state.file.subject.type !== 'A3') return
    const { address: addressId, from, to, previousUntil } = state.file.subject
    const move: Command = {
      type: 'MovePracticeAddress',
      data: {
        addressId,
        effectiveFrom,
        from,
        to,
        // An overlap asked for does not outlive a later start; a gap is never made.
        previousUntil: later(previousUntil, effectiveFrom),
        ruling: number,
      },
    }
    const refusal = await send(move)
    await send(
      refusal === null
        ? { type: 'RecordEffectApplied', data: { case: id, stream: streamOf(move) } }
        : { type: 'RecordEffectRefused', data: { case: id, code: refusal.code, params: { ...refusal.params } } },
    )
  },
}

function later(a: EffectiveDate, b: EffectiveDate): EffectiveDate {
  if (a < b) return b
  return a
}
