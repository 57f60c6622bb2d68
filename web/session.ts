import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type { Action } from '#api/policy'
import { Session, type SignIn } from '#api/session'
import { read, request } from './api.ts'

/** Who is asking, what they may, and which day it is for the service. */
export const sessionQuery = queryOptions({
  queryKey: ['session'] as const,
  queryFn: async ({ signal }) => read(Session, await request('/api/session', { signal })),
  staleTime: 60_000,
})

/** The session, or undefined until it is known. */
export function useSession(): Session | undefined {
  return useQuery(sessionQuery).data
}

/** Whether the reader may do the action. A courtesy: the service decides again. */
export function useMay(): (action: Action) => boolean {
  const session = useSession()
  return (action) => session?.actions.includes(action) ?? false
}

/** Signs in as one of the demo's people. Everything that was read under the old role is forgotten. */
export function useSignIn() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: z.infer<typeof SignIn>) =>
      request('/api/session', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    onSuccess: () => client.resetQueries(),
  })
}

/** Signs out. */
export function useSignOut() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => request('/api/session', { method: 'DELETE' }),
    onSuccess: () => client.resetQueries(),
  })
}
