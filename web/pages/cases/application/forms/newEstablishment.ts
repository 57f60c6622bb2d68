import { ask, choose, defineForm, may } from '../form.ts'
import { clinicOf } from './shown.ts'

/** A13: new capacity from the advertised pool of 2024. */
export const newEstablishment = defineForm({
  type: 'A13',
  fields: {
    clinic: ask('clinic'),
    holder: ask('person'),
    fundedSpecialty: choose('fundedSpecialty'),
    requestedOere: ask('kroner'),
    newNumber: may('newNumber'),
  },
  subject: ({ clinic, holder, fundedSpecialty, requestedOere, newNumber }) => ({
    clinic: clinic.id,
    holder,
    newNumber,
    // The choices are the two specialties of the pool; the schema sees to it.
    specialty: fundedSpecialty as '51',
    requestedOere,
    place: clinic.place,
  }),
  shown: ({ clinic, holder, newNumber, specialty, requestedOere, place }) => ({
    clinic: clinicOf(clinic, place),
    holder,
    fundedSpecialty: specialty,
    requestedOere,
    newNumber,
  }),
})
