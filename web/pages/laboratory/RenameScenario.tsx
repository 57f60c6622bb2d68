import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '../../parts/Field.tsx'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { useCommand } from '../../parts/useCommand.ts'
import type { Scenario } from './scenarioAnswer.ts'

/** Another name, and other assumptions, for a scenario. */
export function RenameScenario({
  scenario,
  open,
  onClose,
}: {
  readonly scenario: Scenario
  readonly open: boolean
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const rename = useCommand('RenameScenario')
  const [name, setName] = useState(scenario.name)
  const [note, setNote] = useState(scenario.note ?? '')
  return (
    <FormSheet
      title={t('laboratory.rename.title')}
      open={open}
      onClose={onClose}
      onSubmit={() =>
        rename.send(
          { scenario: scenario.scenario, name: name.trim(), note: note.trim() === '' ? null : note.trim() },
          { onDone: onClose },
        )
      }
      submit={t('laboratory.rename.submit')}
      busy={rename.busy}
      error={rename.error}
      notReady={name.trim() === '' ? t('laboratory.create.needName') : undefined}
    >
      <Field label={t('laboratory.create.name')}>
        {(props) => <input {...props} maxLength={120} value={name} onChange={(event) => setName(event.target.value)} />}
      </Field>
      <TextField
        label={t('laboratory.create.note')}
        hint={t('laboratory.create.noteHint')}
        rows={4}
        maxLength={4000}
        value={note}
        onChange={setNote}
      />
    </FormSheet>
  )
}
