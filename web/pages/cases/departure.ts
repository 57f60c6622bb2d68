import type { Answer } from '../../api.ts'
import type { RulingDraft } from './rulingDraft.ts'

type LikeCase = Answer<'likeCases'>['rows'][number]

/** Most of the close cases ended otherwise than the draft would, and its reasons name none of them. */
export interface Departure {
  readonly outcome: LikeCase['outcome']
  /** Close cases that ended so, of all close cases. */
  readonly cases: readonly LikeCase[]
  readonly of: number
}

/**
 * What a draft departs from without saying so: the outcome of more than half of the close cases, when it is another than
 * the draft's and the reasons name none of those cases by its number or its ruling's. Null where there is nothing to point
 * out. It informs; it hinders nothing.
 */
export function departureOf({ outcome, reasons }: RulingDraft, like: readonly LikeCase[]): Departure | null {
  if (outcome === null || outcome === 'disagreement') return null
  const close = like.filter((one) => one.close)
  const most = close.find((one) => close.filter((other) => other.outcome === one.outcome).length * 2 > close.length)
  if (most === undefined || most.outcome === outcome) return null
  const cases = close.filter((one) => one.outcome === most.outcome)
  const isNamed = cases.some(({ case: id, caseNumber, number }) =>
    [id, caseNumber, number].some((name) => reasons.includes(name)),
  )
  return isNamed ? null : { outcome: most.outcome, cases, of: close.length }
}
