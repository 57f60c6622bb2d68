import type { Told } from '#api/views/caps'
import type { Cap, CapArea } from './capsAnswer.ts'

/** Why a cap is not known. */
export type Lack = 'plan' | 'suppressed' | 'prevalence' | 'uptake' | 'patientCount'

/** Everything that a cap lacks by its way of counting; empty for one that is known. */
export function lacksOf(area: CapArea, cap: Cap): readonly Lack[] {
  if (cap.cap !== null) return []
  if (area.parameters === null) return ['plan']
  return [...new Set([cap.people, cap.all].flatMap(lackOf))]
}

function lackOf(told: Told): readonly Lack[] {
  if (told.state === 'value') return []
  return told.state === 'hidden' ? ['suppressed'] : [told.lacks]
}
