import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApportionmentMethod } from '#events/quota'
import { Field } from '../../parts/Field.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { Select } from '../../parts/Select.tsx'
import { Switch } from '../../parts/Switch.tsx'
import { bases } from '../caps/capsAnswer.ts'
import { useGroupName } from '../caps/useGroupName.ts'
import { givenCap } from './pasted.ts'
import type { ProposalAsked } from './proposalAsked.ts'

const minimums = ['0', '1', '2'] as const
const floors = ['15', '30', '45', '60', '90'] as const
/** ASSUMPTION, as coverage's own limit: no source has a number. */
const usualFloor = 30

/** The method with its formula, the count, the least for each area, and one group's own frame. */
export function ProposalForm({
  asked,
  group,
  onChange,
}: {
  readonly asked: ProposalAsked
  readonly group: string
  readonly onChange: (change: Partial<ProposalAsked>) => void
}) {
  const { t } = useTranslation()
  const groupName = useGroupName()
  const [frame, setFrame] = useState('')
  const given = givenCap(frame)
  return (
    <div className="lab-proposal-form">
      <div>
        <Select
          label={t('laboratory.propose.method')}
          showLabel
          value={asked.method}
          options={ApportionmentMethod.options.map((value) => ({
            value,
            label: t(`laboratory.propose.methods.${value}`),
          }))}
          onChange={(method) => onChange({ method })}
        />
        <p className="panel-note">{t(`laboratory.propose.formulas.${asked.method}`)}</p>
      </div>
      <div className="caps-basis">
        <span aria-hidden="true">{t('laboratory.propose.basis')}</span>
        <Segmented
          size="small"
          label={t('laboratory.propose.basis')}
          value={asked.basis}
          options={bases.map((value) => ({ value, label: t(`caps.basis.${value}`) }))}
          onChange={(basis) => onChange({ basis })}
        />
      </div>
      <div className="caps-basis">
        <span aria-hidden="true">{t('laboratory.propose.minimum')}</span>
        <Segmented
          size="small"
          label={t('laboratory.propose.minimum')}
          value={minimums.find((one) => Number(one) === asked.minimum) ?? '0'}
          options={minimums.map((value) => ({ value, label: value }))}
          onChange={(value) => onChange({ minimum: Number(value) })}
        />
      </div>
      <div className="caps-basis">
        <Switch
          label={t('laboratory.propose.floor')}
          on={asked.floorMinutes !== null}
          onChange={(on) => onChange({ floorMinutes: on ? usualFloor : null })}
        />
        {asked.floorMinutes !== null && (
          <Segmented
            size="small"
            label={t('laboratory.propose.floorMinutes')}
            value={floors.find((one) => Number(one) === asked.floorMinutes) ?? '30'}
            options={floors.map((value) => ({
              value,
              label: t('laboratory.propose.minutes', { count: Number(value) }),
            }))}
            onChange={(value) => onChange({ floorMinutes: Number(value) })}
          />
        )}
      </div>
      <div className="caps-basis">
        <Segmented
          size="small"
          label={t('laboratory.propose.groups')}
          value={asked.group === null ? 'all' : 'one'}
          options={[
            { value: 'all', label: t('laboratory.propose.groupsAll') },
            { value: 'one', label: t('laboratory.propose.groupsOne', { group: groupName(group) }) },
          ]}
          onChange={(value) => onChange(value === 'all' ? { group: null, frame: null } : { group })}
        />
        {asked.group !== null && (
          <Field
            label={t('laboratory.propose.frame')}
            hint={t('laboratory.propose.frameHint')}
            error={given.kind === 'wrong' ? t('laboratory.propose.frameWrong') : undefined}
            className="lab-frame"
          >
            {(props) => (
              <input
                {...props}
                inputMode="numeric"
                value={frame}
                onChange={(event) => {
                  setFrame(event.target.value)
                  const next = givenCap(event.target.value)
                  if (next.kind !== 'wrong') onChange({ frame: next.kind === 'cap' ? next.cap : null })
                }}
              />
            )}
          </Field>
        )}
      </div>
    </div>
  )
}
