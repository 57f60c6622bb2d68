/** What answered, by its name or its address, and the key of its words in the access log. */
const worded = {
  alternatives: 'alternatives',
  caseFile: 'caseFile',
  clinic: 'clinic',
  collisions: 'collisions',
  consultations: 'consultations',
  events: 'events',
  followUp: 'followUp',
  likeCases: 'likeCases',
  meeting: 'meeting',
  meetingPaper: 'meetingPaper',
  meetings: 'meetings',
  municipality: 'municipality',
  paper: 'paper',
  personNames: 'personNames',
  proposal: 'proposal',
  ridingSchool: 'ridingSchool',
  rulingReplay: 'rulingReplay',
  scenario: 'scenario',
  searchPersons: 'searchPersons',
  timeline: 'timeline',
  '/api/papers/pdf': 'paper',
  '/api/papers/meeting-pdf': 'meetingPaper',
  '/api/papers/evidence': 'evidence',
} as const

const words: ReadonlyMap<string, (typeof worded)[keyof typeof worded]> = new Map(Object.entries(worded))

/** The key of the words for what answered; null for a route that has none and is shown by its address. */
export function readWords(what: string): (typeof worded)[keyof typeof worded] | null {
  return words.get(what) ?? null
}
