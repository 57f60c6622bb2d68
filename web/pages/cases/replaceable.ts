import type { CaseFile } from './caseFile.ts'
import { isOpen } from './progress.ts'

/** A municipality that has answered and may replace its answer through a day. */
export interface Replaceable {
  readonly municipality: string
  readonly until: string
}

/**
 * Who was told that its answer may be replaced, and still may: a case can be tabled and ruled on once everybody has
 * answered, also before the last day. `today` is `YYYY-MM-DD` in Danish time; the last day counts. Empty for a closed case.
 */
export function replaceable(
  {
    row,
    consultations,
  }: { readonly row: Pick<CaseFile['row'], 'status'>; readonly consultations: readonly Answered[] },
  today: string,
): readonly Replaceable[] {
  if (!isOpen(row.status)) return []
  return consultations.flatMap(({ municipality, dueOn, answers }) =>
    answers.length > 0 && dueOn !== null && today <= dueOn ? [{ municipality, until: dueOn }] : [],
  )
}

interface Answered {
  readonly municipality: string
  readonly dueOn: string | null
  readonly answers: readonly unknown[]
}
