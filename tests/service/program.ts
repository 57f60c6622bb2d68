import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** The repository, where a user starts its programs. */
export const root = resolve(import.meta.dirname, '../..')

/**
 * Path of a program as a user runs it: built. Started from its sources it would be compiled anew every time, which costs
 * more than most of what the tests then do with it. Throws, and never falls back, when it has not been built.
 */
export function program(name: 'main' | 'importBoundaries' | 'importPopulation'): string {
  const path = join(root, `dist/service/${name}.js`)
  if (!existsSync(path)) throw new Error('This test runs the built program: run `npm run build` first, or `npm test`.')
  return path
}
