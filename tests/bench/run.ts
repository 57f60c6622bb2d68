import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/**
 * `npm run bench`: every benchmark of this folder in turn, each in a process of its own, one line of JSON per number.
 * Names on the command line choose some: `npm run bench -- log map`. The map is measured as built.
 */
const chosen = process.argv.slice(2)
const benches = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.bench.ts'))
  .filter((name) => chosen.length === 0 || chosen.includes(name.replace('.bench.ts', '')))
if (benches.length === 0) {
  process.stderr.write(`There is no benchmark named ${chosen.join(', ')}\n`)
  process.exitCode = 1
}

for (const bench of benches) {
  const child = spawn(process.execPath, [...process.execArgv, join(import.meta.dirname, bench)], { stdio: 'inherit' })
  const [code] = await once(child, 'exit')
  if (code === 0) continue
  process.stderr.write(`${bench} ended with ${code}\n`)
  process.exitCode = 1
}
