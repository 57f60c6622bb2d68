import { createHash, randomUUID } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { type Attachment, AttachmentHash } from '#events/attachment'
import { typeOf } from './fileType.ts'

/** A file beside the log: its bytes, known by their hash. What it was called stands in the event that speaks of it. */
export type StoredFile = Omit<Attachment, 'name'>

export interface Attachments {
  /** Keeps the bytes and answers what they are; null when they are of no type that is taken. Twice is as once. */
  keep(bytes: Uint8Array): StoredFile | null
  /** What lies there under the hash; undefined when nothing does. */
  find(hash: AttachmentHash): StoredFile | undefined
  /** The bytes. Throws `DamagedFile` when they are no longer those that the hash was made of. */
  read(hash: AttachmentHash): Uint8Array
}

/** A file beside the log is not what its name says. */
export class DamagedFile extends Error {
  override readonly name = 'DamagedFile'
}

/** Files in a folder, each named by the SHA-256 of its bytes. A file appears whole or not at all. */
export function openAttachments(folder: string): Attachments {
  mkdirSync(folder, { recursive: true })
  const pathOf = (hash: string) => join(folder, hash)
  const known = new Map<AttachmentHash, StoredFile>()

  function find(hash: AttachmentHash): StoredFile | undefined {
    const there = known.get(hash)
    if (there !== undefined) return there
    if (!existsSync(pathOf(hash))) return undefined
    const bytes = readFileSync(pathOf(hash))
    const type = typeOf(bytes)
    if (type === null) return undefined
    const file = { hash, type, size: bytes.byteLength }
    known.set(hash, file)
    return file
  }

  return {
    keep(bytes) {
      const type = typeOf(bytes)
      if (type === null) return null
      const hash = hashOf(bytes)
      if (find(hash) === undefined) write(folder, pathOf(hash), bytes)
      const file = { hash, type, size: bytes.byteLength }
      known.set(hash, file)
      return file
    },
    find,
    read(hash) {
      const bytes = readFileSync(pathOf(hash))
      if (hashOf(bytes) !== hash) throw new DamagedFile(`The file ${hash} has changed`)
      return bytes
    },
  }
}

function hashOf(bytes: Uint8Array): AttachmentHash {
  return AttachmentHash.parse(createHash('sha256').update(bytes).digest('hex'))
}

/** Written beside its place, on the disk for certain, and then moved there. */
function write(folder: string, path: string, bytes: Uint8Array): void {
  const beside = join(folder, `.${randomUUID()}`)
  try {
    const file = openSync(beside, 'wx', 0o600)
    try {
      for (let done = 0; done < bytes.byteLength; ) done += writeSync(file, bytes, done)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(beside, path)
  } finally {
    rmSync(beside, { force: true })
  }
  // The name is on the disk for certain only when its folder is.
  const names = openSync(folder, 'r')
  try {
    fsyncSync(names)
  } finally {
    closeSync(names)
  }
}
