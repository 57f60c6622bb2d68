import type { AsOf } from '#api/asOf'
import { diagnosisFamilies, diagnosisGroups } from '#events/diagnosisGroups'
import { ClinicId, type DiagnosisGroupId } from '#events/identifiers'
import type { Position2d } from '#events/place'
import { asOf, moment } from '../projections/bitemporal.ts'
import type { Views } from '../projections/views.ts'
import { NotFound } from './answered.ts'
import { clinicFigures } from './capacity.ts'

/** A place where a diagnosis group can be treated. */
export interface CompetentSite {
  readonly clinic: ClinicId
  readonly name: string
  readonly municipality: string | null
  readonly position: Position2d
  /** Persons with valid documentation who work for the clinic. */
  readonly persons: readonly string[]
}

/** Who can treat a diagnosis group on a date, and who is documented and cannot be counted. */
export interface CompetentSupply {
  readonly sites: readonly CompetentSite[]
  readonly notCounted: { readonly withoutPlace: number; readonly withoutCapacity: number }
}

type Competent = {
  clinic: string
  address: string
  lng: number | null
  lat: number | null
  municipality: string | null
  person: string
}

/**
 * Places of persons with documentation for the group or a family that holds it, valid on the date, at every
 * address of a clinic with capacity. Throws `NotFound` for a group that the catalogue does not know.
 */
export function competentSupply(views: Views, at: AsOf, group: DiagnosisGroupId): CompetentSupply {
  if (!diagnosisGroups.some(({ id }) => id === group)) throw new NotFound(`Diagnosis group ${group}`)
  const figures = clinicFigures(views, at)
  const competent = competentPersons(views, at, group)
  const withCapacity = competent.filter(({ clinic }) => (figures.get(clinic)?.capacity ?? 0) > 0)
  const placed = withCapacity.flatMap((row) =>
    row.lng === null || row.lat === null ? [] : [{ ...row, position: [row.lng, row.lat] satisfies Position2d }],
  )
  const addresses = [...new Set(placed.map(({ address }) => address))]
  return {
    sites: addresses.flatMap((address): CompetentSite[] => {
      const here = placed.filter((row) => row.address === address)
      const [first] = here
      if (first === undefined) return []
      const { clinic, municipality, position } = first
      const name = figures.get(clinic)?.name ?? clinic
      return [
        { clinic: ClinicId.parse(clinic), name, municipality, position, persons: here.map(({ person }) => person) },
      ]
    }),
    notCounted: {
      withoutPlace: personsOf(withCapacity) - personsOf(placed),
      withoutCapacity: personsOf(competent) - personsOf(withCapacity),
    },
  }
}

function competentPersons(views: Views, at: AsOf, group: DiagnosisGroupId): Competent[] {
  const families = diagnosisFamilies.filter(({ groups }) => groups.includes(group)).map(({ id }) => id)
  return views
    .statement<Competent>(
      `SELECT DISTINCT k.person, p.clinic, a.address, a.lng, a.lat, a.municipality
       FROM competence k JOIN provider p ON p.holder = k.person
       JOIN practice_address a ON a.clinic = p.clinic AND a.role = 'current'
       WHERE ${asOf('k')} AND ${asOf('p')} AND ${asOf('a')} AND (k.expires_on IS NULL OR k.expires_on > :on)
         AND ((k.kind = 'group' AND k.target = :group)
           OR (k.kind = 'family' AND k.target IN (SELECT value FROM json_each(:families))))
       ORDER BY p.clinic, a.address, k.person`,
    )
    .all({ ...moment(at), group, families: JSON.stringify(families) })
}

function personsOf(competent: readonly Competent[]): number {
  return new Set(competent.map(({ person }) => person)).size
}
