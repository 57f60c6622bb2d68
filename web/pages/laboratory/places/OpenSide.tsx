import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from '../../../parts/announce.ts'
import { Button } from '../../../parts/Button.tsx'
import { Field } from '../../../parts/Field.tsx'
import { WriteButton } from '../../../parts/WriteButton.tsx'
import { type AddressForm, kinds } from '../../cases/application/kinds.ts'
import type { Scenario } from '../scenarioAnswer.ts'
import { newChange, type ScenarioEditing } from '../scenarioEditing.ts'
import { madeUpId, madeUpNumber, numbersIn } from './madeUp.ts'
import { PlaceFields } from './PlaceFields.tsx'
import { opened, practitioner } from './placeChanges.ts'

/** A clinic that does not exist, with one practitioner: a name and a place. */
export function OpenSide({
  scenario,
  editing,
  why,
  to,
  onTo,
  onPlace,
  onDone,
}: {
  readonly scenario: Scenario
  readonly editing: ScenarioEditing
  readonly why: string | undefined
  readonly to: AddressForm
  readonly onTo: (to: AddressForm) => void
  readonly onPlace: (point: readonly [number, number] | null, town?: string) => void
  readonly onDone: () => void
}) {
  const { t } = useTranslation()
  const [name, setName] = useState('')
  const read = kinds.address.read(to, { wantedFrom: scenario.asOf })
  const address = 'told' in read ? read.told : null
  const lack =
    name.trim() === ''
      ? t('places.needName')
      : address === null || address.position === null
        ? t('places.notPlaced')
        : undefined
  return (
    <div className="places-side">
      <h3>{t('places.open')}</h3>
      <p className="field-hint">{t('places.openHint')}</p>
      <Field label={t('places.name')}>
        {(props) => (
          <input
            {...props}
            type="text"
            maxLength={120}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <PlaceFields value={to} onChange={onTo} onPlace={onPlace} />
      <div className="panel-actions">
        <WriteButton
          kind="primary"
          why={why ?? lack}
          onPress={() => {
            if (address === null) return
            const making = { on: scenario.asOf, newId: newChange, comment: t('places.hypothetical') }
            const clinic = madeUpId()
            editing.edit([
              ...opened(making, clinic, name.trim(), address),
              ...practitioner(making, clinic, madeUpId(), madeUpNumber(numbersIn(scenario.changes))),
            ])
            announce(t('places.openedSaid', { clinic: name.trim() }))
            onDone()
          }}
        >
          {t('places.openDo')}
        </WriteButton>
        <Button kind="text" onPress={onDone}>
          {t('places.leave')}
        </Button>
      </div>
    </div>
  )
}
