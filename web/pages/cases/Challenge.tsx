import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RulingOutcome } from '#events/docket'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { useNotice } from '../../parts/Notice.tsx'
import { RadioCards } from '../../parts/RadioCards.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { useCommand } from '../../parts/useCommand.ts'
import { useWords } from '../../text/words.ts'
import type { CaseFile } from './caseFile.ts'

/** What the committee holds against the recommendation, and that the ruling was another. */
export function Challenged({ file }: { readonly file: CaseFile }) {
  const { t } = useTranslation()
  const words = useWords()
  const { challenge, overturned } = file
  return (
    <>
      {challenge !== null && (
        <>
          <h3>{t('caseLife.challenge.title')}</h3>
          <p className="statement">{challenge.comment}</p>
          {challenge.outcome !== null && (
            <p className="panel-note">{t('caseLife.challenge.rather', { outcome: words.ruling(challenge.outcome) })}</p>
          )}
        </>
      )}
      {overturned !== null && (
        <p className="stale-note" role="note">
          {t('caseLife.challenge.overturned', {
            ruled: words.ruling(overturned.ruled),
            recommended: words.ruling(overturned.recommended),
          })}
        </p>
      )}
    </>
  )
}

/** Says something against the recommendation; the recommendation stays. */
export function ChallengeSheet({
  file,
  open,
  onClose,
}: {
  readonly file: CaseFile
  readonly open: boolean
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const words = useWords()
  const say = useNotice()
  const challenge = useCommand('ChallengeRecommendation')
  const [comment, setComment] = useState('')
  const [outcome, setOutcome] = useState<RulingOutcome | 'any'>('any')
  return (
    <FormSheet
      title={t('caseLife.challenge.do')}
      lead={t('caseLife.challenge.lead')}
      open={open}
      onClose={onClose}
      busy={challenge.busy}
      error={challenge.error}
      notReady={comment.trim() === '' ? t('cases.write.required') : undefined}
      onSubmit={() =>
        challenge.send(
          { case: file.row.case, comment, outcome: outcome === 'any' ? null : outcome },
          {
            expected: file.revision,
            onDone: () => {
              onClose()
              say({ text: t('caseLife.challenge.saved') })
            },
          },
        )
      }
    >
      <TextField
        label={t('caseLife.challenge.comment')}
        hint={t('consultations.reply.privacy')}
        rows={5}
        maxLength={4000}
        value={comment}
        onChange={setComment}
      />
      <RadioCards
        label={t('caseLife.challenge.outcome')}
        value={outcome}
        onChange={setOutcome}
        columns={2}
        options={[
          { value: 'any' as const, label: t('caseLife.challenge.any') },
          ...RulingOutcome.options.map((value) => ({ value, label: words.ruling(value) })),
        ]}
      />
    </FormSheet>
  )
}
