import type { MapEvidence, Measure } from '#events/finding'
import type { EffectiveDate } from '#events/time'
import { daysBetween } from '../calendar.ts'
import type { PermissionFact, ReportedHours, SchoolFact } from '../facts/riding.ts'
import type { CaseFacts } from '../facts.ts'

/** Days that a contract runs before its permission holds; 0 when it does not. */
export function daysWithout(contractFrom: EffectiveDate | null | undefined, permittedFrom: EffectiveDate): number {
  return contractFrom === null || contractFrom === undefined ? 0 : Math.max(0, daysBetween(contractFrom, permittedFrom))
}

/** Hours that are held or reported at a school beyond what is permitted there; 0 when it is not known what is. In tenths. */
export function hoursBeyond(held: Pick<ReportedHours, 'hoursTenths' | 'permittedTenths'> | null): number {
  return held === null || held.permittedTenths === null ? 0 : Math.max(0, held.hoursTenths - held.permittedTenths)
}

/** First day of the permission: of the one in the register, else of the one that is asked for. */
export function permissionFrom({ permittedFrom }: PermissionFact, wantedFrom: EffectiveDate): EffectiveDate {
  return permittedFrom !== null && permittedFrom < wantedFrom ? permittedFrom : wantedFrom
}

/**
 * True until everybody involved has answered or let the deadline pass. A permission is the committee's ruling, and it comes
 * after the hearing: when that is over, nothing more is waited for here.
 */
export function isHearingOpen({ consultations }: Pick<CaseFacts, 'consultations'>): boolean {
  return consultations.length === 0 || consultations.some(({ state }) => state === 'not-sent' || state === 'sent')
}

/** What a permission must name and does not: the address of the school, and an approved school at it. */
export function missingAt(school: SchoolFact | null): string[] {
  if (school === null || school.approved === null) return ['school']
  return [...(school.municipality === null ? ['toMunicipality'] : []), ...(school.approved ? [] : ['schoolApproval'])]
}

/** The school as a point for the map; nothing when its place is not known. */
export function schoolPoint(school: SchoolFact | null, role: string): MapEvidence[] {
  return school?.position == null ? [] : [{ kind: 'point', role, position: school.position, label: school.name }]
}

/** Days without a permission, and hours beyond one. */
export function permissionMeasures(days: number, held: PermissionFact['held']): Measure[] {
  return [
    { key: 'daysWithoutPermission', value: days, unit: 'days', limit: 0 },
    ...(held === null
      ? []
      : [{ key: 'hoursHeld', value: held.hoursTenths, unit: 'hoursTenths' as const, limit: held.permittedTenths }]),
  ]
}
