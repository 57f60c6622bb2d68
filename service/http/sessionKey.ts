import { hkdfSync, randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Bytes of the key that encrypts session cookies. */
const keyBytes = 32

/**
 * The key of the session cookies: derived from the secret when one is set, otherwise random and kept in
 * `<dataDir>/session.key`, readable by its owner only, so that a restart signs nobody out. Throws when the kept file
 * is no key.
 */
export function sessionKey(secret: string | undefined, dataDir: string): Buffer {
  if (secret !== undefined) return Buffer.from(hkdfSync('sha256', secret, '', 'praksiskort session cookie', keyBytes))
  const file = join(dataDir, 'session.key')
  mkdirSync(dataDir, { recursive: true })
  try {
    writeFileSync(file, randomBytes(keyBytes), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    chmodSync(file, 0o600)
  }
  const key = readFileSync(file)
  if (key.length !== keyBytes) throw new Error(`${file} is not a key of ${keyBytes} bytes; remove it to get a new one`)
  return key
}
