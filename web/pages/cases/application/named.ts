import type { Values } from './form.ts'
import { AgreementPick, ClinicPick, ProviderPick } from './picks.ts'

/** Something of the register that an application is about. */
interface Named {
  readonly id: string
  /** What people know it by. */
  readonly name: string
}

/** Clinic, provider number and riding agreement that the form names, as far as they are chosen. */
export function namedIn(values: Values): readonly Named[] {
  const [clinic, provider, agreement] = read(values)
  return [
    ...(clinic === null ? [] : [{ id: clinic.id, name: clinic.name }]),
    ...(provider === null ? [] : [{ id: provider.number, name: provider.number }]),
    ...(agreement === null ? [] : [{ id: agreement.id, name: agreement.id }]),
  ]
}

/** Name of the clinic that the form is about; null while none is chosen. */
export function clinicNameIn(values: Values): string | null {
  const [clinic, provider] = read(values)
  return clinic?.name ?? provider?.clinicName ?? null
}

function read(values: Values) {
  return [
    ClinicPick.nullable().parse(values.clinic ?? null),
    ProviderPick.nullable().parse(values.provider ?? null),
    AgreementPick.nullable().parse(values.agreement ?? null),
  ] as const
}
