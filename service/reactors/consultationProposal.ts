import { MunicipalityCode } from '#events/identifiers'
import { applicationCase } from '../deciders/case.ts'
import { isOpen } from '../deciders/caseState.ts'
import { equal } from '../deciders/equal.ts'
import { foldStream } from '../fold.ts'
import type { Reactor } from './reactor.ts'

/**
 * Proposes the municipalities that R-18 names; a person sends the hearing. When a correction changes who is involved, the
 * new set is a new round.
 */
export const consultationProposal: Reactor = {
  name: 'consultationProposal',
  async on(event, { store, send }) {
    if (event.type !== 'FindingsComputed') return
    const rule = event.data.set.findings.find(({ rule }) => rule === 'R-18')
    const named = rule?.params.involved
    if (rule === undefined || rule.outcome === 'not-applicable' || !Array.isArray(named) || named.length === 0) return
    const involved = named.map((code) => MunicipalityCode.parse(code))
    const { state } = await foldStream(store, event.stream, applicationCase)
    if (!isOpen(state) || equal(state.file.involved, involved)) return
    const { case: id, round } = state.file
    await send({ type: 'ProposeConsultation', data: { case: id, involved, round: round + 1 } })
  },
}
