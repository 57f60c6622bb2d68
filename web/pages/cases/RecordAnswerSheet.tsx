import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Attachment } from '#events/attachment'
import { ConsultationPosition } from '#events/consultation'
import { DateInput } from '../../parts/DateInput.tsx'
import { Field } from '../../parts/Field.tsx'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { RadioCards } from '../../parts/RadioCards.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { useCommand } from '../../parts/useCommand.ts'
import { useWords } from '../../text/words.ts'
import { ReplyFiles } from '../consultations/ReplyFiles.tsx'
import { isDate } from './days.ts'
import { type HearingSheetProps, keyOf } from './hearingSheet.ts'

const ways = ['mail', 'letter', 'phone'] as const

/** An answer that came another way than the portal, recorded by the secretariat with how and when it came. */
export function RecordAnswerSheet({ hearing, name, open, onClose }: HearingSheetProps) {
  const { t } = useTranslation()
  const words = useWords()
  const answer = useCommand('AnswerConsultation')
  const [cameBy, setCameBy] = useState<(typeof ways)[number] | null>(null)
  const [receivedOn, setReceivedOn] = useState('')
  const [position, setPosition] = useState<ConsultationPosition | null>(null)
  const [text, setText] = useState('')
  const [receiving, setReceiving] = useState<string | null>(null)
  const [files, setFiles] = useState<readonly Attachment[]>([])
  const needsText = position === 'object' || position === 'conditional'
  const lacks = () => {
    if (cameBy === null) return t('cases.hearing.needWay')
    if (!isDate(receivedOn)) return t('cases.hearing.needReceivedOn')
    if (position === null) return t('consultations.reply.needPosition')
    if (receiving !== null) return t('hearings.reply.waitForFile', { name: receiving })
    return needsText && text.trim() === '' ? t('consultations.reply.needText') : undefined
  }
  return (
    <FormSheet
      title={t('cases.hearing.recordTitle', { municipality: name })}
      lead={t('cases.hearing.recordWhy')}
      open={open}
      onClose={onClose}
      submit={t('cases.hearing.record')}
      busy={answer.busy}
      error={answer.error}
      notReady={lacks()}
      onSubmit={() => {
        if (position !== null && cameBy !== null)
          answer.send(
            {
              ...keyOf(hearing),
              position,
              text,
              cameBy,
              receivedOn,
              attachments: files.map(({ hash, name }) => ({ hash, name })),
            },
            { onDone: onClose },
          )
      }}
    >
      <RadioCards
        label={t('cases.hearing.cameBy')}
        columns={2}
        value={cameBy}
        onChange={setCameBy}
        options={ways.map((value) => ({ value, label: t(`cases.cameBy.${value}`) }))}
      />
      <Field label={t('cases.hearing.receivedOn')}>
        {(props) => (
          <DateInput
            {...props}
            {...(hearing.sentOn === null ? {} : { min: hearing.sentOn })}
            value={receivedOn}
            onChange={setReceivedOn}
          />
        )}
      </Field>
      <RadioCards
        label={t('consultations.reply.position')}
        columns={2}
        value={position}
        onChange={setPosition}
        options={ConsultationPosition.options.map((value) => ({ value, label: words.position(value) }))}
      />
      <TextField
        label={t('cases.hearing.answer')}
        hint={t('consultations.reply.privacy')}
        rows={5}
        maxLength={4000}
        value={text}
        onChange={setText}
      />
      <ReplyFiles
        files={files}
        disabled={false}
        receiving={receiving}
        onReceiving={setReceiving}
        onAdd={(file) => setFiles((was) => [...was, file])}
        onRemove={(file) => setFiles((was) => was.filter((one) => one !== file))}
      />
    </FormSheet>
  )
}
