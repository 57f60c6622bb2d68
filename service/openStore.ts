import type { Clock } from './clock.ts'
import { type Config, ConfigError } from './config.ts'
import type { EventStore } from './store/eventStore.ts'
import { connectEventStoreDb } from './store/eventStoreDb.ts'
import { openSqliteStore } from './store/sqlite.ts'

/**
 * The log that the settings name. Whatever keeps it from being opened is a matter of those settings and no fault of the
 * program, so it is thrown as a `ConfigError` with the store's own sentence.
 */
export function openStore({ eventStore }: Pick<Config, 'eventStore'>, clock: Clock): EventStore {
  try {
    return eventStore.kind === 'sqlite'
      ? openSqliteStore({ file: eventStore.file, now: clock.now })
      : connectEventStoreDb({ connectionString: eventStore.connectionString })
  } catch (error) {
    throw error instanceof Error ? new ConfigError(error.message, { cause: error }) : error
  }
}
