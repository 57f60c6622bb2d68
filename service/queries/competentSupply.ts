import type { AsOf } from '#api/asOf'
import type { UncountedReason } from '#api/views/coverage'
import { diagnosisFamilies } from '#events/diagnosisGroups'
import { ClinicId, type DiagnosisGroupId } from '#events/identifiers'
import type { Position2d } from '#events/place'
import { EffectiveDate } from '#events/time'
import { membersOf } from '../demand/groupRates.ts'
import { asOf, knownAt, moment } from '../projections/bitemporal.ts'
import type { Views } from '../projections/views.ts'
import { type Validity, validityOn } from '../rules/coverage/competenceValidity.ts'
import { NotFound } from './answered.ts'
import { clinicFigures } from './capacity.ts'
import { type CoverageLimits, usualLimits } from './coverageLimits.ts'
import { groupBy } from './municipalityFigures.ts'

/** A place where a diagnosis group can be treated. */
export interface CompetentSite {
  readonly clinic: ClinicId
  readonly name: string
  readonly municipality: string | null
  readonly position: Position2d
  /** Persons with valid documentation who work for the clinic. */
  readonly persons: readonly string[]
}

/** Somebody who is documented, or was, and cannot be counted. */
export interface UncountedSite extends Omit<CompetentSite, 'position'> {
  readonly position: Position2d | null
  readonly reason: UncountedReason
  /** Last day of grace. */
  readonly until: EffectiveDate | null
}

/** Who can treat a diagnosis group on a date, and who is documented and is not counted. */
export interface CompetentSupply {
  readonly sites: readonly CompetentSite[]
  readonly uncounted: readonly UncountedSite[]
}

type Competent = {
  clinic: string
  address: string
  lng: number | null
  lat: number | null
  municipality: string | null
  person: string
  status: string
  issued_on: string | null
  expires_on: string | null
}
type Judged = Competent & { reason: UncountedReason | null; until: EffectiveDate | null }

/** How supply is counted. */
export interface Counting {
  /** Limits of a municipality's region; the usual ones when left out. */
  readonly limits?: (municipality: string | null) => CoverageLimits
  /** Only persons under a mobile number, who treat at home. */
  readonly mobile?: boolean
}

/**
 * Places of persons with documentation for the group or a family that holds it, valid on the date, at every
 * address of a clinic with capacity that takes new patients. Of a family: with documentation for the family itself, as its joint cap counts them.
 * Throws `NotFound` for a group or family that the catalogue does not know.
 */
export function competentSupply(
  views: Views,
  at: AsOf,
  group: DiagnosisGroupId,
  { limits = () => usualLimits, mobile = false }: Counting = {},
): CompetentSupply {
  if (membersOf(group).length === 0) throw new NotFound(`Diagnosis group ${group}`)
  const figures = clinicFigures(views, at)
  const closedToNew = takingNobodyNew(views, at)
  const rows = bestOf(
    documented(views, at, group).map((row): Judged => {
      const { validity, graceUntil } = validOn(row, at.effectiveOn, limits(row.municipality))
      const isCounted = validity === 'valid' || validity === 'expiresSoon'
      const reason = !isCounted
        ? validity === 'grace'
          ? 'grace'
          : 'expired'
        : mobile && row.status !== 'mobile'
          ? 'notMobile'
          : (figures.get(row.clinic)?.capacity ?? 0) <= 0
            ? 'noCapacity'
            : closedToNew.has(row.clinic)
              ? 'noNewPatients'
              : row.lng === null || row.lat === null
                ? 'noPlace'
                : null
      return { ...row, reason, until: reason === 'grace' ? graceUntil : null }
    }),
  )
  const groups = groupBy(rows, ({ address, reason }) => `${address} ${reason ?? ''}`)
  const all = [...groups.values()].flatMap((here) => {
    const [first] = here
    if (first === undefined) return []
    const { clinic, municipality, lng, lat, reason } = first
    const until = here.flatMap((row) => row.until ?? []).toSorted()[0] ?? null
    const position: Position2d | null = lng === null || lat === null ? null : [lng, lat]
    const persons = here.map(({ person }) => person)
    const name = figures.get(clinic)?.name ?? clinic
    return [{ clinic: ClinicId.parse(clinic), name, municipality, position, persons, reason, until }]
  })
  return {
    sites: all.flatMap(({ reason, until: _, position, ...site }) =>
      reason === null && position !== null ? [{ ...site, position }] : [],
    ),
    uncounted: all.flatMap(({ reason, ...site }) => (reason === null ? [] : [{ ...site, reason }])),
  }
}

/** Clinics that have said that they take no new patients. */
export function takingNobodyNew(views: Views, at: AsOf): ReadonlySet<string> {
  const rows = views
    .statement<{ clinic: string }>(`SELECT i.clinic FROM clinic_intake i WHERE i.accepts = 0 AND ${asOf('i')}`)
    .all(moment(at))
  return new Set(rows.map(({ clinic }) => clinic))
}

/**
 * Rows of people with documentation on the date, and of those whose documentation has run out: when that was recorded the
 * row ends with it, and grace begins.
 */
function documented(views: Views, at: AsOf, group: DiagnosisGroupId): Competent[] {
  const families = diagnosisFamilies
    .filter(({ id, groups }) => id === group || groups.includes(group))
    .map(({ id }) => id)
  return views
    .statement<Competent>(
      `SELECT DISTINCT k.person, k.issued_on, k.expires_on, p.clinic, p.status, a.address, a.lng, a.lat, a.municipality
       FROM competence k JOIN provider p ON p.holder = k.person
       JOIN practice_address a ON a.clinic = p.clinic AND a.role = 'current'
       WHERE ${knownAt('k')} AND k.effective_from <= :on
         AND (:on < k.effective_to OR (k.expires_on IS NOT NULL AND k.expires_on <= k.effective_to))
         AND ${asOf('p')} AND ${asOf('a')}
         AND ((k.kind = 'group' AND k.target = :group)
           OR (k.kind = 'family' AND k.target IN (SELECT value FROM json_each(:families))))
       ORDER BY p.clinic, a.address, k.person`,
    )
    .all({ ...moment(at), group, families: JSON.stringify(families) })
}

function validOn(
  { issued_on, expires_on }: Competent,
  on: EffectiveDate,
  limits: CoverageLimits,
): { validity: Validity; graceUntil: EffectiveDate | null } {
  const expiresOn = EffectiveDate.nullable().parse(expires_on)
  if (issued_on !== null) return validityOn({ issuedOn: EffectiveDate.parse(issued_on), expiresOn }, on, limits)
  // Without a day of issue only what is written can end it.
  if (expiresOn === null || on < expiresOn) return { validity: 'valid', graceUntil: null }
  return validityOn({ issuedOn: expiresOn, expiresOn }, on, limits)
}

/** A person counts once at an address: by the documentation and the number that count, or come nearest to it. */
const order: readonly (UncountedReason | null)[] = [
  null,
  'noPlace',
  'noNewPatients',
  'noCapacity',
  'notMobile',
  'grace',
  'expired',
]

function bestOf(rows: readonly Judged[]): readonly Judged[] {
  const best = new Map<string, Judged>()
  for (const row of rows) {
    const key = `${row.person} ${row.address}`
    const held = best.get(key)
    if (held === undefined || order.indexOf(row.reason) < order.indexOf(held.reason)) best.set(key, row)
  }
  return [...best.values()]
}
