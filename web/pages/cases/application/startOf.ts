import type { Position2d } from '#events/place'
import type { Values } from './form.ts'
import { AgreementPick, ProviderPick } from './picks.ts'

/**
 * Where the therapist of a riding application works today: at the school of the agreement that was chosen, else at the
 * practice of the provider number. Null before either is chosen or while its point is not known.
 */
export function startOf(values: Values): Position2d | null {
  const agreement = AgreementPick.safeParse(values.agreement).data
  const provider = ProviderPick.safeParse(values.provider).data
  return agreement?.school.place?.position ?? provider?.place?.position ?? null
}
