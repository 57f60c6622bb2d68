import { useQueryClient } from '@tanstack/react-query'
import { createContext, useContext, useEffect, useState } from 'react'
import { type Change, views } from '#api/contract'
import { listenToChanges } from './changes.ts'

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

/** How many pages' writings are under way that read again by themselves what they moved. */
let rereading = 0

/** Does what writes and then reads again what it moved: the news of it does not stop that and begin it once more. */
export async function readingAgain(work: () => Promise<void>): Promise<void> {
  rereading += 1
  try {
    await work()
  } finally {
    rereading -= 1
  }
}

/** Listens to the service's changes and reads again what they may have moved. Call once, at the root. */
export function useChanges(): Live {
  const client = useQueryClient()
  const [live, setLive] = useState<Live>({ connected: true, ordinal: 0 })
  useEffect(() => {
    let seen: number | undefined
    const onChange = ({ ordinal, projections }: Change) => {
      // The first message only says where the views stand; after a lost connection it tells whether anything was missed.
      const last = seen
      seen = ordinal
      const ofScenarios =
        last === ordinal - 1 && projections.length > 0 && projections.every((one) => one === 'scenario')
      setLive((was) => (ofScenarios ? { connected: true, ordinal: was.ordinal } : { connected: true, ordinal }))
      if (last === undefined || last === ordinal) return
      if (ofScenarios) {
        const options = { cancelRefetch: rereading === 0 }
        void client.invalidateQueries({ predicate: ({ queryKey }) => movesWithScenarios(queryKey) }, options)
        return
      }
      void client.invalidateQueries({ queryKey: ['view'] })
      void client.invalidateQueries({ queryKey: ['items'] })
    }
    return listenToChanges({ onChange, onConnected: (connected) => setLive((was) => ({ ...was, connected })) })
  }, [client])
  return live
}

/** Whether an answer can change when only scenarios have: views of all commits, and whatever a scenario is laid over. */
export function movesWithScenarios([kind, name, params]: readonly unknown[]): boolean {
  if (kind === 'items') return typeof name === 'string' && name.includes('scenario=')
  if (kind !== 'view') return false
  const definition = Object.entries(views).find(([key]) => key === name)?.[1]
  return definition?.movesWith === 'commits' || (typeof params === 'object' && params !== null && 'scenario' in params)
}
