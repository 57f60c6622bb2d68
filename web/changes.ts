import { Change } from '#api/contract'

/** What reaches a page of the service's changes. */
export interface ChangesHeard {
  /** A change, or where the views stand when a connection opens. */
  readonly onChange: (change: Change) => void
  readonly onConnected: (connected: boolean) => void
}

type News =
  | { readonly kind: 'change'; readonly data: unknown }
  | { readonly kind: 'connected'; readonly connected: boolean }
  /** A page has begun to listen and asks where the views stand. */
  | { readonly kind: 'joined' }

const name = 'praksiskort-changes'

/**
 * Listens to the service's changes until the answered function is called. The pages of one browser share a connection:
 * a browser opens six to a service at the most, and each of them would be held for as long as its page is open. Whoever
 * has the lock holds the connection and passes on what comes; when its page closes, the next one gets the lock.
 */
export function listenToChanges(heard: ChangesHeard): () => void {
  const stop = new AbortController()
  const channel = new BroadcastChannel(name)
  /** What a page that joins must know, by kind. */
  const latest = new Map<News['kind'], News>()
  const hear = (news: News) => {
    if (news.kind === 'connected') heard.onConnected(news.connected)
    if (news.kind !== 'change') return
    const change = Change.safeParse(news.data)
    if (change.success) heard.onChange(change.data)
  }
  channel.addEventListener('message', ({ data }: MessageEvent<News>) => {
    if (data.kind !== 'joined') hear(data)
    else for (const news of latest.values()) channel.postMessage(news)
  })
  const hold = () =>
    new Promise<void>((released) => {
      const source = new EventSource('/api/changes')
      const pass = (news: News) => {
        latest.set(news.kind, news)
        hear(news)
        channel.postMessage(news)
      }
      source.addEventListener('message', (message: MessageEvent<string>) => {
        pass({ kind: 'change', data: JSON.parse(message.data) })
      })
      source.addEventListener('open', () => pass({ kind: 'connected', connected: true }))
      source.addEventListener('error', () => pass({ kind: 'connected', connected: false }))
      stop.signal.addEventListener('abort', () => {
        source.close()
        channel.close()
        released()
      })
    })
  // Locks exist only where the browser trusts the connection; elsewhere each page has a connection of its own.
  if (navigator.locks === undefined) void hold()
  else {
    channel.postMessage({ kind: 'joined' } satisfies News)
    // Rejected when the page stops listening before its turn came.
    navigator.locks.request(name, { signal: stop.signal }, hold).catch(() => channel.close())
  }
  return () => stop.abort()
}
