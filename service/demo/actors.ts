import type { Actor } from '#events/envelope'
import type { MunicipalityCode, RegionCode } from '#events/identifiers'

/** Enters what the old register held. */
export const registrar: Actor = { userId: 'register-import', role: 'registrar', organisation: null }
/** Notes what the calendar brings. */
export const system: Actor = { userId: 'system', role: 'system', organisation: null }

/** The secretariat of a region. */
export function secretariat(region: RegionCode): Actor {
  return { userId: `sekretariat-${region}`, role: 'secretariat', organisation: region }
}

/** The committee of a region. */
export function committee(region: RegionCode): Actor {
  return { userId: `udvalg-${region}`, role: 'committee', organisation: region }
}

/** A planner of a region. */
export function planner(region: RegionCode): Actor {
  return { userId: `planlaegger-${region}`, role: 'planner', organisation: region }
}

/** The administration of a municipality. */
export function municipality(code: MunicipalityCode): Actor {
  return { userId: `kommune-${code}`, role: 'municipality', organisation: code }
}
