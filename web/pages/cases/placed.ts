import type { Answer } from '../../api.ts'
import type { AddressForm } from './application/kinds.ts'

/**
 * What a point's placement makes of an address: the municipality when the geometry is sure, and nothing but the question
 * when it is not. A choice near a border is always a person's.
 */
export function placed(placement: Answer<'placement'>): Pick<AddressForm, 'municipality' | 'certainty'> {
  const { municipality, certainty } = placement
  if (municipality !== null && (certainty === 'geometry' || certainty === 'registered'))
    return { municipality, certainty }
  return { municipality: '', certainty: certainty === 'confirm' ? 'confirm' : 'unknown' }
}

/** An address with what its placement makes of it; as it is where it has been put elsewhere since that was asked. */
export function placedAt(
  address: AddressForm,
  asked: NonNullable<AddressForm['position']>,
  placement: Answer<'placement'>,
): AddressForm {
  const { position } = address
  return position?.[0] === asked[0] && position[1] === asked[1] ? { ...address, ...placed(placement) } : address
}

/** The municipality as a person chose it; without one it is unknown again. */
export function chosen(municipality: string): Pick<AddressForm, 'municipality' | 'certainty'> {
  return { municipality, certainty: municipality === '' ? 'unknown' : 'confirmed' }
}

/** A point typed as latitude and longitude with comma or point, or null when it lies outside Denmark's box. */
export function typedPoint(lat: string, lng: string): [number, number] | null {
  const [x, y] = [lng, lat].map((text) => Number(text.trim().replace(',', '.')))
  if (x === undefined || y === undefined || lat.trim() === '' || lng.trim() === '') return null
  return x >= 7 && x <= 16 && y >= 54 && y <= 58 ? [x, y] : null
}
