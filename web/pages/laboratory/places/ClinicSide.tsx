import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DiagnosisGroupId } from '#events/identifiers'
import { viewQuery } from '../../../api.ts'
import { Awaited } from '../../../parts/Awaited.tsx'
import { Button } from '../../../parts/Button.tsx'
import { useNotice } from '../../../parts/Notice.tsx'
import { usePersonNames } from '../../../parts/usePersonNames.ts'
import { WriteButton } from '../../../parts/WriteButton.tsx'
import { useGroupName } from '../../caps/useGroupName.ts'
import { type AddressForm, kinds } from '../../cases/application/kinds.ts'
import { GroupPicker } from '../../map/GroupPicker.tsx'
import type { Scenario } from '../scenarioAnswer.ts'
import { newChange, type ScenarioEditing } from '../scenarioEditing.ts'
import { PlaceFields } from './PlaceFields.tsx'
import { closed, documented, intake, isDocumentedFor, movedTo, type PlaceEdit, revoked } from './placeChanges.ts'

/** One clinic of the scenario: moved, closed, without new patients, and the competences of those who work there. */
export function ClinicSide({
  clinic,
  scenario,
  editing,
  why,
  to,
  group,
  onTo,
  onPlace,
  onDone,
  onClose,
}: {
  readonly clinic: string
  readonly scenario: Scenario
  readonly editing: ScenarioEditing
  readonly why: string | undefined
  /** Where it is to move; null while nothing has been chosen. */
  readonly to: AddressForm | null
  readonly group: string | undefined
  readonly onTo: (to: AddressForm) => void
  readonly onPlace: (point: readonly [number, number] | null, town?: string) => void
  readonly onDone: () => void
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const groupName = useGroupName()
  const say = useNotice()
  const [about, setAbout] = useState(DiagnosisGroupId.parse(group ?? 'multiple-sclerosis'))
  const { asOf } = scenario
  const { data, error, refetch } = useQuery({
    ...viewQuery('clinic', { clinic, scenario: scenario.scenario, asOf }),
    placeholderData: (was) => (was?.clinic === clinic ? was : undefined),
  })
  const nameOf = usePersonNames(data?.providers.map(({ holder }) => holder) ?? [])
  if (data === undefined) return <Awaited rows={6} error={error} onRetry={() => void refetch()} />
  const making = { on: asOf, newId: newChange, comment: null }
  const main = data.addresses.find(
    ({ kind, from, to: until }) => kind === 'main' && from <= asOf && (until === null || asOf < until),
  )
  const read = to === null ? null : kinds.address.read(to, { wantedFrom: asOf })
  const target = read !== null && 'told' in read ? read.told : null
  /** Does it and says so, with the way back from what was added. */
  const does = (edit: PlaceEdit, text: string) => {
    editing.edit([edit])
    const act = () => editing.edit([{ kind: 'remove', change: edit.change }])
    say({ text, ...(edit.kind === 'add' ? { undo: { label: t('places.undo'), act } } : {}) })
  }
  const move = () => {
    if (main === undefined || target === null) return
    does(
      movedTo(making, scenario.changes, main.addressId, main.address, target),
      t('places.movedSaid', { clinic: data.name }),
    )
    onDone()
  }
  return (
    <div className="places-side" aria-live="polite">
      <h3>{data.name}</h3>
      <p className="cell-sub">{main?.address.text ?? t('places.noAddress')}</p>
      {main !== undefined && to !== null && (
        <section>
          <h4>{t('places.move')}</h4>
          <p className="field-hint">{t('places.moveHint')}</p>
          <PlaceFields value={to} onChange={onTo} onPlace={onPlace} />
          <div className="panel-actions">
            <WriteButton
              kind="primary"
              why={why ?? (target === null ? t('places.notPlaced') : undefined)}
              onPress={move}
            >
              {t('places.moveDo')}
            </WriteButton>
          </div>
        </section>
      )}
      <section>
        <h4>{t('places.people')}</h4>
        <GroupPicker group={about} onChange={setAbout} />
        <ul className="plain-list">
          {data.providers.map(({ number, holder, competences }) => (
            <li key={number} className="place-person">
              <span>
                {number}: {competences.length === 0 ? t('places.noCompetence') : competences.map(groupName).join(', ')}
                {nameOf(holder) !== holder && <span className="cell-sub">{nameOf(holder)}</span>}
              </span>
              {competences.includes(about) ? (
                <WriteButton
                  why={why}
                  onPress={() => editing.edit([revoked(making, holder, about, t('places.reason'))])}
                >
                  {t('places.revoke', { group: groupName(about) })}
                </WriteButton>
              ) : (
                !isDocumentedFor(competences, about) && (
                  <WriteButton
                    why={why}
                    onPress={() => editing.edit([documented(making, holder, about, t('siting.issuer'))])}
                  >
                    {t('places.document', { group: groupName(about) })}
                  </WriteButton>
                )
              )}
            </li>
          ))}
        </ul>
      </section>
      <div className="panel-actions">
        <WriteButton
          why={why}
          onPress={() => does(intake(making, clinic, false), t('places.intakeSaid', { clinic: data.name }))}
        >
          {t('places.stopIntake')}
        </WriteButton>
        <WriteButton
          icon="minus"
          why={why}
          onPress={() => {
            does(closed(making, clinic, t('places.reason')), t('places.closedSaid', { clinic: data.name }))
            onDone()
          }}
        >
          {t('places.close')}
        </WriteButton>
        <Button kind="text" onPress={onClose}>
          {t('places.leave')}
        </Button>
      </div>
    </div>
  )
}
