import type { Address } from '#events/place'
import type { AgreementPick, ClinicPick, ProviderPick, SchoolPick } from '../picks.ts'

/** A clinic as a case names it: what it is called is not in the case. */
export function clinicOf(id: string | null, place: Address | null, addressId: string | null = null): ClinicPick | null {
  return id === null ? null : { id, name: '', addressId, place }
}

/** A provider number as a case names it. */
export function providerOf(number: string | null, known: Partial<ProviderPick>): ProviderPick | null {
  if (number === null) return null
  return { number, holder: null, status: null, clinicName: null, place: null, agreements: [], ...known }
}

/** A riding school as a case names it. */
export function schoolOf(id: string, place: Address | null): SchoolPick {
  return { id, name: '', place, approved: null }
}

/** A riding agreement as a case names it. */
export function agreementOf(id: string, school: SchoolPick = schoolOf('', null)): AgreementPick {
  return { id, school, therapist: null, hoursTenths: null }
}

/** Reductions as the case stores them, from the form's rows and back. */
export const reductions = {
  told: (rows: readonly { readonly agreement: AgreementPick; readonly hoursTenths: number }[] | null) =>
    (rows ?? []).map(({ agreement, hoursTenths }) => ({ agreement: agreement.id, hoursTenths })),
  shown: (rows: readonly { readonly agreement: string; readonly hoursTenths: number }[]) =>
    rows.map(({ agreement, hoursTenths }) => ({ agreement: agreementOf(agreement), hoursTenths })),
}
