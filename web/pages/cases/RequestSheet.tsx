import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DateInput } from '../../parts/DateInput.tsx'
import { Field } from '../../parts/Field.tsx'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { useCommand } from '../../parts/useCommand.ts'
import { useSession } from '../../session.ts'
import { useWords } from '../../text/words.ts'
import type { CaseFile } from './caseFile.ts'
import { daysAfter, isDate } from './days.ts'

/** Days that an applicant is given by default; a person can choose any other date. Our own assumption. */
const DEFAULT_DAYS = 14

/** Asks the applicant for information: what the findings miss stands there already. */
export function RequestSheet({
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
  const today = useSession()?.today
  const request = useCommand('RequestInformation')
  const asked = new Set(file.missing.map(({ item }) => item))
  const proposed = [...new Set(file.findings?.findings.flatMap(({ missing }) => missing) ?? [])]
    .map(words.condition)
    .filter((item) => !asked.has(item))
  const [text, setText] = useState<string | null>(null)
  const [due, setDue] = useState<string | null>(null)
  const lines = text ?? proposed.join('\n')
  const dueOn = due ?? (today === undefined ? '' : daysAfter(today, DEFAULT_DAYS))
  const items = lines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const close = () => {
    setText(null)
    setDue(null)
    onClose()
  }
  return (
    <FormSheet
      title={t('cases.information.requestTitle')}
      open={open}
      onClose={onClose}
      submit={t('cases.information.request')}
      busy={request.busy}
      error={request.error}
      notReady={items.length === 0 || !isDate(dueOn) ? t('cases.write.required') : undefined}
      onSubmit={() => request.send({ case: file.row.case, items, dueOn }, { expected: file.revision, onDone: close })}
    >
      <TextField
        label={t('cases.information.requestItems')}
        hint={t('cases.information.requestItemsHint')}
        rows={4}
        value={lines}
        onChange={setText}
      />
      <Field label={t('cases.information.requestDue')}>
        {(props) => <DateInput {...props} value={dueOn} onChange={setDue} />}
      </Field>
    </FormSheet>
  )
}
