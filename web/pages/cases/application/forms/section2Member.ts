import { ask, defineForm, may } from '../form.ts'
import { providerOf } from './shown.ts'

/** A15: a therapist joins the region's agreement on palliative physiotherapy. */
export const section2Member = defineForm({
  type: 'A15',
  fields: {
    person: ask('person'),
    provider: may('provider'),
    homeRadiusKm: may('kilometres'),
    acceptsNew: may('yesNo'),
    trainingDone: may('yesNo'),
    place: may('address'),
  },
  subject: ({ person, provider, homeRadiusKm, acceptsNew, trainingDone, place }) => ({
    person,
    provider: provider?.number ?? null,
    place: place ?? provider?.place ?? null,
    homeRadiusKm,
    acceptsNew,
    trainingDone,
  }),
  shown: ({ person, provider, place, homeRadiusKm, acceptsNew, trainingDone }) => ({
    person,
    provider: providerOf(provider, { holder: person, place }),
    homeRadiusKm,
    acceptsNew,
    trainingDone,
    place: provider === null ? place : null,
  }),
  follow: ({ provider, person }, changed) =>
    changed === 'provider' && provider?.holder != null && person === '' ? { person: provider.holder } : {},
})
