import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { type Answer, viewQuery } from '../../api.ts'
import { useMoment } from '../../time/moment.ts'
import type { CaseFile } from './caseFile.ts'
import { isOpen } from './progress.ts'

export type Alternatives = Answer<'alternatives'>
type Place = Extract<Alternatives['alternatives'][number]['changes'][number], { kind: 'place' | 'school' }>

/** What could have been applied for instead, once the reader has asked for it. */
export function useAlternatives(file: CaseFile) {
  const { alternatives } = useSearch({ strict: false })
  const { past } = useMoment()
  const asked = alternatives === 'shown' && isOpen(file.row.status) && !past
  const query = useQuery({ ...viewQuery('alternatives', { case: file.row.case }), enabled: asked, retry: false })
  return { asked, ...query }
}

/** The place of the first alternative that names one; null while there is none to draw. */
export function useAlternativePlace(file: CaseFile): Place | null {
  const { asked, data } = useAlternatives(file)
  const changes = (asked ? data?.alternatives : undefined)?.flatMap((one) => one.changes) ?? []
  for (const change of changes) if (change.kind === 'place' || change.kind === 'school') return change
  return null
}
