import type { AsOf } from '#api/asOf'
import type { CaseSubject } from '#events/caseSubject'
import type { Views } from '../projections/views.ts'
import { type ClinicFigures, clinicFigures } from './capacity.ts'
import { capacityOf } from './municipalityFigures.ts'

/** What a move does to one municipality. Capacity is null when unknown. */
export interface Effect {
  readonly code: string
  readonly before: number | null
  readonly after: number | null
  readonly clinicsBefore: number
  readonly clinicsAfter: number
}

/**
 * Figures of the municipality that a clinic leaves and the one that it comes to, without the move and with it. It does
 * not matter whether the views hold the move already: the clinic is put to either side.
 */
export function relocationEffects(
  views: Views,
  at: AsOf,
  subject: Extract<CaseSubject, { type: 'A3' }>,
): readonly Effect[] {
  const all = [...clinicFigures(views, at).values()]
  const moving = all.find(({ clinic }) => clinic === subject.clinic)
  const others = all.filter(({ clinic }) => clinic !== subject.clinic)
  const places = [subject.from.municipality, subject.to.municipality].filter((code) => code !== null)
  return [...new Set(places)].map((code) => {
    const staying = others.filter(({ municipality }) => municipality === code)
    const before = withClinic(staying, subject.from.municipality === code ? moving : undefined)
    const after = withClinic(staying, subject.to.municipality === code ? moving : undefined)
    return {
      code,
      before: capacityOf(before),
      after: capacityOf(after),
      clinicsBefore: before.length,
      clinicsAfter: after.length,
    }
  })
}

function withClinic(clinics: readonly ClinicFigures[], moving: ClinicFigures | undefined): readonly ClinicFigures[] {
  return moving === undefined ? clinics : [...clinics, moving]
}
