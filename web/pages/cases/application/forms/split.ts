import { ask, defineForm } from '../form.ts'
import { quantityText } from '../typedQuantity.ts'
import { providerOf } from './shown.ts'

/** A11: a number is split among holders. That the shares make a whole is a rule's business. */
export const split = defineForm({
  type: 'A11',
  fields: { provider: ask('provider'), shares: ask('shares') },
  subject: ({ provider, shares }) => ({ provider: provider.number, shares: [...shares], place: provider.place }),
  shown: ({ provider, shares, place }) => ({
    provider: providerOf(provider, { place }),
    shares: shares.map((share) => ({ ...share })),
  }),
  follow({ provider, shares }, changed) {
    if (changed !== 'provider' || provider?.holder == null || shares.some(({ holder }) => holder !== '')) return {}
    const half = quantityText(50, 2)
    return {
      shares: [
        { holder: provider.holder, share: half },
        { holder: '', share: half },
      ],
    }
  },
})
