import { type ActivityPeriod, ActivitySubject, type ReviewedRule } from '#events/activity'
import { Specialty } from '#events/identifiers'
import type { AnswerOf } from '../query.ts'
import type { Review } from './reports.ts'

type Answer = AnswerOf<'followUp'>

/** The findings that reviews are about, of one period and specialty. */
export interface Examined extends Pick<Answer, 'home'> {
  readonly control: Pick<Answer['control'], 'rows'>
}

/** What a review says, without what it is about. */
export function toldReview(review: Review): Answer['control']['rows'][number]['reviews'][number] {
  const { rule, openedOn, closedOn, conclusion, reason, closingReason } = review
  return { rule, openedOn, closedOn, conclusion, reason, closingReason }
}

/** Reviews in the order given, each with what its rule finds in the figures that it is about. */
export function reviewSection(
  reviews: readonly Review[],
  examined: (period: ActivityPeriod, specialty: Specialty) => Examined,
): Answer['reviews'] {
  const known = new Map<string, Examined>()
  return reviews.map((review) => {
    const about = ActivitySubject.parse({ level: review.level, id: review.about })
    const specialty = Specialty.parse(review.specialty)
    const { period } = review
    const key = `${period} ${specialty}`
    const sections = known.get(key) ?? examined(period, specialty)
    known.set(key, sections)
    return { ...toldReview(review), about, period, specialty, ...findingIn(sections, about, review.rule) }
  })
}

function findingIn({ control, home }: Examined, about: ActivitySubject, rule: ReviewedRule) {
  if (about.level === 'municipality') {
    const finding = home.find(({ municipality }) => municipality === about.id)?.finding
    return { name: null, municipality: about.id, found: rule === 'R-25' ? (finding ?? null) : null }
  }
  const row = control.rows.find((one) => one.about.level === about.level && one.about.id === about.id)
  const found = rule === 'R-21' ? row?.finding : rule === 'R-23' ? row?.progressive : null
  return { name: row?.name ?? about.id, municipality: row?.municipality ?? null, found: found ?? null }
}
