/** An address in one line: text, postcode and town, as far as they are known. */
export function addressLine(address: {
  readonly text: string
  readonly postcode: string | null
  readonly town: string | null
}): string {
  const town = [address.postcode, address.town].filter((part) => part !== null && part !== '').join(' ')
  return town === '' || address.text.includes(town) ? address.text : `${address.text}, ${town}`
}

/** Street and town only, for headings where the postcode says little. */
export function placeLine(address: { readonly text: string; readonly town: string | null }): string {
  return address.town === null || address.text.includes(address.town)
    ? address.text
    : `${address.text}, ${address.town}`
}
