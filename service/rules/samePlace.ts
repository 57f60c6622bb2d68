import type { Address } from '#events/place'

/** The same place, judged by what people write: a better point or a surer placement is not a move. */
export function samePlace(a: Address, b: Address): boolean {
  return plain(a.text) === plain(b.text) && a.postcode === b.postcode && a.municipality === b.municipality
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[\s,.]+/g, ' ')
    .trim()
}
