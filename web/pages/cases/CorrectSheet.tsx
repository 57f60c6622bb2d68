import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { CaseCorrection } from '#events/case'
import { date } from '../../format.ts'
import { DateInput } from '../../parts/DateInput.tsx'
import { Field } from '../../parts/Field.tsx'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { useNotice } from '../../parts/Notice.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { useCommand } from '../../parts/useCommand.ts'
import { useLanguage } from '../../text/i18n.ts'
import { useWords } from '../../text/words.ts'
import { ApplicationFields } from './application/ApplicationFields.tsx'
import { type ApplicationFile, type Correctable, correctionFrom, correctionOf } from './application/correction.ts'
import type { Values } from './application/form.ts'
import { useProblemText } from './application/useProblemText.ts'
import './newCase.css'

const correctable: readonly Correctable[] = ['subject', 'wantedFrom', 'receivedOn']

/** Corrects the application with the reason: a date of it, or what it asked for. The old value stays in the log. */
export function CorrectSheet({
  file,
  today,
  open,
  onClose,
}: {
  readonly file: ApplicationFile
  readonly today: string
  readonly open: boolean
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const words = useWords()
  const language = useLanguage()
  const problemText = useProblemText()
  const say = useNotice()
  const command = useCommand('CorrectCaseInformation')
  const [field, setField] = useState<Correctable>('subject')
  const [values, setValues] = useState<Values | null>(null)
  const [reason, setReason] = useState('')
  // Until something is written, the form follows the case.
  const stands = correctionOf(file)
  const written = { ...stands, values: values ?? stands.values }
  const checked = correctionFrom(field, written, file)
  const problems = 'problems' in checked ? checked.problems : []
  const first = problems[0]
  const notReady =
    first !== undefined
      ? problemText.summary(first)
      : reason.trim() === '' || !('correction' in checked)
        ? t('cases.write.required')
        : undefined
  const send = (correction: z.input<typeof CaseCorrection>) =>
    command.send(
      { case: file.row.case, correction, reason },
      {
        expected: file.revision,
        onDone: () => {
          onClose()
          setReason('')
          setValues(null)
          say({ text: t('cases.information.corrected') })
        },
      },
    )
  return (
    <FormSheet
      title={t('cases.information.correctTitle')}
      lead={t('cases.information.correctWhy')}
      open={open}
      onClose={onClose}
      submit={t('cases.information.correct')}
      busy={command.busy}
      error={command.error}
      notReady={notReady}
      onSubmit={() => {
        if ('correction' in checked) send(checked.correction)
      }}
    >
      <Field label={t('cases.information.field')}>
        {(props) => (
          <select
            {...props}
            value={field}
            onChange={(event) => {
              setField(correctable.find((one) => one === event.target.value) ?? field)
              setValues(null)
            }}
          >
            {correctable.map((one) => (
              <option key={one} value={one}>
                {words.field(one)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {field === 'subject' ? (
        <div className="correct-subject">
          <ApplicationFields
            form={written.form}
            values={written.values}
            problems={problems}
            today={today}
            hasCommon={false}
            onChange={(next) => setValues((was) => next(was ?? stands.values))}
          />
        </div>
      ) : (
        <>
          <p className="form-now">
            {t('cases.information.old')}: <strong>{date(file.row[field], language)}</strong>
          </p>
          <Field label={t('cases.information.newValue')}>
            {(props) => (
              <DateInput
                {...props}
                value={String(written.values[field])}
                onChange={(value) => setValues({ ...written.values, [field]: value })}
              />
            )}
          </Field>
        </>
      )}
      <TextField
        label={t('cases.information.reason')}
        hint={t('cases.information.reasonHint')}
        maxLength={2000}
        value={reason}
        onChange={setReason}
      />
    </FormSheet>
  )
}
