import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { useCommand } from '../../parts/useCommand.ts'
import { ScenarioNameField, ScenarioNoteField } from './ScenarioFields.tsx'
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
      <ScenarioNameField value={name} onChange={setName} />
      <ScenarioNoteField value={note} onChange={setNote} />
    </FormSheet>
  )
}
