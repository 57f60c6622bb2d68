import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { useCommand } from '../../parts/useCommand.ts'

/** Decides that a municipality need not be consulted in this round, with the reason. */
export function ExemptSheet({
  hearing,
  name,
  open,
  onClose,
}: {
  readonly hearing: { readonly case: string; readonly municipality: string; readonly round: number }
  /** Name of the municipality. */
  readonly name: string
  readonly open: boolean
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const command = useCommand('MarkConsultationNotRequired')
  const [reason, setReason] = useState('')
  return (
    <FormSheet
      title={t('hearings.exempt.title', { municipality: name })}
      lead={t('hearings.exempt.lead')}
      open={open}
      onClose={onClose}
      submit={t('hearings.exempt.button')}
      busy={command.busy}
      error={command.error}
      notReady={reason.trim() === '' ? t('cases.write.required') : undefined}
      onSubmit={() => command.send({ ...hearing, reason }, { onDone: onClose })}
    >
      <TextField label={t('hearings.time.reason')} maxLength={2000} value={reason} onChange={setReason} />
    </FormSheet>
  )
}
