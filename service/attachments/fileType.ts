import type { AttachmentType } from '#events/attachment'

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const odt = 'application/vnd.oasis.opendocument.text'

/** First bytes of the types that say at once what they are. */
const beginnings: readonly (readonly [AttachmentType, readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
]
const zip = [0x50, 0x4b, 0x03, 0x04]

/** What a file is by its bytes, whatever it is called; null for everything that is not taken. */
export function typeOf(bytes: Uint8Array): AttachmentType | null {
  const plain = beginnings.find(([, beginning]) => startsWith(bytes, beginning))
  if (plain !== undefined) return plain[0]
  return startsWith(bytes, zip) ? officeType(bytes) : null
}

/**
 * Office documents are archives. OpenDocument keeps its type uncompressed as the first entry; OOXML is known by the names
 * of its parts. One that carries macros is not taken.
 */
function officeType(bytes: Uint8Array): AttachmentType | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (text.subarray(30, 38 + odt.length).toString('latin1') === `mimetype${odt}`) return odt
  const isWord = text.includes('[Content_Types].xml') && text.includes('word/document.xml')
  return isWord && !text.includes('vbaProject.bin') ? docx : null
}

function startsWith(bytes: Uint8Array, beginning: readonly number[]): boolean {
  return beginning.every((byte, index) => bytes[index] === byte)
}
