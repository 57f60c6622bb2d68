import { z } from 'zod'
import { ActivitySubject } from '#events/activity'
import { AddressId, AgreementId, CaseId, ClinicId, PersonId, ProviderNumber, SchoolId } from '#events/identifiers'
import type { Views } from '../projections/views.ts'

/** What a command can name at the top of its body. */
export const Named = z.looseObject({
  region: z.string().nullish(),
  committee: z.string().optional(),
  municipality: z.string().optional(),
  address: z.object({ municipality: z.string().nullable() }).optional(),
  case: CaseId.optional(),
  clinic: ClinicId.optional(),
  addressId: AddressId.optional(),
  number: ProviderNumber.optional(),
  school: SchoolId.optional(),
  agreement: AgreementId.optional(),
  person: PersonId.optional(),
  about: ActivitySubject.optional(),
})
export type Named = z.infer<typeof Named>

/** Municipalities of everything that the command names, wherever it was last known to be. */
export function municipalitiesNamed(views: Views, named: Named): string[] {
  const newest = 'ORDER BY recorded_to DESC, effective_from DESC LIMIT 1'
  const one = (sql: string, id: string | undefined) =>
    id === undefined
      ? []
      : views
          .statement<{ found: string | null }>(`${sql} ${newest}`)
          .all({ id })
          .flatMap(({ found }) => found ?? [])
  const clinicAt = (id: string | undefined) =>
    one(
      "SELECT municipality AS found FROM practice_address WHERE clinic = :id AND kind = 'main' AND role = 'current'",
      id,
    )
  const schoolAt = (id: string | undefined) =>
    one('SELECT municipality AS found FROM riding_school WHERE school = :id', id)
  return [
    ...[named.address?.municipality ?? []].flat(),
    ...one(
      "SELECT municipality AS found FROM practice_address WHERE address = :id AND role = 'current'",
      named.addressId,
    ),
    ...(named.about?.level === 'municipality' ? [named.about.id] : []),
    ...(named.about === undefined && named.municipality !== undefined ? [named.municipality] : []),
    ...clinicAt(named.clinic),
    ...clinicAt(named.about?.level === 'clinic' ? named.about.id : undefined),
    ...one('SELECT clinic AS found FROM provider WHERE number = :id', named.number ?? numberIn(named)).flatMap(
      clinicAt,
    ),
    ...one('SELECT clinic AS found FROM provider WHERE holder = :id', named.person).flatMap(clinicAt),
    ...schoolAt(named.school),
    ...one(
      'SELECT school AS found FROM riding_agreement WHERE agreement = :id',
      named.agreement ?? agreementIn(named),
    ).flatMap(schoolAt),
  ]
}

const Place = z.object({ municipality: z.string().nullable() }).optional().catch(undefined)
const Ends = z.object({ from: Place, to: Place })

/** The same, and both ends of a move: where it leads to is concerned as well. */
export function municipalitiesTouched(views: Views, data: object): string[] {
  const { from, to } = Ends.parse(data)
  const ends = [from?.municipality, to?.municipality].flatMap((code) => code ?? [])
  return [...municipalitiesNamed(views, Named.parse(data)), ...ends]
}

function numberIn({ about }: Named): string | undefined {
  return about?.level === 'provider' ? about.id : undefined
}

function agreementIn({ about }: Named): string | undefined {
  return about?.level === 'agreement' ? about.id : undefined
}
