import { type RefObject, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReviewedRule } from '#events/activity'
import { date, none } from '../../format.ts'
import { useAreaNames } from '../../parts/areaNames.ts'
import { Segmented } from '../../parts/Segmented.tsx'
import { useWriting } from '../../parts/useWriting.ts'
import { WriteButton } from '../../parts/WriteButton.tsx'
import { useLanguage } from '../../text/i18n.ts'
import type { FollowUp } from './answer.ts'
import { type Column, FollowTable } from './FollowTable.tsx'
import { type Review, reviewKey } from './reviews.ts'
import { useReviewedPeriod } from './useReviewedPeriod.ts'
import type { ShowReviewSheet } from './useReviewSheet.tsx'

/** Reviews under some rules, of every period: those under way with what was found, and those closed with what came of them. */
export function ReviewsPanel({
  data,
  rules,
  show,
  landing,
}: {
  readonly data: FollowUp
  readonly rules: readonly ReviewedRule[]
  readonly show: ShowReviewSheet
  readonly landing: RefObject<HTMLDivElement | null>
}) {
  const { t } = useTranslation()
  const names = useAreaNames()
  const why = useWriting()('followUp.record')
  const [shown, setShown] = useState<'open' | 'closed'>('open')
  const columns = useColumns()
  const own = data.reviews.filter(({ rule }) => rules.includes(rule))
  const parts = {
    open: own.filter(({ closedOn }) => closedOn === null),
    closed: own.filter(({ closedOn }) => closedOn !== null),
  }
  const nameOf = ({ name, municipality }: Review) => name ?? names.municipality(municipality ?? '')
  return (
    <div ref={landing} tabIndex={-1} className="reviews">
      <FollowTable
        data={data}
        tab="reviews"
        title={t('followUp.review.title')}
        columns={[{ title: t('followUp.name'), text: nameOf }, ...columns[shown]]}
        rows={parts[shown]}
        keyOf={reviewKey}
        findingOf={({ found }) => found}
        none={t(`followUp.review.none.${shown}`)}
        actionOf={(review) =>
          review.closedOn === null && (
            <div className="review-actions">
              <span>
                <WriteButton
                  why={why}
                  aria-label={t('followUp.review.label', {
                    action: t('followUp.review.end'),
                    rule: review.rule,
                    name: nameOf(review),
                  })}
                  onPress={() => show({ does: 'close', review, name: nameOf(review) })}
                >
                  {t('followUp.review.end')}
                </WriteButton>
              </span>
            </div>
          )
        }
        aside={
          <Segmented
            label={t('followUp.review.show')}
            value={shown}
            onChange={setShown}
            options={(['open', 'closed'] as const).map((value) => ({
              value,
              label: t(`followUp.review.shown.${value}`, { count: parts[value].length }),
            }))}
          />
        }
      />
    </div>
  )
}

function useColumns(): Readonly<Record<'open' | 'closed', readonly Column<Review>[]>> {
  const { t } = useTranslation()
  const language = useLanguage()
  const reviewedPeriod = useReviewedPeriod()
  const period = { title: t('followUp.review.of'), text: reviewedPeriod }
  const begun = { title: t('followUp.review.begunOn'), text: ({ openedOn }: Review) => date(openedOn, language) }
  const reason = { title: t('followUp.review.why'), text: ({ reason }: Review) => reason }
  return {
    open: [period, begun, reason],
    closed: [
      period,
      begun,
      reason,
      {
        title: t('followUp.review.closedOn'),
        text: ({ closedOn }) => (closedOn === null ? none : date(closedOn, language)),
      },
      {
        title: t('followUp.review.conclusion'),
        text: ({ conclusion }) => (conclusion === null ? none : t(`followUp.review.conclusions.${conclusion}`)),
      },
      { title: t('followUp.review.basis'), text: ({ closingReason }) => closingReason ?? none },
    ],
  }
}
