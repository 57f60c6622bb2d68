import type { accessLog as danish } from '../da/accessLog.ts'
import type { Translated } from '../en.ts'

/** Text of the access log. */
export const accessLog: Translated<typeof danish> = {
  title: 'Access log',
  lead: "Who has seen what only committee and secretariat may know: economics, consultation answers, deliberations before the ruling and persons' names.",
  year: 'Year',
  emptyTitle: 'Nobody has seen confidential information',
  emptyWhy: 'There are no readings for the region in the chosen year.',
  pages: 'Pages of the access log',
  count_one: '{{total}} reading',
  count_other: '{{total}} readings',
  everything: 'All that was known then',
  columns: {
    at: 'Time',
    who: 'Who',
    what: 'What',
    about: 'About',
    asOf: 'In force',
    asKnownAt: 'Known',
  },
  read: {
    alternatives: 'Alternatives to the application',
    caseFile: 'The case',
    clinic: 'The clinic',
    collisions: 'Cases that collide',
    consultations: 'Consultations and answers',
    events: 'Events',
    followUp: 'Follow-up and economics',
    municipality: 'The municipality',
    paper: "The case's paper",
    personNames: "Persons' names",
    proposal: 'The proposal in the case',
    ridingSchool: 'The riding school',
    rulingReplay: 'The ruling as it was seen',
    scenario: 'The scenario',
    searchPersons: 'Search among persons',
    timeline: 'The timeline',
  },
}
