import { join } from 'node:path'
import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import type { Geography } from '../geography.ts'
import type { Handle } from '../handle.ts'
import type { EventStore } from '../store/eventStore.ts'
import { letterWriter } from './addressing.ts'
import { folderDelivery, smtpDelivery } from './delivery.ts'
import { startPostman } from './postman.ts'

/** How often letters that wait are looked at, in milliseconds. */
const roundMs = 15_000

/**
 * Starts writing and delivering letters: by the mail server where one is set, else as files in the data folder. A log
 * that holds demonstration data mails nobody.
 */
export function startOutbox(parts: {
  readonly store: EventStore
  readonly handle: Handle
  readonly clock: Clock
  readonly geography: Pick<Geography, 'areas'>
  readonly config: Pick<Config, 'dataDir' | 'mail' | 'publicUrl'>
  readonly isDemo: () => boolean
  readonly onError: (error: unknown) => void
}): { stop(): Promise<void> } {
  const { store, handle, clock, geography, config, isDemo, onError } = parts
  const folder = folderDelivery(join(config.dataDir, 'outbox'))
  const mail = config.mail === null ? folder : smtpDelivery(config.mail)
  const end = new AbortController()
  const postman = startPostman({
    store,
    handle,
    clock,
    delivery: () => (isDemo() ? folder : mail),
    write: letterWriter({ store, clock, geography, publicUrl: config.publicUrl }),
    onError,
    signal: end.signal,
  })
  postman.stopped.catch(onError)
  const rounds = setInterval(() => void postman.tick(clock.today()), roundMs)
  rounds.unref()
  return {
    async stop() {
      clearInterval(rounds)
      end.abort()
      // What stopped it before was told when it did.
      await postman.stopped.catch(() => undefined)
      mail.close()
    },
  }
}
