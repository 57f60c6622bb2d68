import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ActivityPeriod, ActivitySubject, ReviewedRule } from '#events/activity'
import type { RegionCode, Specialty } from '#events/identifiers'
import { EffectiveDate } from '#events/time'
import { announce } from '../../parts/announce.ts'
import { DateInput } from '../../parts/DateInput.tsx'
import { Field } from '../../parts/Field.tsx'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { useCommand } from '../../parts/useCommand.ts'
import { useWords } from '../../text/words.ts'
import type { Told } from './answer.ts'
import { useReviewedPeriod } from './useReviewedPeriod.ts'

/** The figures that a review is opened of, and what was found in them. */
export interface ReviewSubject {
  readonly about: ActivitySubject
  readonly name: string
  readonly region: RegionCode
  readonly period: ActivityPeriod
  readonly specialty: Specialty
  readonly rule: ReviewedRule
  readonly finding: Told
}

/** Opens a review of reported figures: when it began and what is asked. */
export function OpenReviewSheet({
  subject,
  today,
  open,
  onClose,
  onDone,
}: {
  readonly subject: ReviewSubject
  readonly today: EffectiveDate
  readonly open: boolean
  readonly onClose: () => void
  readonly onDone: () => void
}) {
  const { t } = useTranslation()
  const words = useWords()
  const reviewedPeriod = useReviewedPeriod()
  const command = useCommand('OpenControlReview')
  const [begunOn, setBegunOn] = useState<string>(today)
  const [reason, setReason] = useState('')
  const { name, finding, ...key } = subject
  const on = EffectiveDate.safeParse(begunOn).data
  const lacks = () => {
    if (on === undefined || on > today) return t('followUp.review.byToday')
    return reason.trim() === '' ? t('followUp.review.needReason') : undefined
  }
  return (
    <FormSheet
      title={t('followUp.review.openTitle', { name })}
      lead={words.finding(finding)}
      open={open}
      onClose={onClose}
      submit={t('followUp.review.begin')}
      busy={command.busy}
      error={command.error}
      notReady={lacks()}
      onSubmit={() => {
        if (on === undefined) return
        command.send(
          { ...key, effectiveFrom: on, reason },
          {
            onDone: () => {
              announce(t('followUp.review.begun', { name }))
              onDone()
            },
          },
        )
      }}
    >
      <p className="meta">{reviewedPeriod(key)}</p>
      <Field label={t('followUp.review.begunOn')}>
        {(props) => <DateInput {...props} value={begunOn} onChange={setBegunOn} />}
      </Field>
      <TextField
        label={t('followUp.review.reason')}
        hint={t('followUp.review.reasonHint')}
        maxLength={2000}
        value={reason}
        onChange={setReason}
      />
    </FormSheet>
  )
}
