import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

const inputs = JSON.parse(readFileSync(new URL('params/inputs.json', import.meta.url), 'utf8')).files

export function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Bytes of one pinned input; throws when the installed file is not the one that was measured. */
export function readInput(name) {
  const { package: from, path, sha256: expected } = inputs[name]
  const bytes = readFileSync(new URL(`node_modules/${from}/${path}`, import.meta.url))
  const found = sha256(bytes)
  if (found !== expected) throw new Error(`${from}/${path}: sha256 ${found}, expected ${expected}`)
  return bytes
}

/** What the manifest says about the inputs. */
export function inputRecord() {
  return Object.values(inputs)
}

/** A parameter file of this folder. */
export function readParams(name) {
  return JSON.parse(readFileSync(new URL(`params/${name}.json`, import.meta.url), 'utf8'))
}
