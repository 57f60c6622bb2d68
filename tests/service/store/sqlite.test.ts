import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { RecordedAt } from '#events/time'
import { openSqliteStore } from '#service/store/sqlite'
import { contract } from './contract.ts'

const now = (): RecordedAt => RecordedAt.parse(new Date().toISOString())

contract('SQLite in a file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'log-'))
  const store = openSqliteStore({ file: join(folder, 'log.db'), now })
  return {
    store,
    end: async () => {
      await store.close()
      rmSync(folder, { recursive: true })
    },
  }
})

contract('SQLite in memory', async () => {
  const store = openSqliteStore({ file: ':memory:', now })
  return { store, end: () => store.close() }
})
