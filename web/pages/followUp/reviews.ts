import type { ActivitySubject, ReviewedRule } from '#events/activity'
import type { Answer } from '../../api.ts'
import type { FollowUp, Told } from './answer.ts'

export type Review = FollowUp['reviews'][number]

/** What a finding of the statistics asks somebody to examine, by its code. */
const asking: Readonly<Record<string, ReviewedRule>> = {
  'R-21.examine': 'R-21',
  'R-21.underReview': 'R-21',
  'R-23.above': 'R-23',
  'R-25.examine': 'R-25',
}

/** One subject's figures that are to be examined: not yet, or under an open review. */
export interface ToExamine {
  readonly rule: ReviewedRule
  readonly finding: Told
  /** The open review; null where none has been opened. */
  readonly review: Review | null
}

/** What of a subject's findings can be examined or is being so. What was examined once is not opened anew. */
export function toExamine(
  { reviews, period, specialty }: Pick<Answer<'followUp'>, 'reviews' | 'period' | 'specialty'>,
  about: ActivitySubject,
  findings: readonly (Told | null)[],
): readonly ToExamine[] {
  return findings.flatMap((finding) => {
    const rule = finding === null ? undefined : asking[finding.code]
    if (finding === null || rule === undefined) return []
    const review = reviews.find(
      (one) =>
        one.rule === rule &&
        one.about.level === about.level &&
        one.about.id === about.id &&
        one.period === period &&
        one.specialty === specialty,
    )
    return review !== undefined && review.closedOn !== null ? [] : [{ rule, finding, review: review ?? null }]
  })
}

/** Name of a review in a list: what it is about, when and under which rule. */
export function reviewKey({ about, period, specialty, rule }: Review): string {
  return `${about.level} ${about.id} ${period} ${specialty} ${rule}`
}
