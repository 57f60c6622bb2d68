import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type Params, viewQuery } from '../../api.ts'
import type { Caps } from './capsAnswer.ts'

/** An answer that may take its time, and how it is doing. */
export interface AskedCaps {
  /** The last answer until the next is there. */
  readonly data: Caps | undefined
  readonly error: unknown
  readonly waiting: boolean
  /** True when the reader gave up just this question. */
  readonly cancelled: boolean
  readonly cancel: () => void
  readonly again: () => void
}

/** The caps asked for; nothing while `enabled` is false. */
export function useCaps(params: Params<'caps'>, enabled: boolean): AskedCaps {
  const client = useQueryClient()
  const [givenUp, setGivenUp] = useState<string | null>(null)
  const query = viewQuery('caps', params)
  const name = JSON.stringify(query.queryKey)
  const { data, error, isFetching, refetch } = useQuery({ ...query, enabled, placeholderData: (was) => was })
  return {
    data,
    error,
    waiting: isFetching,
    cancelled: givenUp === name && !isFetching,
    cancel: () => {
      setGivenUp(name)
      void client.cancelQueries({ queryKey: query.queryKey, exact: true })
    },
    again: () => {
      setGivenUp(null)
      void refetch()
    },
  }
}
