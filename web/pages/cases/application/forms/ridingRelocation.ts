import { ask, defineForm } from '../form.ts'
import { agreementOf, schoolOf } from './shown.ts'

/** A9: an agreement moves to another school, with its hours. */
export const ridingRelocation = defineForm({
  type: 'A9',
  fields: { agreement: ask('agreement'), toSchool: ask('school') },
  subject: ({ agreement, toSchool }) => ({
    agreement: agreement.id,
    fromSchool: agreement.school.id,
    toSchool: toSchool.id,
    from: agreement.school.place,
    to: toSchool.place,
  }),
  shown: ({ agreement, fromSchool, toSchool, from, to }) => ({
    agreement: agreementOf(agreement, schoolOf(fromSchool, from)),
    toSchool: schoolOf(toSchool, to),
  }),
  problems: ({ agreement, toSchool }) => (agreement.school.id === toSchool.id ? [['toSchool', 'samePlace']] : []),
})
