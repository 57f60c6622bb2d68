import { useTranslation } from 'react-i18next'
import type { ActivitySubject } from '#events/activity'
import { date } from '../../format.ts'
import { useWriting } from '../../parts/useWriting.ts'
import { WriteButton } from '../../parts/WriteButton.tsx'
import { useLanguage } from '../../text/i18n.ts'
import type { FollowUp, Told } from './answer.ts'
import { toExamine } from './reviews.ts'
import type { ShowReviewSheet } from './useReviewSheet.tsx'

/** What can be done about one subject's findings: examine them, or conclude what is being examined. */
export function ReviewButtons({
  data,
  about,
  name,
  findings,
  show,
}: {
  readonly data: FollowUp
  readonly about: ActivitySubject
  readonly name: string
  readonly findings: readonly (Told | null)[]
  readonly show: ShowReviewSheet
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const why = useWriting()('followUp.record')
  const { region, period, specialty } = data
  const asked = toExamine(data, about, findings)
  if (period === null || asked.length === 0) return null
  return (
    <div className="review-actions">
      {asked.map(({ rule, finding, review }) => {
        const action = review === null ? t(`followUp.review.start.${rule}`) : t('followUp.review.end')
        return (
          <span key={rule}>
            <WriteButton
              why={why}
              aria-label={t('followUp.review.label', { action, rule, name })}
              onPress={() =>
                show(
                  review === null
                    ? { does: 'open', subject: { about, name, region, period, specialty, rule, finding } }
                    : { does: 'close', review, name },
                )
              }
            >
              {action}
            </WriteButton>
            {review !== null && (
              <span className="meta">{t('followUp.review.since', { date: date(review.openedOn, language) })}</span>
            )}
          </span>
        )
      })}
    </div>
  )
}
