import type { Reactor } from './reactor.ts'

/** Carries the committee's rulings and referrals from the docket to the cases. */
export const ruling: Reactor = {
  name: 'ruling',
  async on(event, { send }) {
    if (event.type === 'RulingIssued') {
      const { case: id, number: rulingNumber, outcome, effectiveFrom } = event.data
      await send({ type: 'RecordRuling', data: { case: id, rulingNumber, outcome, effectiveFrom } })
    }
    if (event.type === 'ReferredToNationalCommittee') {
      const { case: id, reason } = event.data
      await send({ type: 'RecordReferral', data: { case: id, reason } })
    }
  },
}
