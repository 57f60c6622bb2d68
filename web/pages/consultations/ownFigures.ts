import type { Answer } from '../../api.ts'
import type { CaseFile } from '../cases/caseFile.ts'
import type { Amounts } from '../cases/changeFigures.ts'

type Municipality = Pick<Answer<'municipality'>, 'row' | 'rank'>

/** Figures of one municipality before and after an application, each in the stored step; null when unknown. */
export interface OwnFigures {
  readonly capacity: Amounts
  readonly clinics: Amounts
  readonly per10000: Amounts
  /** Whether any figure that is shown differs; null while or where it is not known how they are afterwards. */
  readonly changes: boolean | null
}

/**
 * What an application does to the figures of a municipality. The effects of a move are told by its case; those of every other
 * application by the register with it, `after`, which is there while the case is open.
 */
export function ownFigures(
  { effects, ridingEffects }: Pick<CaseFile, 'effects' | 'ridingEffects'>,
  municipality: string,
  before: Municipality | undefined,
  after: Municipality | undefined,
): OwnFigures {
  const effect = effects.find((row) => row.municipality === municipality)
  const read = (figure: 'capacity' | 'clinics' | 'per10000'): Amounts => {
    const now = before?.row[figure] ?? null
    return { before: now, after: after === undefined ? now : after.row[figure] }
  }
  const capacity = effect ?? read('capacity')
  const clinics = effect === undefined ? read('clinics') : { before: effect.clinicsBefore, after: effect.clinicsAfter }
  const per10000 = read('per10000')
  const differs =
    [capacity, clinics, per10000].some((figure) => figure.before !== figure.after) ||
    (after !== undefined && before?.rank?.at !== after.rank?.at) ||
    ridingEffects.some((row) => row.municipality === municipality && row.before !== row.after)
  const isKnown = effect !== undefined || (before !== undefined && after !== undefined)
  return { capacity, clinics, per10000, changes: isKnown ? differs : null }
}
