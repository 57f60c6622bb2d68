import type { da } from '../da.ts'
import type { Translated } from '../en.ts'

/** Text of changing clinics, competences and areas on the map inside a scenario. */
export const places: Translated<typeof da.places> = {
  title: 'The map in the scenario',
  lead: 'Clinics, competences and areas can be changed here. It holds in the scenario only.',
}
