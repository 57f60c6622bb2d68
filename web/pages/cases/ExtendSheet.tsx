import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DateInput } from '../../parts/DateInput.tsx'
import { Field } from '../../parts/Field.tsx'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { useCommand } from '../../parts/useCommand.ts'
import { daysAfter, isDate } from './days.ts'
import { type HearingSheetProps, keyOf } from './hearingSheet.ts'

/** A later deadline for one municipality, with the reason. */
export function ExtendSheet({ hearing, name, open, onClose }: HearingSheetProps) {
  const { t } = useTranslation()
  const extend = useCommand('ExtendConsultation')
  const [to, setTo] = useState(hearing.dueOn === null ? '' : daysAfter(hearing.dueOn, 7))
  const [reason, setReason] = useState('')
  const later = isDate(to) && (hearing.dueOn === null || to > hearing.dueOn)
  return (
    <FormSheet
      title={t('cases.hearing.extendTitle', { municipality: name })}
      lead={t('cases.hearing.extendWhy')}
      open={open}
      onClose={onClose}
      submit={t('cases.hearing.extend')}
      busy={extend.busy}
      error={extend.error}
      notReady={!later || reason.trim() === '' ? t('cases.write.required') : undefined}
      onSubmit={() => extend.send({ ...keyOf(hearing), to, reason }, { onDone: onClose })}
    >
      <Field label={t('cases.hearing.extendTo')}>
        {(props) => (
          <DateInput
            {...props}
            {...(hearing.dueOn === null ? {} : { min: daysAfter(hearing.dueOn, 1) })}
            value={to}
            onChange={setTo}
          />
        )}
      </Field>
      <TextField label={t('cases.information.reason')} value={reason} onChange={setReason} />
    </FormSheet>
  )
}
