import type { Answer } from '../../api.ts'

/** Everything on the case page. */
export type CaseFile = Answer<'caseFile'>
/** The A3 subject of a case. */
export type Relocation = Extract<CaseFile['subject'], { type: 'A3' }>

/** The relocation that the case is about; null for another kind of application. */
export function relocationOf(file: CaseFile): Relocation | null {
  return file.subject.type === 'A3' ? file.subject : null
}

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

/** The latest correction of a field, or undefined when it stands as it was received. */
export function correctionOf(file: CaseFile, field: CaseFile['corrections'][number]['correction']['field']) {
  return file.corrections
    .filter(({ correction }) => correction.field === field)
    .toSorted((a, b) => (a.recordedAt < b.recordedAt ? 1 : -1))[0]
}
