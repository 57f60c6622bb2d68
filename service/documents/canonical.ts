import { createHash } from 'node:crypto'

/** JSON with the keys of every object in order and no space between: the same value, the same text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((one) => canonicalJson(one === undefined ? null : one)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([key, part]) => `${JSON.stringify(key)}:${canonicalJson(part)}`)
  return `{${entries.join(',')}}`
}

/** SHA-256 over the canonical JSON, in hexadecimal. */
export function checksumOf(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex')
}

/** The first twelve digits in three groups, as people compare them: `7f3a-91c2-e05b`. */
export function shortChecksum(checksum: string): string {
  return [checksum.slice(0, 4), checksum.slice(4, 8), checksum.slice(8, 12)].join('-')
}
