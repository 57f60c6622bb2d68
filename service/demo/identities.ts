import { AddressId, AgreementId, ClinicId, PersonId, ProviderNumber, SchoolId } from '#events/identifiers'

/** Mints the register's ids one after the other. Persons are references only; provider numbers start with 9. */
export interface Identities {
  clinic(): ClinicId
  address(): AddressId
  person(): PersonId
  provider(): ProviderNumber
  school(): SchoolId
  agreement(): AgreementId
}

/** Ids that count from 1 for each kind. */
export function identities(): Identities {
  const counts = new Map<string, number>()
  const counted = (kind: string, digits: number) => {
    const count = (counts.get(kind) ?? 0) + 1
    counts.set(kind, count)
    return String(count).padStart(digits, '0')
  }
  return {
    clinic: () => ClinicId.parse(`k-${counted('clinic', 4)}`),
    address: () => AddressId.parse(`a-${counted('address', 4)}`),
    person: () => PersonId.parse(`p-${counted('person', 6)}`),
    provider: () => ProviderNumber.parse(`9${counted('provider', 5)}`),
    school: () => SchoolId.parse(`r-${counted('school', 3)}`),
    agreement: () => AgreementId.parse(`ra-${counted('agreement', 3)}`),
  }
}
