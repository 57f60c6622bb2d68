import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EffectiveDate } from '#events/time'
import { announce } from '../../parts/announce.ts'
import { DateInput } from '../../parts/DateInput.tsx'
import { Field } from '../../parts/Field.tsx'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { useCommand } from '../../parts/useCommand.ts'
import { useMoment } from '../../time/moment.ts'
import { ScenarioNameField, ScenarioNoteField } from './ScenarioFields.tsx'
import { scenarioId } from './scenarioId.ts'

/** Makes a named scenario on the register as it is now, for a date. */
export function NewScenario({
  open,
  onClose,
  onMade,
}: {
  readonly open: boolean
  readonly onClose: () => void
  readonly onMade: (scenario: string) => void
}) {
  const { t } = useTranslation()
  const { on } = useMoment()
  const create = useCommand('CreateScenario')
  const [id, setId] = useState(scenarioId)
  const [name, setName] = useState('')
  const [note, setNote] = useState('')
  const [asOf, setAsOf] = useState<string>()
  const day = EffectiveDate.safeParse(asOf ?? on)
  return (
    <FormSheet
      title={t('laboratory.create.title')}
      lead={t('laboratory.create.lead')}
      open={open}
      onClose={onClose}
      onSubmit={() => {
        if (!day.success) return
        create.send(
          {
            scenario: id,
            name: name.trim(),
            note: note.trim() === '' ? null : note.trim(),
            asOf: day.data,
          },
          {
            onDone: () => {
              announce(t('laboratory.create.made', { name: name.trim() }))
              setId(scenarioId())
              onClose()
              onMade(id)
            },
          },
        )
      }}
      submit={t('laboratory.create.submit')}
      busy={create.busy}
      error={create.error}
      notReady={
        name.trim() === '' ? t('laboratory.create.needName') : day.success ? undefined : t('laboratory.create.needDate')
      }
    >
      <ScenarioNameField value={name} hint={t('laboratory.create.nameHint')} onChange={setName} />
      <Field label={t('laboratory.create.date')}>
        {(props) => <DateInput {...props} value={asOf ?? on ?? ''} onChange={setAsOf} />}
      </Field>
      <ScenarioNoteField value={note} onChange={setNote} />
    </FormSheet>
  )
}
