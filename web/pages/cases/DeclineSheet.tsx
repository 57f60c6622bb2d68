import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { useCommand } from '../../parts/useCommand.ts'
import { type HearingSheetProps, keyOf } from './hearingSheet.ts'

/** Says no to a later deadline, with the reason that the municipality gets. */
export function DeclineSheet({ hearing, name, open, onClose }: HearingSheetProps) {
  const { t } = useTranslation()
  const decline = useCommand('DeclineConsultationExtension')
  const [reason, setReason] = useState('')
  return (
    <FormSheet
      title={t('hearings.time.declineTitle', { municipality: name })}
      lead={t('hearings.time.declineLead')}
      open={open}
      onClose={onClose}
      submit={t('hearings.time.decline')}
      busy={decline.busy}
      error={decline.error}
      notReady={reason.trim() === '' ? t('cases.write.required') : undefined}
      onSubmit={() => decline.send({ ...keyOf(hearing), reason }, { onDone: onClose })}
    >
      <TextField label={t('hearings.time.reason')} maxLength={2000} value={reason} onChange={setReason} />
    </FormSheet>
  )
}
