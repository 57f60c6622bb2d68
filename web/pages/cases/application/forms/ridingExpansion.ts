import { ask, defineForm, may } from '../form.ts'
import { agreementOf, reductions, schoolOf } from './shown.ts'

/** A10: an agreement gets more hours; asked for are the hours afterwards. */
export const ridingExpansion = defineForm({
  type: 'A10',
  fields: { agreement: ask('agreement'), hoursAfter: ask('hours'), reductions: may('reductions') },
  subject: ({ agreement, hoursAfter, ...told }) => ({
    agreement: agreement.id,
    school: agreement.school.id,
    place: agreement.school.place,
    hoursTenths: hoursAfter,
    reductions: reductions.told(told.reductions),
  }),
  shown: ({ agreement, school, place, hoursTenths, ...stored }) => ({
    agreement: agreementOf(agreement, schoolOf(school, place)),
    hoursAfter: hoursTenths,
    reductions: reductions.shown(stored.reductions),
  }),
})
