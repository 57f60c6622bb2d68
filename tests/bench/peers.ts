import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

/** The part of emmett's SQLite store that the benchmark uses. */
export interface EmmettStore {
  appendToStream(
    stream: string,
    events: readonly { type: string; data: unknown; metadata: unknown }[],
    options: { expectedStreamVersion: bigint | 'STREAM_DOES_NOT_EXIST' },
  ): Promise<unknown>
}
export type EmmettSqlite = { getSQLiteEventStore(options: { fileName: string }): EmmettStore }

/** A package of `tests/bench/peers`, or null when that folder was not installed (`npm ci` in it does it). */
export async function emmettSqlite(): Promise<EmmettSqlite | null> {
  const require = createRequire(new URL('./peers/package.json', import.meta.url))
  try {
    // The package is not installed where types are checked; the shape above is what its own types say.
    return (await import(pathToFileURL(require.resolve('@event-driven-io/emmett-sqlite')).href)) as EmmettSqlite
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') return null
    throw error
  }
}
