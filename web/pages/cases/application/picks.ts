import type { QueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { Address } from '#events/place'
import { CapacityStatus } from '#events/providerNumber'
import { type Answer, viewQuery } from '../../../api.ts'

/** Things of the register as a form holds them: the id that goes into the application, and what people know it by. */

export const ClinicPick = z.object({
  id: z.string(),
  name: z.string(),
  /** Id and place of the main address on the day; null without one. */
  addressId: z.string().nullable(),
  place: Address.nullable(),
})
export type ClinicPick = z.infer<typeof ClinicPick>

export const SchoolPick = z.object({
  id: z.string(),
  name: z.string(),
  place: Address.nullable(),
  /** Null when it was not looked up. */
  approved: z.boolean().nullable(),
})
export type SchoolPick = z.infer<typeof SchoolPick>

export const AgreementPick = z.object({
  id: z.string(),
  school: SchoolPick,
  therapist: z.string().nullable(),
  hoursTenths: z.int().nullable(),
})
export type AgreementPick = z.infer<typeof AgreementPick>

export const ProviderPick = z.object({
  number: z.string(),
  holder: z.string().nullable(),
  status: CapacityStatus.nullable(),
  clinicName: z.string().nullable(),
  place: Address.nullable(),
  /** Riding agreements under the number. */
  agreements: z.array(AgreementPick),
})
export type ProviderPick = z.infer<typeof ProviderPick>

/** The clinic with its main address on the day. */
export async function fetchClinic(client: QueryClient, id: string, on: string): Promise<ClinicPick> {
  const clinic = await client.fetchQuery(viewQuery('clinic', { clinic: id }))
  const main = mainAddress(clinic, on)
  return { id: clinic.clinic, name: clinic.name, addressId: main?.addressId ?? null, place: main?.address ?? null }
}

/** The number with its holder, its status, its place and its riding agreements; null when the clinic has it no more. */
export async function fetchProvider(
  client: QueryClient,
  number: string,
  clinicId: string,
  on: string,
): Promise<ProviderPick | null> {
  const clinic = await client.fetchQuery(viewQuery('clinic', { clinic: clinicId }))
  const found = clinic.providers.find((row) => row.number === number)
  if (found === undefined) return null
  const agreements = await Promise.all(
    found.agreements.map(async ({ agreement, school, hoursTenths }) => ({
      id: agreement,
      school: await fetchSchool(client, school),
      therapist: found.holder,
      hoursTenths,
    })),
  )
  const place = mainAddress(clinic, on)?.address ?? null
  return { number, holder: found.holder, status: found.status, clinicName: clinic.name, place, agreements }
}

/** The riding school with its place and whether it is approved. */
export async function fetchSchool(client: QueryClient, id: string): Promise<SchoolPick> {
  const school = await client.fetchQuery(viewQuery('ridingSchool', { school: id }))
  return { id, name: school.name, place: school.address, approved: school.approved }
}

/** The main address open on the date; undefined when there is none. */
function mainAddress(clinic: Answer<'clinic'>, on: string) {
  return clinic.addresses.find(({ kind, from, to }) => kind === 'main' && from <= on && (to === null || to > on))
}
