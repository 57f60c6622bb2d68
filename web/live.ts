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

/** Says of a question whether it is meant. */
type Meant = (queryKey: readonly unknown[]) => boolean

/** What the writings under way read again by themselves, one for each. */
const rereading = new Set<Meant>()

/** Does what writes and then reads again what it moved (`own`): the news of it does not begin that a second time. */
export async function readingAgain(own: Meant, work: () => Promise<void>): Promise<void> {
  const mine: Meant = (queryKey) => own(queryKey)
  rereading.add(mine)
  try {
    await work()
  } finally {
    rereading.delete(mine)
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
        const isOwn: Meant = (queryKey) => [...rereading].some((own) => own(queryKey))
        const options = { cancelRefetch: rereading.size === 0 }
        void client.invalidateQueries(
          { predicate: ({ queryKey }) => movesWithScenarios(queryKey) && !isOwn(queryKey) },
          options,
        )
        return
      }
      void client.invalidateQueries({ queryKey: ['view'] })
      void client.invalidateQueries({ queryKey: ['items'] })
    }
    return listenToChanges({ onChange, onConnected: (connected) => setLive((was) => ({ ...was, connected })) })
  }, [client])
  return live
}

/**
 * Whether an answer can change when only scenarios have: views of all commits, and whatever a scenario is laid over. Items with
 * a version are asked for by another name when the scenario holds something else.
 */
export function movesWithScenarios([kind, name, params]: readonly unknown[]): boolean {
  if (kind === 'items') return params === undefined && typeof name === 'string' && name.includes('scenario=')
  if (kind !== 'view') return false
  const definition = Object.entries(views).find(([key]) => key === name)?.[1]
  return definition?.movesWith === 'commits' || (typeof params === 'object' && params !== null && 'scenario' in params)
}
