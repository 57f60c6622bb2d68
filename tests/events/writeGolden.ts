import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { eventTypes } from '#events/catalogue'
import { samples } from './samples.ts'

/**
 * Writes `golden/<Type>.v<version>.json` for every event type that has none at its current version, from `samples.ts`:
 *
 *     npx tsx --conditions=source tests/events/writeGolden.ts
 *
 * A file that exists is never written again: it is what was once stored, and must stay readable for good.
 */
const folder = fileURLToPath(new URL('golden/', import.meta.url))
mkdirSync(folder, { recursive: true })
for (const [type, { version }] of eventTypes) {
  const file = `${folder}${type}.v${version}.json`
  const data = Object.entries(samples).find(([name]) => name === type)?.[1]
  if (!existsSync(file)) writeFileSync(file, `${JSON.stringify({ type, version, data }, null, 2)}\n`)
}
