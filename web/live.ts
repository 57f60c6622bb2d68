import { useQueryClient } from '@tanstack/react-query'
import { createContext, useContext, useEffect, useState } from 'react'
import { Change } from '#api/contract'

/** Whether the service's changes reach us, and the number of the last commit seen. */
export interface Live {
  readonly connected: boolean
  readonly ordinal: number
}

export const LiveContext = createContext<Live>({ connected: true, ordinal: 0 })

/** The last commit seen; goes into tile and item addresses as `v`, so that a change fetches them again. */
export function useLive(): Live {
  return useContext(LiveContext)
}

/** Listens to the service's changes and reads again what they may have moved. Call once, at the root. */
export function useChanges(): Live {
  const client = useQueryClient()
  const [live, setLive] = useState<Live>({ connected: true, ordinal: 0 })
  useEffect(() => {
    const source = new EventSource('/api/changes')
    let seen: number | undefined
    const onChange = (message: MessageEvent<string>) => {
      const change = Change.safeParse(JSON.parse(message.data))
      if (!change.success) return
      const { ordinal } = change.data
      setLive({ connected: true, ordinal })
      // The first message only says where the views stand; after a lost connection it tells whether anything was missed.
      const moved = seen !== undefined && seen !== ordinal
      seen = ordinal
      if (!moved) return
      void client.invalidateQueries({ queryKey: ['view'] })
      void client.invalidateQueries({ queryKey: ['items'] })
    }
    source.addEventListener('message', onChange)
    source.addEventListener('open', () => setLive((was) => ({ ...was, connected: true })))
    source.addEventListener('error', () => setLive((was) => ({ ...was, connected: false })))
    return () => source.close()
  }, [client])
  return live
}
