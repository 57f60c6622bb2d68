import type { z } from 'zod'
import type { CaseCorrection } from '#events/case'
import type { CaseFile } from '../caseFile.ts'
import { isDate } from '../days.ts'
import type { ApplicationForm, Problem, Values } from './form.ts'
import { forms } from './forms.ts'

/** What can be corrected: what was applied for, whole, and the application's two dates. */
export type Correctable = 'subject' | 'wantedFrom' | 'receivedOn'

/** A case of a type that has a form; a proposal is written in its scenario. */
export interface ApplicationFile extends CaseFile {
  readonly subject: Exclude<CaseFile['subject'], { type: 'A16' }>
}

/** The form of a case's type, filled with what the case says. */
interface Written {
  readonly form: ApplicationForm
  readonly values: Values
}

/** The case's own form with what it says now. */
export function correctionOf({ subject, row }: Pick<ApplicationFile, 'subject' | 'row'>): Written {
  const form = forms[subject.type]
  const { applicant, receivedOn, wantedFrom } = row
  return { form, values: form.filled(subject, { applicant, receivedOn, wantedFrom }) }
}

/** The correction that is written, nothing while it changes nothing, or every problem of it at once. */
export function correctionFrom(
  field: Correctable,
  { form, values }: Written,
  { subject, row }: Pick<ApplicationFile, 'subject' | 'row'>,
): { readonly correction: z.input<typeof CaseCorrection> } | { readonly problems: readonly Problem[] } {
  if (field === 'subject') {
    // What the application creates keeps its id.
    const kept = subject.type === 'A4' ? subject.address : 'agreement' in subject ? subject.agreement : ''
    const result = form.subject(values, () => kept)
    if ('problems' in result) return result
    return same(result.subject, subject)
      ? { problems: [] }
      : { correction: { field, old: subject, new: result.subject } }
  }
  const [was, now] = [row[field], String(values[field])]
  if (!isDate(now)) return { problems: [{ field, input: field, code: now === '' ? 'missing' : 'date' }] }
  return now === was ? { problems: [] } : { correction: { field, old: was, new: now } }
}

/** Both were given by the same schema, so their fields stand in the same order. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
