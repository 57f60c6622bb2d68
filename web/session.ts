import { type QueryClient, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type { Action } from '#api/policy'
import { Session, SignedOut, type SignIn } from '#api/session'
import { read, request } from './api.ts'

/** The session as this page knows it. */
export interface KnownSession extends Session {
  /**
   * True when it has ended by itself, by time or on another device: the page stays as it was, so that nothing written on
   * it is lost, until the reader signs in again or goes on without.
   */
  readonly ended: boolean
}

const queryKey = ['session'] as const

/** Who is asking, what they may, and which day it is for the service. */
export const sessionQuery = queryOptions({
  queryKey,
  queryFn: async ({ signal, client }): Promise<KnownSession> => {
    const before = client.getQueryData<KnownSession>(queryKey)
    const now = read(Session, await request('/api/session', { signal }))
    if (followedBy(before, now) === 'another') void forgetOthers(client)
    return knownAfter(before, now)
  },
  staleTime: ({ state }) => (state.data?.ended ? 0 : 60_000),
})

/** The session to go on with, after what was known before: one that has ended by itself is kept for the page. */
export function knownAfter(before: KnownSession | undefined, now: Session): KnownSession {
  if (before === undefined || followedBy(before, now) !== 'nobody') return { ...now, ended: false }
  return { ...now, user: before.user, actions: before.actions, ended: true }
}

/** Who came after the reader that the page was opened by. */
function followedBy(before: KnownSession | undefined, now: Session): 'same' | 'nobody' | 'another' {
  if (before?.user == null) return 'same'
  if (now.user === null) return 'nobody'
  return now.user.userId === before.user.userId ? 'same' : 'another'
}

/** Forgets what was read as somebody else. */
async function forgetOthers(client: QueryClient): Promise<void> {
  await client.resetQueries({ predicate: (query) => query.queryKey[0] !== queryKey[0] })
}

/** The session, or undefined until it is known. */
export function useSession(): KnownSession | undefined {
  return useQuery(sessionQuery).data
}

/** Whether the reader may do the action. A courtesy: the service decides again. */
export function useMay(): (action: Action) => boolean {
  const session = useSession()
  return (action) => session?.actions.includes(action) ?? false
}

/** Address that signs in with the organisation's account and comes back to a path of ours. */
export function loginAddress(next: string | undefined, again = false): string {
  const search = new URLSearchParams({ ...(next === undefined ? {} : { next }), ...(again ? { again: 'true' } : {}) })
  return search.size === 0 ? '/api/login' : `/api/login?${search.toString()}`
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

/** Signs out, with `everywhere` on all devices; then on to the organisation's own way out, where it has one. */
export function useSignOut() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ everywhere = false }: { readonly everywhere?: boolean } = {}) =>
      read(SignedOut, await request(`/api/session${everywhere ? '?everywhere=true' : ''}`, { method: 'DELETE' })),
    onSuccess: async ({ leaveAt }) => {
      if (leaveAt === null) await client.resetQueries()
      else window.location.assign(leaveAt)
    },
  })
}

/** Goes on without the session that has ended, as the public. */
export function useLeaveEnded(): () => void {
  const client = useQueryClient()
  return () => void client.resetQueries()
}
