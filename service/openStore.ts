import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { EventStore } from './store/eventStore.ts'
import { connectEventStoreDb } from './store/eventStoreDb.ts'
import { openSqliteStore } from './store/sqlite.ts'

/** The log that the settings name. */
export function openStore({ eventStore }: Config, clock: Clock): EventStore {
  return eventStore.kind === 'sqlite'
    ? openSqliteStore({ file: eventStore.file, now: clock.now })
    : connectEventStoreDb({ connectionString: eventStore.connectionString })
}
