import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '../../parts/Field.tsx'
import { FormSheet } from '../../parts/FormSheet.tsx'
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
      <Field label={t('cases.header.withdrawReason')}>
        {(props) => <textarea {...props} rows={3} value={reason} onChange={(e) => setReason(e.target.value)} />}
      </Field>
    </FormSheet>
  )
}
