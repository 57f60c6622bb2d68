import type { DemoPerson } from '#api/session'

/** Areas in force on a day, by code. */
export interface DemoAreas {
  readonly regions: readonly string[]
  readonly municipalities: readonly string[]
}

/**
 * Who the demo login offers: for each region a secretariat, a committee and a planner, and each municipality. Roles and
 * organisations, never names; the public needs no login.
 */
export function demoPeopleIn({ regions, municipalities }: DemoAreas): readonly DemoPerson[] {
  return [
    ...regions.map((code) => person('sekretariat', 'secretariat', code)),
    ...regions.map((code) => person('udvalg', 'committee', code)),
    ...regions.map((code) => person('planlaegger', 'planner', code)),
    ...municipalities.map((code) => person('kommune', 'municipality', code)),
  ]
}

function person(word: string, role: DemoPerson['role'], organisation: string): DemoPerson {
  return { userId: `${word}-${organisation}`, role, organisation }
}
