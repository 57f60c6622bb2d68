import { ask, defineForm, may } from '../form.ts'
import { clinicOf } from './shown.ts'

/** A4: a second place for the same capacity. */
export const extraAddress = defineForm({
  type: 'A4',
  fields: {
    clinic: ask('clinic'),
    plannedMain: may('capacity'),
    plannedExtra: may('capacity'),
    openToAllPatients: may('yesNo'),
    to: ask('address'),
    notifiedOn: may('date'),
  },
  subject: ({ clinic, plannedMain, plannedExtra, openToAllPatients, to, notifiedOn }, newId) => ({
    clinic: clinic.id,
    address: newId('a', to.town ?? to.text),
    place: clinic.place,
    to,
    plannedMain,
    plannedExtra,
    openToAllPatients,
    notifiedOn,
  }),
  shown: ({ clinic, place, to, plannedMain, plannedExtra, openToAllPatients, notifiedOn }) => ({
    clinic: clinicOf(clinic, place),
    plannedMain,
    plannedExtra,
    openToAllPatients,
    to,
    notifiedOn,
  }),
})
