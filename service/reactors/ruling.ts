import type { Reactor } from './reactor.ts'

/** Carries rulings, withdrawals, referrals and what the national committee decided from the docket to the cases. */
export const ruling: Reactor = {
  name: 'ruling',
  async on(event, { send }) {
    if (event.type === 'RulingIssued') {
      const { case: id, number: rulingNumber, outcome, effectiveFrom } = event.data
      await send({ type: 'RecordRuling', data: { case: id, rulingNumber, outcome, effectiveFrom } })
    }
    if (event.type === 'RulingWithdrawn') {
      const { case: id, number: rulingNumber, reason } = event.data
      await send({ type: 'RecordRulingWithdrawn', data: { case: id, rulingNumber, reason } })
    }
    if (event.type === 'NationalCommitteeDecided') {
      const { case: id, reference, outcome, effectiveFrom } = event.data
      await send({ type: 'RecordNationalDecision', data: { case: id, reference, outcome, effectiveFrom } })
    }
    if (event.type === 'ReferredToNationalCommittee') {
      const { case: id, reason } = event.data
      await send({ type: 'RecordReferral', data: { case: id, reason } })
    }
  },
}
