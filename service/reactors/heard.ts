import type { DomainEvent } from '#events/catalogue'
import { CaseId } from '#events/identifiers'
import { applicationCase } from '../deciders/case.ts'
import { isOpen } from '../deciders/caseState.ts'
import { consultation } from '../deciders/consultation.ts'
import { foldStream } from '../fold.ts'
import type { Reactor } from './reactor.ts'

/** Case, municipality and round of a hearing's stream. */
export function hearingOf(stream: string): { readonly caseId: CaseId; readonly round: number } {
  const [caseId, , round] = stream.slice('consultation-'.length).split('.')
  return { caseId: CaseId.parse(caseId), round: Number(round) }
}

/** Marks the case heard once every hearing of its round is answered, closed without an answer, or decided not to be required. */
export const heard: Reactor = {
  name: 'heard',
  async on(event, { store, send }) {
    if (!ends(event)) return
    const { caseId, round } = hearingOf(event.stream)
    const { state } = await foldStream(store, `case-${caseId}`, applicationCase)
    if (!isOpen(state) || state.file.round !== round || state.file.heardRound >= round) return
    for (const code of state.file.involved) {
      const hearing = await foldStream(store, `consultation-${caseId}.${code}.${round}`, consultation)
      if (hearing.state.status === 'none' || hearing.state.status === 'sent') return
    }
    await send({ type: 'MarkHeard', data: { case: caseId, round } })
  },
}

function ends({ type }: DomainEvent): boolean {
  return (
    type === 'ConsultationAnswered' || type === 'ConsultationClosedWithoutAnswer' || type === 'ConsultationNotRequired'
  )
}
