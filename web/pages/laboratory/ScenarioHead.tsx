import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { date, instant } from '../../format.ts'
import { Button, IconButton } from '../../parts/Button.tsx'
import { Confirm } from '../../parts/Confirm.tsx'
import { Icon } from '../../parts/Icon.tsx'
import { Refused } from '../../parts/Refused.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { WriteButton } from '../../parts/WriteButton.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { ScenarioActions } from './ScenarioActions.tsx'
import { SubmitScenario } from './SubmitScenario.tsx'
import type { Scenario } from './scenarioAnswer.ts'
import type { ScenarioEditing } from './scenarioEditing.ts'
import { useDataName } from './useDataName.ts'
import type { LaboratoryChoice } from './useLaboratoryChoice.ts'
import { useEditState } from './useScenarioEditing.ts'

/** The scenario's name and standing, which board is shown, undo and redo, and the way to a proposal. */
export function ScenarioHead({
  scenario,
  nameOfA,
  editing,
  choice,
  why,
  whyNotPropose,
  onChange,
  onPropose,
}: {
  readonly scenario: Scenario
  readonly nameOfA: string
  readonly editing: ScenarioEditing
  readonly choice: LaboratoryChoice
  /** Why nothing can be written; undefined when it can. */
  readonly why: string | undefined
  /** Why nothing can be proposed on this board. */
  readonly whyNotPropose: string | undefined
  readonly onChange: (change: Partial<LaboratoryChoice>) => void
  readonly onPropose: () => void
}) {
  const { t } = useTranslation()
  const error = useEditState(editing, 'error')
  return (
    <>
      <div className="lab-mark" role="status">
        <Icon name="layers" size={16} />
        <span>{t('laboratory.inside', { name: scenario.name })}</span>
        <Link to="/lofter" search={{}}>
          {t('laboratory.leave')}
        </Link>
      </div>
      <header className="page-head lab-head">
        <div>
          <h1>{scenario.name}</h1>
          <Standing scenario={scenario} editing={editing} why={why} />
        </div>
        <div className="page-aside lab-actions">
          <Segmented
            label={t('laboratory.head.sideLabel')}
            value={choice.side}
            options={[
              { value: 'a', label: <Side letter="A" name={nameOfA} /> },
              { value: 'b', label: <Side letter="B" name={scenario.name} /> },
            ]}
            onChange={(side) => onChange({ side })}
          />
          <IconButton
            icon="undo"
            label={t('laboratory.head.undo')}
            onPress={editing.undo}
            notReady={scenario.undo === null || why !== undefined}
          />
          <IconButton
            icon="redo"
            label={t('laboratory.head.redo')}
            onPress={editing.redo}
            notReady={scenario.redo === null || why !== undefined}
          />
          <ScenarioActions scenario={scenario} why={why} />
          <SubmitScenario scenario={scenario} why={why} />
          <WriteButton kind="primary" icon="scales" why={why ?? whyNotPropose} onPress={onPropose}>
            {t('laboratory.head.propose')}
          </WriteButton>
        </div>
      </header>
      <Refused error={error} />
    </>
  )
}

/** One of the two boards by its letter, with its name where there is room. */
function Side({ letter, name }: { readonly letter: string; readonly name: string }) {
  return (
    <>
      <strong>{letter}</strong> <span className="lab-side-name">{name}</span>
    </>
  )
}

function Standing({
  scenario,
  editing,
  why,
}: {
  readonly scenario: Scenario
  readonly editing: ScenarioEditing
  readonly why: string | undefined
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const nameOfData = useDataName()
  const [asking, setAsking] = useState(false)
  const busy = useEditState(editing, 'busy')
  const { base, behind, asOf, updatedAt, dataDiffers, conflicts } = scenario
  return (
    <>
      <p className="page-lead lab-standing">
        <span className="caps-proposal">
          <Icon name="warning" size={14} />
          {t('caps.proposal')}
        </span>
        <span aria-live="polite">
          {busy ? t('laboratory.head.saving') : t('laboratory.head.saved', { at: instant(updatedAt, language) })}
        </span>
        <span>{t('laboratory.head.asOf', { date: date(asOf, language) })}</span>
        <span>{t('laboratory.head.base', { at: instant(base.recordedAt, language) })}</span>
        {behind > 0 && (
          <span className="lab-behind">
            <Icon name="history" size={14} /> {t('laboratory.head.behind', { count: behind })}
            {why === undefined && (
              <Button kind="text" onPress={() => setAsking(true)}>
                {t('laboratory.head.rebase')}
              </Button>
            )}
          </span>
        )}
      </p>
      {(!scenario.mine || scenario.archived) && <p className="page-lead">{why}</p>}
      {dataDiffers.length > 0 && (
        <p className="page-lead">
          {t('laboratory.head.dataDiffers', { names: dataDiffers.map(({ name }) => nameOfData(name)).join(', ') })}
        </p>
      )}
      {conflicts.length > 0 && (
        <p className="page-lead lab-behind">
          <Icon name="warning" size={14} /> {t('laboratory.head.conflicts', { count: conflicts.length })}
        </p>
      )}
      <Confirm
        title={t('laboratory.head.rebaseTitle')}
        open={asking}
        doing={t('laboratory.head.rebase')}
        onConfirm={editing.rebase}
        onClose={() => setAsking(false)}
      >
        <p>{t('laboratory.head.rebaseText')}</p>
      </Confirm>
    </>
  )
}
