import type { Address } from '#events/place'
import type { Cell } from './effectiveTimeline.ts'

/** Columns of an address, the same in every table that holds one. */
export const addressColumns = {
  text: 'TEXT',
  postcode: 'TEXT',
  town: 'TEXT',
  dar: 'TEXT',
  lng: 'REAL',
  lat: 'REAL',
  municipality: 'TEXT',
  certainty: 'TEXT',
} as const

type AddressColumn = keyof typeof addressColumns
export type AddressCells = Readonly<Record<AddressColumn, Cell>>

/** An address as cells. */
export function addressCells(address: Address): Readonly<Record<AddressColumn, Cell>> {
  return {
    text: address.text,
    postcode: address.postcode,
    town: address.town,
    dar: address.darId,
    lng: address.position?.[0] ?? null,
    lat: address.position?.[1] ?? null,
    municipality: address.municipality,
    certainty: address.certainty,
  }
}

/** The address of a row that has `addressColumns`. */
export function addressOf(row: AddressCells): Address {
  const { text, postcode, town, dar: darId, lng, lat, municipality, certainty } = row
  const position = lng === null || lat === null ? null : [lng, lat]
  // Written by `addressCells` from a checked address and by nothing else; checking a thousand again takes its time.
  return { text, postcode, town, darId, position, municipality, certainty } as Address
}
