import { reachOf, type Scope } from '#api/policy'
import { clinicOf } from '#events/caseSubject'
import type { CaseRecord } from './caseRecords.ts'

/**
 * True when the asker may know of the case: everybody's for national bodies, the own region's for committee and
 * secretariat, and for a municipality those that concern it.
 */
export function maySee(scope: Scope, record: CaseRecord): boolean {
  switch (reachOf(scope.role, 'case.read')) {
    case 'all':
      return true
    case 'region':
      return scope.regions.includes(record.region)
    case 'municipality':
      return concerns(record, scope.organisation)
    case 'own':
      return scope.organisation !== null && clinicOf(record.subject) === scope.organisation
    case null:
      return false
  }
}

/**
 * True when the asker may see the cases of a municipality, so that none there means none: those of the own regions'
 * municipalities, of the own municipality, or everybody's.
 */
export function maySeeCasesOf(
  scope: Scope,
  municipality: { readonly code: string; readonly region: string | null },
): boolean {
  switch (reachOf(scope.role, 'case.read')) {
    case 'all':
      return true
    case 'region':
      return municipality.region !== null && scope.regions.includes(municipality.region)
    case 'municipality':
      return scope.organisation === municipality.code
    default:
      return false
  }
}

/** True when a municipality gives, gets, or is heard. */
export function concerns(record: CaseRecord, municipality: string | null): boolean {
  const places: readonly (string | null)[] = [
    record.fromMunicipality,
    record.toMunicipality,
    ...record.involved,
    ...[...record.hearings, ...record.earlierHearings].map((hearing) => hearing.municipality),
  ]
  return municipality !== null && places.includes(municipality)
}
