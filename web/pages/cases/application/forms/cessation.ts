import { ask, defineForm, may } from '../form.ts'
import { agreementOf, providerOf } from './shown.ts'

/** A12: a number stops, with the riding agreements under it; without a receiver its capacity lapses. */
export const cessation = defineForm({
  type: 'A12',
  fields: {
    provider: ask('provider'),
    transferredTo: may('newNumber'),
    agreements: may('agreements'),
    reason: ask('note'),
  },
  subject: ({ provider, transferredTo, agreements, reason }) => ({
    provider: provider.number,
    transferredTo,
    agreements: (agreements ?? []).map(({ id }) => id),
    reason,
    place: provider.place,
  }),
  shown: ({ provider, transferredTo, agreements, reason, place }) => ({
    provider: providerOf(provider, { place }),
    transferredTo,
    agreements: agreements.map((id) => agreementOf(id)),
    reason,
  }),
  follow: ({ provider }, changed) =>
    changed === 'provider' && provider !== null ? { agreements: [...provider.agreements] } : {},
})
