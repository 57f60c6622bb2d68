import { ask, choose, defineForm } from '../form.ts'
import { providerOf } from './shown.ts'

/** A5: a number is used in another way. */
export const statusChange = defineForm({
  type: 'A5',
  fields: { provider: ask('provider'), fromStatus: choose('status'), toStatus: choose('status') },
  subject: ({ provider, fromStatus, toStatus }) => ({
    provider: provider.number,
    // The choices are the statuses; the schema sees to it.
    from: fromStatus as 'owner',
    to: toStatus as 'owner',
    place: provider.place,
  }),
  shown: ({ provider, from, to, place }) => ({
    provider: providerOf(provider, { status: from, place }),
    fromStatus: from,
    toStatus: to,
  }),
  problems: ({ fromStatus, toStatus }) => (fromStatus === toStatus ? [['toStatus', 'sameStatus']] : []),
  follow: ({ provider }, changed) =>
    changed === 'provider' && provider?.status != null ? { fromStatus: provider.status } : {},
})
