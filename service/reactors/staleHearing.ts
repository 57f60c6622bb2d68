import { MunicipalityCode } from '#events/identifiers'
import { applicationCase } from '../deciders/case.ts'
import { type CaseFile, isOpen } from '../deciders/caseState.ts'
import { consultation } from '../deciders/consultation.ts'
import { foldStream } from '../fold.ts'
import type { Reactor, Tools } from './reactor.ts'

/**
 * A correction of what a hearing was about makes a new version of the application, and so a new round: whoever was asked
 * about the old version is proposed again. When the application was received is nothing that a municipality is asked.
 */
export const staleHearing: Reactor = {
  name: 'staleHearing',
  async on(event, { store, send }) {
    if (event.type !== 'CaseInformationCorrected' || event.data.correction.field === 'receivedOn') return
    const { state } = await foldStream(store, event.stream, applicationCase)
    if (!isOpen(state) || !(await wasAskedBefore(state.file, event.recordedAt, store))) return
    const { case: id, round } = state.file
    await send({ type: 'ProposeConsultation', data: { case: id, involved: involvedNow(state.file), round: round + 1 } })
  },
}

/** True when a hearing of the current round was sent before the correction, and so about what was corrected. */
async function wasAskedBefore(file: CaseFile, correctedAt: string, store: Tools['store']): Promise<boolean> {
  for (const code of file.involved) {
    const { state } = await foldStream(store, `consultation-${file.case}.${code}.${file.round}`, consultation)
    if (state.status !== 'none' && state.status !== 'not-required' && state.sentAt < correctedAt) return true
  }
  return false
}

/** Municipalities that the newest findings name; those asked before where they name none. */
function involvedNow({ findings, involved }: CaseFile): MunicipalityCode[] {
  const named = findings?.findings.find(({ rule }) => rule === 'R-18')?.params.involved
  return Array.isArray(named) && named.length > 0 ? named.map((code) => MunicipalityCode.parse(code)) : [...involved]
}
