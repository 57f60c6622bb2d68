import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { Accepted, CommandType } from '#api/contract'
import { type Body, RequestError, send } from '../api.ts'
import { sessionQuery } from '../session.ts'

/** Sends one type of command: what is under way, what went wrong, and how to send. */
export interface Sending<Type extends CommandType> {
  readonly send: (
    body: Body<Type>,
    then?: {
      readonly expected?: number
      readonly onDone?: (accepted: Accepted) => void
      readonly onRefused?: (error: unknown) => void
    },
  ) => void
  /** Sends and waits; throws a `RequestError`. */
  readonly sendAndWait: (body: Body<Type>) => Promise<Accepted>
  readonly busy: boolean
  /** The last refusal, until the next attempt; null when there is none. */
  readonly error: unknown
  readonly forget: () => void
}

/**
 * A command of one type. A retry of the same intent keeps its id, so that an answer lost on the way is never done twice;
 * another body is another intent. What was read is read again when it has been done.
 */
export function useCommand<Type extends CommandType>(type: Type): Sending<Type> {
  const client = useQueryClient()
  const intent = useRef<{ readonly text: string; readonly commandId: string } | null>(null)
  const mutation = useMutation({
    mutationFn: async ({ body, expected }: { readonly body: Body<Type>; readonly expected: number | undefined }) => {
      const text = JSON.stringify([body, expected])
      const current = intent.current?.text === text ? intent.current : { text, commandId: crypto.randomUUID() }
      intent.current = current
      const accepted = await send(type, body, {
        commandId: current.commandId,
        ...(expected === undefined ? {} : { expected }),
      })
      intent.current = null
      await client.invalidateQueries({ queryKey: ['view'] })
      // Signed in again in another tab: the page goes on as before.
      if (client.getQueryData(sessionQuery.queryKey)?.ended) void client.invalidateQueries(sessionQuery)
      return accepted
    },
    // A command refused for want of a session is how the page learns that it has ended.
    onError: (error) => {
      const isSignedOut = error instanceof RequestError && error.problem.status === 401
      if (isSignedOut) void client.invalidateQueries({ queryKey: sessionQuery.queryKey })
    },
  })
  return {
    send: (body, then = {}) =>
      mutation.mutate(
        { body, expected: then.expected },
        {
          onSuccess: (accepted) => then.onDone?.(accepted),
          onError: (error) => then.onRefused?.(error),
        },
      ),
    sendAndWait: (body) => mutation.mutateAsync({ body, expected: undefined }),
    busy: mutation.isPending,
    error: mutation.error,
    forget: () => mutation.reset(),
  }
}
