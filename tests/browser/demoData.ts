import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startService } from './service.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Data folder with the demonstration register loaded; copy it, never run on it. */
    demoData: string
  }
}

/** Loads the demonstration register once for all walks of a run, as `npm start` does on an empty folder. */
export default async function prepare({ vitest }: TestProject): Promise<(() => void) | undefined> {
  const run = vitest.getRootProject()
  if ('demoData' in run.getProvidedContext()) return undefined
  if (!existsSync(resolve(import.meta.dirname, '../../dist/web/index.html'))) {
    throw new Error('The browser walks need the built product: run `npm run build` first, or `npm test`.')
  }
  const folder = mkdtempSync(join(tmpdir(), 'praksiskort-demo-'))
  const service = await startService(folder)
  await service.stop()
  run.provide('demoData', folder)
  return () => rmSync(folder, { recursive: true, force: true })
}
