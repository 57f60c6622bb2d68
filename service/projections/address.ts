import { Address } from '#events/place'
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
  return Address.parse({
    text: row.text,
    postcode: row.postcode,
    town: row.town,
    darId: row.dar,
    position: row.lng === null || row.lat === null ? null : [row.lng, row.lat],
    municipality: row.municipality,
    certainty: row.certainty,
  })
}
