import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { PersonNames } from '#api/persons'
import { PersonId } from '#events/identifiers'
import { read, request } from '../api.ts'
import { useMay } from '../session.ts'

/** As many references as the service takes in one question. */
const most = 500

/**
 * What to call persons: by name where the reader may know it, "erased person" where there was one, else by reference
 * alone. While the names are on their way, and for who may not know them, it is the reference too.
 */
export function usePersonNames(persons: readonly (string | null | undefined)[]): (person: string) => string {
  const { t } = useTranslation()
  const may = useMay()('persons.read')
  const asked = [...new Set(persons)]
    .filter((one) => PersonId.safeParse(one).success)
    .toSorted()
    .slice(0, most)
  const { data } = useQuery({
    queryKey: ['persons', 'names', asked],
    queryFn: async ({ signal }) =>
      read(
        PersonNames,
        await request('/api/persons/names', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ persons: asked }),
          signal,
        }),
      ),
    enabled: may && asked.length > 0,
    staleTime: 60_000,
  })
  const known = new Map(data?.names.map(({ person, name, erased }) => [String(person), { name, erased }]))
  return (person) => {
    const one = known.get(person)
    if (one?.erased === true) return `${t('persons.erased')} (${person})`
    return one?.name ? `${one.name} (${person})` : person
  }
}

const personFields = new Set(['person', 'holder', 'fromHolder', 'toHolder', 'owner', 'therapist', 'employee'])

/** References to persons anywhere in something that came from the log, by the names of the fields that hold them. */
export function personsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inside]) =>
    typeof inside === 'string' && personFields.has(key) ? [inside] : personsIn(inside),
  )
}
