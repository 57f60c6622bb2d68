import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import { type ErasePerson, PersonRow, PersonsPage, type SetPerson } from '#api/persons'
import { read, request } from '../../api.ts'

/** In a body, never in an address: names are asked for. */
async function post(path: string, body: object, signal?: AbortSignal): Promise<unknown> {
  return await request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    ...(signal === undefined ? {} : { signal }),
  })
}

/** The region's persons whose name, mail or reference holds the text. */
export function usePersons(text: string, offset: number) {
  return useQuery({
    queryKey: ['persons', 'search', text, offset],
    queryFn: async ({ signal }) => read(PersonsPage, await post('/api/persons/search', { text, offset }, signal)),
    placeholderData: (was) => was,
  })
}

/** Keeps a person; what was read of persons is read again. */
export function useSetPerson() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (body: z.input<typeof SetPerson>) => read(PersonRow, await post('/api/persons', body)),
    onSuccess: () => client.invalidateQueries({ queryKey: ['persons'] }),
  })
}

/** Erases a person. Nothing of what was read is kept, so that the name is gone from this page too. */
export function useErasePerson() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (body: z.input<typeof ErasePerson>) => read(PersonRow, await post('/api/persons/erase', body)),
    onSuccess: async () => {
      client.removeQueries({ queryKey: ['persons'], type: 'inactive' })
      await client.resetQueries({ queryKey: ['persons'] })
    },
  })
}
