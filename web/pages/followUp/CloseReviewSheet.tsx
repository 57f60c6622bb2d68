import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RegionCode } from '#events/identifiers'
import { EffectiveDate } from '#events/time'
import { date } from '../../format.ts'
import { announce } from '../../parts/announce.ts'
import { DateInput } from '../../parts/DateInput.tsx'
import { Field } from '../../parts/Field.tsx'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { RadioCards } from '../../parts/RadioCards.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { useCommand } from '../../parts/useCommand.ts'
import { useLanguage } from '../../text/i18n.ts'
import { useWords } from '../../text/words.ts'
import type { Review } from './reviews.ts'
import { useReviewedPeriod } from './useReviewedPeriod.ts'

const conclusions = ['explained', 'ceiling'] as const

/** Closes a review: what the committee concluded, when, and what that rests on. A ceiling is of a provider's payments. */
export function CloseReviewSheet({
  review,
  name,
  region,
  today,
  open,
  onClose,
  onDone,
}: {
  readonly review: Review
  readonly name: string
  readonly region: RegionCode
  readonly today: EffectiveDate
  readonly open: boolean
  readonly onClose: () => void
  readonly onDone: () => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useWords()
  const reviewedPeriod = useReviewedPeriod()
  const command = useCommand('CloseControlReview')
  const { about, period, specialty, rule, openedOn, found } = review
  const mayBeCeiling = about.level !== 'municipality'
  const [conclusion, setConclusion] = useState<(typeof conclusions)[number] | null>(mayBeCeiling ? null : 'explained')
  const [closedOn, setClosedOn] = useState<string>(today)
  const [reason, setReason] = useState('')
  const on = EffectiveDate.safeParse(closedOn).data
  const lacks = () => {
    if (conclusion === null) return t('followUp.review.needConclusion')
    if (on === undefined || on > today || on < openedOn)
      return t('followUp.review.within', { from: date(openedOn, language) })
    return reason.trim() === '' ? t('followUp.review.needBasis') : undefined
  }
  return (
    <FormSheet
      title={t('followUp.review.closeTitle', { name })}
      lead={t('followUp.review.closeLead', { date: date(openedOn, language), reason: review.reason })}
      open={open}
      onClose={onClose}
      submit={t('followUp.review.end')}
      busy={command.busy}
      error={command.error}
      notReady={lacks()}
      onSubmit={() => {
        if (on === undefined || conclusion === null) return
        command.send(
          { about, region, period, specialty, rule, effectiveFrom: on, conclusion, reason },
          {
            onDone: () => {
              announce(t('followUp.review.ended', { name }))
              onDone()
            },
          },
        )
      }}
    >
      {found !== null && <p>{words.finding(found)}</p>}
      <p className="meta">{reviewedPeriod(review)}</p>
      {mayBeCeiling && (
        <RadioCards
          label={t('followUp.review.conclusion')}
          value={conclusion}
          onChange={setConclusion}
          options={conclusions.map((value) => ({
            value,
            label: t(`followUp.review.conclusions.${value}`),
            help: t(`followUp.review.conclusionHelp.${value}`),
          }))}
        />
      )}
      <Field label={t('followUp.review.closedOn')}>
        {(props) => <DateInput {...props} min={openedOn} value={closedOn} onChange={setClosedOn} />}
      </Field>
      <TextField
        label={t('followUp.review.basis')}
        hint={t(`followUp.review.basisHint.${conclusion ?? 'explained'}`)}
        maxLength={2000}
        value={reason}
        onChange={setReason}
      />
    </FormSheet>
  )
}
