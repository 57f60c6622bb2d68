import { ask, choose, defineForm, may } from '../form.ts'
import { clinicOf } from './shown.ts'

/** A1: a new provider number, in a clinic that exists or one to come. */
export const newNumber = defineForm({
  type: 'A1',
  fields: {
    holder: ask('person'),
    clinic: may('clinic'),
    specialty: choose('specialty'),
    hoursTenths: may('hoursOrNone'),
    newNumber: may('newNumber'),
    place: may('address'),
  },
  subject: ({ holder, clinic, specialty, hoursTenths, newNumber: number, place }) => ({
    holder,
    clinic: clinic?.id ?? null,
    newNumber: number,
    // The choices are the specialties; the schema sees to it.
    specialty: specialty as '51',
    hoursTenths,
    place: place ?? clinic?.place ?? null,
  }),
  shown: ({ holder, clinic, newNumber: number, specialty, hoursTenths, place }) => ({
    holder,
    clinic: clinicOf(clinic, place),
    specialty,
    hoursTenths,
    newNumber: number,
    place: clinic === null ? place : null,
  }),
})
