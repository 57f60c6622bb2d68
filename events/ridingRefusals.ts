import type { Words } from './words.ts'

/** Why a change of riding agreements or riding schools was refused. */
export const ridingRefusals = {
  'ridingAgreement.unknown': {
    da: 'Aftalen {agreement} findes ikke.',
    en: 'The agreement {agreement} does not exist.',
  },
  'ridingAgreement.taken': {
    da: 'Aftalen {agreement} findes allerede.',
    en: 'The agreement {agreement} already exists.',
  },
  'ridingAgreement.beforeRequest': {
    da: 'Datoen {effectiveFrom} ligger før ansøgningen {requestedFrom}.',
    en: 'The date {effectiveFrom} is before the request on {requestedFrom}.',
  },
  'ridingAgreement.notPermitted': {
    da: 'Der er ingen tilladelse, der gælder {effectiveFrom}.',
    en: 'No permission holds on {effectiveFrom}.',
  },
  'ridingAgreement.moreThanPermitted': {
    da: 'Der er tilladt {permittedHoursTenths} timer om ugen, ikke {askedHoursTenths}.',
    en: '{permittedHoursTenths} hours a week are permitted, not {askedHoursTenths}.',
  },
  'ridingAgreement.notStarted': {
    da: 'Aftalen er ikke begyndt på datoen.',
    en: 'The agreement has not started on the date.',
  },
  'ridingAgreement.otherSchool': {
    da: 'Aftalen ligger på {school}, ikke på {from}.',
    en: 'The agreement is at {school}, not at {from}.',
  },
  'ridingAgreement.ended': { da: 'Aftalen er ophørt {endedFrom}.', en: 'The agreement ended on {endedFrom}.' },
  'ridingAgreement.countyAfter2006': {
    da: 'Et område aftalt med et amt kræver tiltrædelse før {cutoff}; her er tiltrådt {accessionDate}.',
    en: 'An area agreed with a county needs accession before {cutoff}; this one is {accessionDate}.',
  },
  'ridingSchool.unknown': { da: 'Rideskolen {school} findes ikke.', en: 'The riding school {school} does not exist.' },
  'ridingSchool.taken': {
    da: 'Rideskolen {school} findes allerede.',
    en: 'The riding school {school} already exists.',
  },
  'ridingSchool.beforeRegistration': {
    da: 'Datoen {effectiveFrom} ligger før registreringen {registeredFrom}.',
    en: 'The date {effectiveFrom} is before the registration on {registeredFrom}.',
  },
  'ridingSchool.notApproved': {
    da: 'Rideskolen er ikke godkendt på datoen.',
    en: 'The riding school is not approved on the date.',
  },
} as const satisfies Record<string, Words>
