import { useTranslation } from 'react-i18next'
import { Field } from '../../parts/Field.tsx'
import { TextField } from '../../parts/TextField.tsx'

/** What a scenario is called, as long as it may be. */
export function ScenarioNameField({
  value,
  hint,
  onChange,
}: {
  readonly value: string
  readonly hint?: string
  readonly onChange: (name: string) => void
}) {
  const { t } = useTranslation()
  return (
    <Field label={t('laboratory.create.name')} {...(hint === undefined ? {} : { hint })}>
      {(props) => <input {...props} maxLength={120} value={value} onChange={(event) => onChange(event.target.value)} />}
    </Field>
  )
}

/** What a scenario assumes, which stands below its map. */
export function ScenarioNoteField({
  value,
  onChange,
}: {
  readonly value: string
  readonly onChange: (note: string) => void
}) {
  const { t } = useTranslation()
  return (
    <TextField
      label={t('laboratory.create.note')}
      hint={t('laboratory.create.noteHint')}
      rows={4}
      maxLength={4000}
      value={value}
      onChange={onChange}
    />
  )
}
