import { ask, defineForm, may } from '../form.ts'
import { providerOf } from './shown.ts'

/** A6: a physiotherapist is employed under somebody's number (section 24). */
export const employment = defineForm({
  type: 'A6',
  fields: {
    provider: ask('provider'),
    employee: ask('person'),
    hoursTenths: may('hoursOrNone'),
    turnoverLast12Oere: may('kroner'),
    turnoverThisYearOere: may('kroner'),
  },
  subject: ({ provider, ...told }) => ({
    provider: provider.number,
    employee: told.employee,
    hoursTenths: told.hoursTenths,
    turnoverLast12Oere: told.turnoverLast12Oere,
    turnoverThisYearOere: told.turnoverThisYearOere,
    place: provider.place,
  }),
  shown: ({ provider, employee, hoursTenths, turnoverLast12Oere, turnoverThisYearOere, place }) => ({
    provider: providerOf(provider, { place }),
    employee,
    hoursTenths,
    turnoverLast12Oere,
    turnoverThisYearOere,
  }),
})
