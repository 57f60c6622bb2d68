import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConsultationPosition } from '#events/consultation'
import { Field } from '../../parts/Field.tsx'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { RadioCards } from '../../parts/RadioCards.tsx'
import { useCommand } from '../../parts/useCommand.ts'
import { useWords } from '../../text/words.ts'
import type { CaseFile } from './caseFile.ts'

const ways = ['mail', 'letter', 'phone'] as const

/** An answer that came another way than the portal, recorded by the secretariat with how it came. */
export function RecordAnswerSheet({
  hearing,
  name,
  open,
  onClose,
}: {
  readonly hearing: CaseFile['consultations'][number]
  readonly name: string
  readonly open: boolean
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const words = useWords()
  const answer = useCommand('AnswerConsultation')
  const [position, setPosition] = useState<ConsultationPosition | null>(null)
  const [cameBy, setCameBy] = useState<(typeof ways)[number]>('mail')
  const [text, setText] = useState('')
  const needsText = position === 'object' || position === 'conditional'
  const notReady =
    position === null
      ? t('consultations.reply.needPosition')
      : needsText && text.trim() === ''
        ? t('consultations.reply.needText')
        : undefined
  return (
    <FormSheet
      title={t('cases.hearing.recordTitle', { municipality: name })}
      lead={t('cases.hearing.recordWhy')}
      open={open}
      onClose={onClose}
      submit={t('cases.hearing.record')}
      busy={answer.busy}
      error={answer.error}
      notReady={notReady}
      onSubmit={() => {
        if (position !== null)
          answer.send(
            { case: hearing.case, municipality: hearing.municipality, round: hearing.round, position, text, cameBy },
            { onDone: onClose },
          )
      }}
    >
      <RadioCards
        label={t('consultations.reply.position')}
        columns={2}
        value={position}
        onChange={setPosition}
        options={ConsultationPosition.options.map((value) => ({ value, label: words.position(value) }))}
      />
      <RadioCards
        label={t('cases.hearing.cameBy')}
        columns={2}
        value={cameBy}
        onChange={setCameBy}
        options={ways.map((value) => ({ value, label: t(`cases.cameBy.${value}`) }))}
      />
      <Field label={t('cases.hearing.answer')} hint={t('consultations.reply.privacy')}>
        {(props) => (
          <textarea
            {...props}
            rows={5}
            maxLength={4000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
    </FormSheet>
  )
}
