import { ask, choose, defineForm, may } from '../form.ts'
import { clinicOf } from './shown.ts'

/** A14: documentation of a competence for a diagnosis group or a family of groups. */
export const competence = defineForm({
  type: 'A14',
  fields: {
    person: ask('person'),
    practice: may('clinic'),
    target: choose('target'),
    issuer: may('text'),
    evidenceRef: may('text'),
    issuedOn: may('date'),
    expiresOn: may('date'),
  },
  subject: ({ person, practice, target, issuer, evidenceRef, issuedOn, expiresOn }) => {
    // The choices are `group:<id>` and `family:<id>`; the schema sees to it.
    const [kind, id = ''] = target.split(':')
    return {
      person,
      target: { kind: kind as 'group', id },
      issuer,
      issuedOn,
      expiresOn,
      evidenceRef,
      place: practice?.place ?? null,
    }
  },
  shown: ({ person, target, issuer, issuedOn, expiresOn, evidenceRef, place }) => ({
    person,
    practice: place === null ? null : clinicOf('', place),
    target: `${target.kind}:${target.id}`,
    issuer,
    evidenceRef,
    issuedOn,
    expiresOn,
  }),
})
