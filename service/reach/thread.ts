import { Worker } from 'node:worker_threads'

/**
 * Starts a thread on a file beside this one, named without its ending. Built, that is JavaScript; in development it is run
 * as it is written.
 */
export function startThread(name: string, data: unknown): Worker {
  if (!import.meta.url.endsWith('.ts'))
    return new Worker(new URL(`./${name}.js`, import.meta.url), { workerData: data })
  const file = JSON.stringify(new URL(`./${name}.ts`, import.meta.url).href)
  const source = `import { register } from 'tsx/esm/api'; register(); await import(${file})`
  return new Worker(source, { eval: true, workerData: data, execArgv: ['--input-type=module', '--conditions=source'] })
}
