import { ask, defineForm, may } from '../form.ts'
import { clinicOf } from './shown.ts'

/** A3: the clinic's address moves with all its capacity. */
export const relocation = defineForm({
  type: 'A3',
  fields: {
    clinic: ask('clinic'),
    to: ask('address'),
    previousUntil: ask('date'),
    accessibility: may('note'),
  },
  subject: ({ clinic, to, previousUntil, accessibility }) => ({
    clinic: clinic.id,
    address: clinic.addressId ?? '',
    // A clinic without an address is told as a problem of its own before this counts.
    from: clinic.place ?? to,
    to,
    previousUntil,
    accessibility,
  }),
  shown: ({ clinic, address, from, to, previousUntil, accessibility }) => ({
    clinic: clinicOf(clinic, from, address),
    to,
    previousUntil,
    accessibility,
  }),
  problems: ({ clinic, to, wantedFrom, previousUntil }) => [
    ...(clinic.place === null || clinic.addressId === null ? [['clinic', 'noAddress'] as const] : []),
    ...(clinic.place !== null && same(to.text, clinic.place.text) && same(to.postcode, clinic.place.postcode)
      ? [['to', 'samePlace'] as const]
      : []),
    ...(previousUntil < wantedFrom ? [['previousUntil', 'endsBeforeMove'] as const] : []),
  ],
  // The old address ends with the move until somebody says otherwise.
  follow: ({ wantedFrom, previousUntil }, changed, was) =>
    changed === 'wantedFrom' && (previousUntil === '' || previousUntil === was.wantedFrom)
      ? { previousUntil: wantedFrom }
      : {},
})

function same(a: string | null, b: string | null): boolean {
  const bare = (text: string | null) => (text ?? '').trim().toLocaleLowerCase('da')
  return bare(a) === bare(b)
}
