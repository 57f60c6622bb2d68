/** Text of changing clinics, competences and areas on the map inside a scenario. */
export const places = {
  title: 'Kortet i scenariet',
  lead: 'Klinikker, kompetencer og områder kan ændres her. Det gælder kun i scenariet.',
} as const
