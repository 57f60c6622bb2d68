import { useSearch } from '@tanstack/react-router'
import { type Agreement, type Column, type Filter, filtered, type Riding, sorted, sortIn } from './agreements.ts'
import { useAreaWords } from './useAreaWords.ts'

/** The agreements that the table shows, in its order, as the address bar says. */
export function useShown(data: Riding): {
  readonly rows: readonly Agreement[]
  readonly filter: Filter
  readonly sort: { readonly column: Column; readonly descending: boolean }
} {
  const search = useSearch({ from: '/ridefysioterapi' })
  const areaWords = useAreaWords()
  const filter = search.filter ?? 'all'
  const sort = sortIn(search.sort)
  const rows = sorted(filtered(data.rows, filter), sort.column, sort.descending, ({ area }) => areaWords(area))
  return { rows, filter, sort }
}
