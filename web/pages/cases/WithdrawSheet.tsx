import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { useCommand } from '../../parts/useCommand.ts'
import type { CaseFile } from './caseFile.ts'

/** The applicant withdraws; the case is closed with the reason. */
export function WithdrawSheet({
  file,
  open,
  onClose,
}: {
  readonly file: CaseFile
  readonly open: boolean
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const withdraw = useCommand('WithdrawCase')
  return (
    <FormSheet
      title={t('cases.header.withdraw')}
      lead={t('cases.header.withdrawWhy')}
      open={open}
      onClose={onClose}
      submit={t('cases.header.withdraw')}
      busy={withdraw.busy}
      error={withdraw.error}
      notReady={reason.trim() === '' ? t('cases.write.required') : undefined}
      onSubmit={() => withdraw.send({ case: file.row.case, reason }, { expected: file.revision, onDone: onClose })}
    >
      <TextField label={t('cases.header.withdrawReason')} value={reason} onChange={setReason} />
    </FormSheet>
  )
}
