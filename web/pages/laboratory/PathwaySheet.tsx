import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from '../../parts/announce.ts'
import { DateInput } from '../../parts/DateInput.tsx'
import { Field } from '../../parts/Field.tsx'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { Select } from '../../parts/Select.tsx'
import { SourceLine } from '../../parts/SourceLine.tsx'
import { useGroupName } from '../caps/useGroupName.ts'
import { typedQuantity } from '../cases/application/typedQuantity.ts'
import { assumedSaving, Saving, savingEdits, savingsIn } from './pathwayEdits.ts'
import type { Scenario } from './scenarioAnswer.ts'
import { newChange, type ScenarioEditing } from './scenarioEditing.ts'

/** Per mille that a saving is set in; the most is half of the services. */
const savingRange = [0, 500] as const

/** Sets what a group's structured pathway is to save: percent, first day, and who says so. No document is an assumption. */
export function PathwaySheet({
  scenario,
  groups,
  group: first,
  editing,
  onClose,
}: {
  readonly scenario: Scenario
  readonly groups: readonly string[]
  readonly group: string
  readonly editing: ScenarioEditing
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const nameOf = useGroupName()
  const [group, setGroup] = useState(first)
  const [percent, setPercent] = useState('')
  const [from, setFrom] = useState<string>(scenario.asOf)
  const [document, setDocument] = useState('')
  const savesPermille = typedQuantity(percent, 1, savingRange)
  const source = document.trim() === '' ? null : document.trim()
  const saving = Saving.safeParse({ effectiveFrom: from, group, savesPermille, source })
  const isUnreadable = percent.trim() !== '' && savesPermille === null
  return (
    <FormSheet
      title={t('laboratory.pathways.set')}
      lead={t('laboratory.pathways.lead')}
      open
      onClose={onClose}
      onSubmit={() => {
        if (!saving.success) return
        editing.edit(savingEdits(saving.data, savingsIn(scenario.changes), newChange))
        announce(t('laboratory.pathways.done', { group: nameOf(group) }))
        onClose()
      }}
      submit={t('laboratory.pathways.submit')}
      busy={false}
      error={null}
      notReady={
        savesPermille === null
          ? t('laboratory.pathways.needPercent')
          : saving.success
            ? undefined
            : t('laboratory.create.needDate')
      }
    >
      <Select
        label={t('laboratory.pathways.group')}
        showLabel
        value={group}
        options={groups.map((id) => ({ value: id, label: nameOf(id) }))}
        onChange={setGroup}
      />
      <Field
        label={t('laboratory.pathways.percent')}
        hint={t('laboratory.pathways.percentHint')}
        error={isUnreadable ? t('laboratory.pathways.needPercent') : undefined}
      >
        {(props) => (
          <input
            {...props}
            type="text"
            inputMode="decimal"
            autoComplete="off"
            value={percent}
            onChange={(event) => setPercent(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('laboratory.pathways.from')}>
        {(props) => <DateInput {...props} value={from} onChange={setFrom} />}
      </Field>
      <Field label={t('laboratory.pathways.document')} hint={t('laboratory.pathways.documentHint')}>
        {(props) => (
          <input
            {...props}
            type="text"
            maxLength={200}
            value={document}
            onChange={(event) => setDocument(event.target.value)}
          />
        )}
      </Field>
      {source === null && <SourceLine source={assumedSaving} />}
    </FormSheet>
  )
}
