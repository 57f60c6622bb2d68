import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../api.ts'
import { date } from '../../format.ts'
import { DateInput } from '../../parts/DateInput.tsx'
import { Field } from '../../parts/Field.tsx'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { useNotice } from '../../parts/Notice.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { useCommand } from '../../parts/useCommand.ts'
import { useWriting } from '../../parts/useWriting.ts'
import { WriteButton } from '../../parts/WriteButton.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { daysAfter, isDate } from '../cases/days.ts'

type Row = Answer<'consultations'>['rows'][number]

/** A later deadline asked of the secretariat, and what became of it. */
export function AskForTime({ row }: { readonly row: Row }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const say = useNotice()
  const why = useWriting()('consultation.answer')
  const ask = useCommand('RequestConsultationExtension')
  const [open, setOpen] = useState(false)
  const [to, setTo] = useState(row.dueOn === null ? '' : daysAfter(row.dueOn, 14))
  const [reason, setReason] = useState('')
  const { request, dueOn } = row
  const isReady = isDate(to) && dueOn !== null && to > dueOn && reason.trim() !== ''
  return (
    <div className="ask-time">
      {request !== null && (
        <p className="panel-note">
          {request.declined === null
            ? t('hearings.time.waiting', { asked: date(request.askedOn, language), to: date(request.to, language) })
            : t('hearings.time.declined', { to: date(request.to, language), reason: request.declined })}
        </p>
      )}
      {(request === null || request.declined !== null) && (
        <WriteButton kind="text" icon="calendar" why={why} onPress={() => setOpen(true)}>
          {t('hearings.time.ask')}
        </WriteButton>
      )}
      <FormSheet
        title={t('hearings.time.title')}
        lead={t('hearings.time.lead')}
        open={open}
        onClose={() => setOpen(false)}
        submit={t('hearings.time.ask')}
        busy={ask.busy}
        error={ask.error}
        notReady={isReady ? undefined : t('cases.write.required')}
        onSubmit={() =>
          ask.send(
            { case: row.case, municipality: row.municipality, round: row.round, to, reason },
            {
              onDone: () => {
                setOpen(false)
                say({ text: t('hearings.time.sent') })
              },
            },
          )
        }
      >
        <Field label={t('hearings.time.to')}>
          {(props) => (
            <DateInput
              {...props}
              {...(dueOn === null ? {} : { min: daysAfter(dueOn, 1) })}
              value={to}
              onChange={setTo}
            />
          )}
        </Field>
        <TextField label={t('hearings.time.reason')} maxLength={2000} value={reason} onChange={setReason} />
      </FormSheet>
    </div>
  )
}
