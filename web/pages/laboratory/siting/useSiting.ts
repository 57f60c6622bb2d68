import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type Params, viewQuery } from '../../../api.ts'
import { useProgress } from '../../../progress.ts'
import type { Siting } from './sitingAsked.ts'

/** A question that takes its time: asked on request, told how far it is, given up on request. */
interface Asking {
  /** The question of the answer; null when none was asked, or it was given up. */
  readonly asked: Params<'siting'> | null
  readonly answer: Siting | undefined
  readonly waiting: boolean
  readonly error: unknown
  readonly cancelled: boolean
  readonly progress: ReturnType<typeof useProgress>
  readonly ask: (params: Params<'siting'>) => void
  readonly cancel: () => void
}

/** The last question that was asked for placing, and its answer. */
export function useSiting(): Asking {
  const client = useQueryClient()
  const progress = useProgress('siting')
  const [asked, setAsked] = useState<Params<'siting'> | null>(null)
  const [cancelled, setCancelled] = useState(false)
  const query = viewQuery('siting', asked ?? { group: '', question: 'median' })
  const { data, error, isFetching } = useQuery({ ...query, enabled: asked !== null, retry: false, staleTime: 60_000 })
  return {
    asked,
    answer: asked === null ? undefined : data,
    waiting: asked !== null && isFetching,
    error: asked === null ? null : error,
    cancelled,
    progress,
    ask: (params) => {
      setCancelled(false)
      setAsked(params)
    },
    cancel: () => {
      void client.cancelQueries({ queryKey: query.queryKey })
      setAsked(null)
      setCancelled(true)
    },
  }
}
