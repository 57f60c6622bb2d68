import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Panel } from '../../../parts/Panel.tsx'
import { WriteButton } from '../../../parts/WriteButton.tsx'
import type { Scenario } from '../scenarioAnswer.ts'
import { SitingSheet } from '../siting/SitingSheet.tsx'
import type { ScenarioEditing } from '../useScenarioEditing.ts'

/** What a scenario changes on the map, and the ways to change it: specialists are placed. */
export function PlacesPanel({
  scenario,
  group,
  region,
  editing,
  why,
}: {
  readonly scenario: Scenario
  /** Group looked at, which specialists are placed of to begin with. */
  readonly group: string | undefined
  readonly region: string | null
  readonly editing: ScenarioEditing
  /** Why nothing can be written; undefined when it can. */
  readonly why: string | undefined
}) {
  const { t } = useTranslation()
  const [siting, setSiting] = useState(false)
  return (
    <Panel title={t('places.title')}>
      <p className="panel-note">{t('places.lead')}</p>
      <div className="panel-actions">
        <WriteButton icon="plus" why={why} onPress={() => setSiting(true)}>
          {t('siting.open')}
        </WriteButton>
      </div>
      <SitingSheet {...{ scenario, group, region, editing, why }} open={siting} onClose={() => setSiting(false)} />
    </Panel>
  )
}
