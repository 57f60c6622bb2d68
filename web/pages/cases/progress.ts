import type { z } from 'zod'
import type { CaseStatus, ConsultationRow } from '#api/views/case'
import type { CaseFile } from './caseFile.ts'
import { noHearing } from './noHearing.ts'

export type Step = 'received' | 'checked' | 'heard' | 'tabled' | 'ruled'

export interface StepState {
  readonly step: Step
  /** `skipped`: the hearing of a case that hears nobody. */
  readonly state: 'done' | 'current' | 'upcoming' | 'skipped'
}

/** How many steps are behind a case with this status. The five steps are those of the header. */
const behind: Readonly<Record<CaseStatus, number>> = {
  received: 1,
  'awaiting-information': 1,
  checked: 2,
  'in-consultation': 2,
  heard: 3,
  tabled: 3,
  ruled: 5,
  applied: 5,
  'effect-refused': 5,
  referred: 4,
  withdrawn: 1,
}

/**
 * The header's five steps. A case that is finished has no current step; a withdrawn one stopped where it was. Where nobody
 * is heard, the meeting follows the check.
 */
export function progress(
  file: Pick<CaseFile, 'findings' | 'involved' | 'consultations'> & { readonly row: Pick<CaseFile['row'], 'status'> },
): readonly StepState[] {
  const { status } = file.row
  const steps: readonly Step[] = ['received', 'checked', 'heard', 'tabled', 'ruled']
  const skips = noHearing(file) !== null
  const done = behind[status] + (skips && behind[status] === 2 ? 1 : 0)
  return steps.map((step, index) => ({
    step,
    state:
      skips && step === 'heard'
        ? 'skipped'
        : index < done
          ? 'done'
          : index === done && status !== 'withdrawn'
            ? 'current'
            : 'upcoming',
  }))
}

/** How many of the round's hearings are settled: answered, lapsed without an answer, or not required. */
export function heardOf(consultations: readonly z.infer<typeof ConsultationRow>[]): {
  readonly settled: number
  readonly of: number
} {
  const waiting: readonly string[] = ['not-sent', 'sent', 'delivery-failed']
  const settled = consultations.filter(({ state }) => !waiting.includes(state)).length
  return { settled, of: consultations.length }
}

/** True while the case can still be prepared and ruled on. */
export function isOpen(status: CaseStatus): boolean {
  return !['ruled', 'applied', 'effect-refused', 'referred', 'withdrawn'].includes(status)
}
