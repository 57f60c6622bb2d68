/** Views that have words of their own in the access log. */
const worded = [
  'alternatives',
  'caseFile',
  'clinic',
  'collisions',
  'consultations',
  'events',
  'followUp',
  'municipality',
  'paper',
  'personNames',
  'proposal',
  'ridingSchool',
  'rulingReplay',
  'scenario',
  'searchPersons',
  'timeline',
] as const

/** The key of a view's words; null for a route that has none and is shown by its address. */
export function readWords(what: string): (typeof worded)[number] | null {
  return worded.find((one) => one === what) ?? null
}
